package dev.sextant.kernels.centrality;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.Arrays;

/* Multiplies by the matrix plus a shift, from a vector without zeros, so that nothing that scores is
 * missed. The shift makes the largest eigenvalue the only one of its size. */
final class ShiftedPower {
  private static final int ROUNDS = 50_000;
  private static final double TOLERANCE = 1e-15;

  private ShiftedPower() {}

  static Eigenvector.Result of(Csr graph, Progress progress) {
    int n = graph.nodes();
    SpectralBound.Bounds bounds = SpectralBound.of(graph, progress);
    double[] x = new double[n];
    if (bounds.high() == 0) {
      Arrays.fill(x, Double.NaN);
      return new Eigenvector.Result(x, 0, 0);
    }
    Csr incoming = graph.reverse();
    double shift = bounds.high() / 4;
    double[] next = new double[n];
    Arrays.fill(x, 1);
    double value = bounds.high();
    double residual = 1;
    double least = 1;
    int stuck = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      Rows.multiply(incoming, x, next);
      double along = 0;
      double squares = 0;
      for (int v = 0; v < n; v++) {
        along += next[v] * x[v];
        squares += x[v] * x[v];
      }
      value = along / squares;
      residual = 0;
      double most = 0;
      for (int v = 0; v < n; v++) {
        double apart = next[v] - value * x[v];
        residual += apart * apart;
        next[v] += shift * x[v];
        most = Math.max(most, next[v]);
      }
      residual = Math.sqrt(residual / squares) / value;
      for (int v = 0; v < n; v++) {
        x[v] = next[v] / most;
      }
      progress.step(round, -1);
      stuck = residual < least ? 0 : stuck + 1;
      least = Math.min(least, residual);
      if (residual <= TOLERANCE || (stuck >= 20 && residual < 1e-12)) {
        break;
      }
    }
    return new Eigenvector.Result(Rows.largestIsOne(x), value, residual);
  }
}

package dev.sextant.kernels.centrality;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;

/* Solves x = factor * A x + given by going over the nodes and using each new value at once (Gauss
 * and Seidel). It converges wherever |factor| is below 1 over the largest eigenvalue of A, whose
 * entries are not negative, also for a negative factor (such a matrix I - factor * A is an H-matrix;
 * R. S. Varga 2000, doi:10.1007/978-3-642-05156-2, theorem 3.15). */
final class WalkSum {
  /** Largest change, as a share of the largest value, at which it stops. */
  private static final double TOLERANCE = 1e-15;

  private static final int ROUNDS = 100_000;

  private WalkSum() {}

  static double[] solve(
      Csr graph, double factor, double[] given, SpectralBound.Bounds bounds, Progress progress) {
    double size = Math.abs(factor);
    if (size * bounds.low() >= 1) {
      throw new BadGraph(
          "a step counts "
              + factor
              + ", and walks do not add up from 1 / "
              + bounds.low()
              + " = "
              + 1 / bounds.low()
              + " on; take less");
    }
    double[] x = given.clone();
    double before = Double.POSITIVE_INFINITY;
    for (int round = 1; round <= ROUNDS; round++) {
      double change = 0;
      double most = 0;
      for (int v = 0; v < x.length; v++) {
        double sum = 0;
        double own = 0;
        for (int a = graph.first(v); a < graph.end(v); a++) {
          if (graph.target(a) == v) {
            own = graph.weight(a);
          } else {
            sum += graph.weight(a) * x[graph.target(a)];
          }
        }
        double value = (given[v] + factor * sum) / (1 - factor * own);
        change = Math.max(change, Math.abs(value - x[v]));
        most = Math.max(most, Math.abs(value));
        x[v] = value;
      }
      progress.step(round, -1);
      // Below the second bound changes may go on for ever by rounding alone.
      if (change <= TOLERANCE * most || (change <= 1e-13 * most && change >= before)) {
        return x;
      }
      before = change;
    }
    throw new BadGraph(
        "a step counts "
            + factor
            + ", too near the limit, between 1 / "
            + bounds.high()
            + " and 1 / "
            + bounds.low()
            + ": the sum of walks did not settle in "
            + ROUNDS
            + " rounds; take less");
  }
}

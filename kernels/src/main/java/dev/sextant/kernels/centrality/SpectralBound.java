package dev.sextant.kernels.centrality;

import dev.sextant.kernels.Components;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Partition;
import dev.sextant.kernels.Progress;

/* Bounds of the largest eigenvalue of a graph's matrix. It is the largest over the strong
 * components; within one, every vector x with positive entries gives a bound from each side, the
 * smallest and the largest of (Ax)_i / x_i (H. Wielandt 1950, doi:10.1007/BF02230720), and these
 * close in as x is multiplied by A + shift, which turns no circle of even length into a see-saw.
 * Where they cannot be brought together they stay true bounds. */
final class SpectralBound {
  private static final int ROUNDS = 3_000;
  private static final double CLOSE = 1e-9;

  /** Keeps entries positive where they would run below what a double can hold. */
  private static final double LEAST = 1e-250;

  /**
   * The bounds; both 0 without circles.
   *
   * @param low not above the largest eigenvalue
   * @param high not below it
   */
  record Bounds(double low, double high) {}

  private SpectralBound() {}

  static Bounds of(Csr graph, Progress progress) {
    Partition parts = Components.strong().compute(graph, progress);
    int n = graph.nodes();
    int groups = parts.groups();
    double[] x = new double[n];
    double[] next = new double[n];
    double[] low = new double[groups];
    double[] high = new double[groups];
    java.util.Arrays.fill(x, 1);
    double shift = 0;
    for (int round = 0; round < ROUNDS; round++) {
      multiply(graph, parts, x, next, low, high);
      double below = 0;
      double above = 0;
      for (int g = 0; g < groups; g++) {
        below = Math.max(below, low[g]);
        above = Math.max(above, high[g]);
      }
      progress.step(round, -1);
      if (above - below <= CLOSE * above || round + 1 == ROUNDS) {
        return new Bounds(below, above * (1 + 1e-14));
      }
      // Half of it is near the best for spectra that reach as far down as up.
      shift = round == 0 ? above / 2 : shift;
      scale(parts, x, next, shift);
    }
    throw new IllegalStateException("unreachable");
  }

  private static void multiply(
      Csr graph, Partition parts, double[] x, double[] next, double[] low, double[] high) {
    java.util.Arrays.fill(low, Double.POSITIVE_INFINITY);
    java.util.Arrays.fill(high, 0);
    for (int v = 0; v < x.length; v++) {
      int part = parts.groupOf(v);
      double sum = 0;
      for (int a = graph.first(v); a < graph.end(v); a++) {
        if (parts.groupOf(graph.target(a)) == part) {
          sum += graph.weight(a) * x[graph.target(a)];
        }
      }
      next[v] = sum;
      low[part] = Math.min(low[part], sum / x[v]);
      high[part] = Math.max(high[part], sum / x[v]);
    }
  }

  private static void scale(Partition parts, double[] x, double[] next, double shift) {
    double[] most = new double[parts.groups()];
    for (int v = 0; v < x.length; v++) {
      next[v] += shift * x[v];
      most[parts.groupOf(v)] = Math.max(most[parts.groupOf(v)], next[v]);
    }
    for (int v = 0; v < x.length; v++) {
      double top = most[parts.groupOf(v)];
      x[v] = top == 0 ? 1 : Math.max(LEAST, next[v] / top);
    }
  }
}

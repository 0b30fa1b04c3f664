package dev.sextant.kernels.chance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * P-values of many tests, corrected for there being many.
 *
 * <p>NaN stands for a test that was not made: it stays NaN and does not count. Cost: O(t log t) for
 * t tests. Deterministic. No seed.
 */
public final class ManyTests {
  private ManyTests() {}

  /**
   * Benjamini and Hochberg's correction: keeping those at or below q, the expected share of false
   * ones among them is at most q where tests are independent or rise together. Y. Benjamini and Y.
   * Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x.
   *
   * @param p from 0 to 1 each
   * @return the least q at which each would be kept
   */
  public static double[] benjaminiHochberg(double[] p) {
    int[] order = ascending(p);
    double[] q = new double[p.length];
    Arrays.fill(q, Double.NaN);
    double least = 1;
    for (int i = order.length - 1; i >= 0; i--) {
      least = Math.min(least, p[order[i]] * order.length / (i + 1));
      q[order[i]] = least;
    }
    return q;
  }

  /**
   * Holm's correction: keeping those at or below q, the chance of any false one is at most q,
   * whatever hangs together. S. Holm 1979, Scandinavian Journal of Statistics 6.
   *
   * @param p from 0 to 1 each
   */
  public static double[] holm(double[] p) {
    int[] order = ascending(p);
    double[] q = new double[p.length];
    Arrays.fill(q, Double.NaN);
    double most = 0;
    for (int i = 0; i < order.length; i++) {
      most = Math.max(most, Math.min(1, p[order[i]] * (order.length - i)));
      q[order[i]] = most;
    }
    return q;
  }

  private static int[] ascending(double[] p) {
    return IntStream.range(0, p.length)
        .filter(i -> !Double.isNaN(p[i]))
        .boxed()
        .sorted(Comparator.comparingDouble(i -> p[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}

package dev.sextant.kernels.doubt;

import java.util.Arrays;

/** Ends of an interval that hold a share of equally likely values. */
final class Quantiles {
  private Quantiles() {}

  /**
   * How many of the values, from the lowest, lie below the lower end: of R values and one more that
   * is like them, the one lies from the k-th lowest to the k-th highest with probability (R + 1 -
   * 2k)/(R + 1), so k = (R + 1)(1 - level)/2, at least 1.
   */
  static int below(int values, double level) {
    return Math.max(0, (int) Math.floor((values + 1) * (1 - level) / 2 + 1e-9) - 1);
  }

  /** As above, of one end by itself, beyond which a share is to lie; the nearest number. */
  static int beyond(int values, double share) {
    return Math.clamp((long) Math.rint((values + 1) * share) - 1, 0, Math.max(0, values - 1));
  }

  /** Of unsorted values, NaN left out; they are sorted. */
  static Spread.Interval interval(double value, double[] values, int count, double level) {
    Arrays.sort(values, 0, count);
    int defined = count;
    // NaN is sorted to the end.
    while (defined > 0 && Double.isNaN(values[defined - 1])) {
      defined--;
    }
    if (defined == 0) {
      return new Spread.Interval(value, Double.NaN, Double.NaN, Double.NaN);
    }
    double sum = 0;
    for (int i = 0; i < defined; i++) {
      sum += values[i];
    }
    int k = below(defined, level);
    return new Spread.Interval(value, values[k], sum / defined, values[defined - 1 - k]);
  }
}

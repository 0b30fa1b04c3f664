package dev.sextant.linkage.together;

import java.util.stream.IntStream;

/** The share of false ones among what is told (Benjamini and Hochberg 1995). */
final class FalseDiscovery {
  private FalseDiscovery() {}

  /**
   * The least rate at which each would still be told.
   *
   * @param p p-values; tests that are not among them are taken to have p-value 1
   * @param tests how many tests were made in all, at least as many as p-values
   */
  static double[] qValues(double[] p, double tests) {
    int[] order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted((x, y) -> Double.compare(p[x], p[y]))
            .mapToInt(Integer::intValue)
            .toArray();
    double m = Math.max(tests, p.length);
    double[] q = new double[p.length];
    double least = 1;
    for (int i = p.length - 1; i >= 0; i--) {
      least = Math.min(least, p[order[i]] * m / (i + 1));
      q[order[i]] = least;
    }
    return q;
  }
}

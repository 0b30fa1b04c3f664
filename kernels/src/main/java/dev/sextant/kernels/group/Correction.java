package dev.sextant.kernels.group;

import java.util.Arrays;

/** How many tests were made matters: among a thousand pairs, some fifty look rare by chance. */
public enum Correction {
  /** None: the level is the share of the pairs without any effect that is kept nevertheless. */
  NONE,
  /**
   * Holm's: the level bounds the probability that even one is kept wrongly. S. Holm 1979,
   * https://www.jstor.org/stable/4615733.
   */
  HOLM,
  /**
   * Benjamini and Hochberg's: the level bounds the expected share of wrong ones among those kept.
   * Y. Benjamini and Y. Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x.
   */
  FALSE_DISCOVERY;

  /**
   * Which p-values are significant.
   *
   * @param chance p-values; those of tests that are not listed count as 1
   * @param tests made in all, at least as many as are listed
   */
  public boolean[] significant(double[] chance, long tests, double level) {
    Integer[] order = new Integer[chance.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(chance[a], chance[b]));
    int kept = 0;
    for (int i = 0; i < order.length; i++) {
      double p = chance[order[i]];
      if (this == NONE && p <= level) {
        kept = i + 1;
      } else if (this == HOLM) {
        if (p * (tests - i) > level) {
          break; // Holm steps down: the first failure ends it
        }
        kept = i + 1;
      } else if (this == FALSE_DISCOVERY && p * tests <= level * (i + 1)) {
        kept = i + 1; // and this one steps up: the last success decides
      }
    }
    boolean[] significant = new boolean[chance.length];
    for (int i = 0; i < kept; i++) {
      significant[order[i]] = true;
    }
    return significant;
  }
}

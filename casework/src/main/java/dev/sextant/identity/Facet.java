package dev.sextant.identity;

import dev.sextant.linkage.metric.Bits;
import org.jspecify.annotations.Nullable;

/**
 * One kind of evidence for or against two accounts being one actor's. A pure function of two
 * observations, symmetric in what it weighs.
 *
 * @param field what is compared, for people
 * @param group correlated evidence it belongs to
 * @param missing what is missing where it has nothing to say
 * @param most what it weighs at best, in bits
 * @param least what it weighs at worst, in bits
 * @param comparing finds the level; null where one of the two says nothing
 */
record Facet(
    String field,
    Likeness.Group group,
    String missing,
    double most,
    double least,
    Comparing comparing) {
  /** What was found. */
  record Found(String level, String a, String b, int weight) {
    /**
     * A level with a fixed weight.
     *
     * @param bits log2 of the likelihood ratio
     */
    static Found of(String level, String a, String b, double bits) {
      return new Found(level, a, b, Bits.of(bits));
    }
  }

  /** Compares two observations. */
  @FunctionalInterface
  interface Comparing {
    /** What was found, or null where one of the two says nothing. */
    @Nullable Found compare(Observation a, Observation b);
  }
}

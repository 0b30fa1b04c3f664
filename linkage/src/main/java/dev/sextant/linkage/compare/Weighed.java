package dev.sextant.linkage.compare;

/**
 * A comparison that also says what two values weigh, by fixed and documented weights: for use where
 * nothing can be learned from the table (two single names), or where a graded weight tells more
 * than the level (surprisal of handles).
 *
 * @param <V> a prepared value, immutable
 */
public interface Weighed<V> extends Comparison<V> {
  /**
   * The evidence for one actor against two different ones.
   *
   * @return log2 of the likelihood ratio in 1/65536 bits; symmetric, the same bits on every machine
   */
  int weight(V a, V b);
}

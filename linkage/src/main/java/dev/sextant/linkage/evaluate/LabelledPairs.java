package dev.sextant.linkage.evaluate;

import java.util.stream.IntStream;

/**
 * Scored pairs with their truth, from the highest score to the lowest.
 *
 * <p>Arrays are parallel and the object's own; callers read only.
 */
public final class LabelledPairs {
  private final double[] log2Odds;
  private final double[] probability;
  private final boolean[] same;
  private final int[] source;
  private final long allTrue;
  private final int scoredTrue;

  private LabelledPairs(ScoredPairs pairs, TruePairs truth, int[] order) {
    log2Odds = new double[order.length];
    probability = new double[order.length];
    same = new boolean[order.length];
    source = order;
    int found = 0;
    for (int i = 0; i < order.length; i++) {
      int pair = order[i];
      log2Odds[i] = pairs.log2Odds(pair);
      probability[i] = pairs.probability(pair);
      same[i] = truth.same(pairs.left(pair), pairs.right(pair));
      found += same[i] ? 1 : 0;
    }
    scoredTrue = found;
    allTrue = truth.size();
  }

  /** Looks every pair up in the truth. Cost: n log n. */
  public static LabelledPairs of(ScoredPairs pairs, TruePairs truth) {
    int[] order =
        IntStream.range(0, pairs.size())
            .boxed()
            .sorted((x, y) -> {
              int byScore = Double.compare(pairs.log2Odds(y), pairs.log2Odds(x));
              return byScore != 0 ? byScore : Integer.compare(x, y);
            })
            .mapToInt(Integer::intValue)
            .toArray();
    return new LabelledPairs(pairs, truth, order);
  }

  /** Scored pairs. */
  public int size() {
    return same.length;
  }

  /** Score of the pair at a place, from the highest. */
  public double log2Odds(int at) {
    return log2Odds[at];
  }

  /** Probability of the pair at a place. */
  public double probability(int at) {
    return probability[at];
  }

  /** True if the pair at a place is of one actor. */
  public boolean same(int at) {
    return same[at];
  }

  /** Where the pair at a place stood in what was given. */
  public int source(int at) {
    return source[at];
  }

  /** True pairs, scored or not. */
  public long allTrue() {
    return allTrue;
  }

  /** True pairs that were scored. */
  public int scoredTrue() {
    return scoredTrue;
  }

  /** True pairs that were never scored: what blocking lost. */
  public long neverScored() {
    return allTrue - scoredTrue;
  }

  /** Right, wrong and missed if everything at or above a score is decided same. */
  public Counts at(double threshold) {
    long right = 0;
    long wrong = 0;
    for (int i = 0; i < same.length && log2Odds[i] >= threshold; i++) {
      if (same[i]) {
        right++;
      } else {
        wrong++;
      }
    }
    return new Counts(right, wrong, allTrue - right);
  }
}

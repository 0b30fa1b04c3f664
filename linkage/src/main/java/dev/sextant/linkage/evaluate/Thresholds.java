package dev.sextant.linkage.evaluate;

import java.util.Optional;

/**
 * What thresholds other than the default would have given. The truth chooses them here, so these
 * figures flatter: they show what the order of the pairs is worth, not what a user gets.
 *
 * @param bestF1 the threshold with the highest F1 (the highest such threshold), if any pair is
 *     scored
 * @param widestSure the threshold with the highest recall among those with precision at least
 *     {@link #SURE}, if one has
 */
public record Thresholds(Optional<Choice> bestF1, Optional<Choice> widestSure) {
  /** The precision that a court's expert would not go below. */
  public static final double SURE = 0.99;

  /**
   * A threshold and what it gives.
   *
   * @param log2Odds everything at or above is decided same
   * @param counts right, wrong, missed
   */
  public record Choice(double log2Odds, Counts counts) {}

  /** Tries every score that a pair has; pairs of equal score are decided alike. Cost: n. */
  public static Thresholds of(LabelledPairs pairs) {
    Optional<Choice> best = Optional.empty();
    Optional<Choice> sure = Optional.empty();
    long right = 0;
    for (int i = 0; i < pairs.size(); i++) {
      right += pairs.same(i) ? 1 : 0;
      boolean lastOfEqual = i + 1 == pairs.size() || pairs.log2Odds(i + 1) != pairs.log2Odds(i);
      if (!lastOfEqual) {
        continue;
      }
      Counts counts = new Counts(right, i + 1L - right, pairs.allTrue() - right);
      Choice choice = new Choice(pairs.log2Odds(i), counts);
      if (best.isEmpty() || counts.f1() > best.get().counts().f1()) {
        best = Optional.of(choice);
      }
      if (counts.precision() >= SURE && (sure.isEmpty() || right > sure.get().counts().right())) {
        sure = Optional.of(choice);
      }
    }
    return new Thresholds(best, sure);
  }
}

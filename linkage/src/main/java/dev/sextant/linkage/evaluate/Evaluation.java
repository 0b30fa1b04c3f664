package dev.sextant.linkage.evaluate;

import java.util.List;
import java.util.Optional;

/**
 * All that is measured of scored pairs against a truth.
 *
 * @param scored pairs scored
 * @param truePairs true pairs, scored or not
 * @param neverScored true pairs that were never scored
 * @param unlike pairs whose probability is not what their log2 odds say, to within a thousandth
 * @param decided right, wrong and missed at the default decision, log2 odds 0
 * @param thresholds what the truth would have chosen
 * @param closure groups by joining every pair decided same
 * @param groups groups as given, if any were
 * @param calibration how far the numbers can be believed
 * @param tippett the likelihood ratios of both kinds of pairs
 * @param subgroups by column and completeness, if records were given
 */
public record Evaluation(
    int scored,
    long truePairs,
    long neverScored,
    long unlike,
    Counts decided,
    Thresholds thresholds,
    GroupMeasures closure,
    Optional<GroupMeasures> groups,
    Calibration calibration,
    Tippett tippett,
    List<Subgroups.Row> subgroups) {
  /** At or above these log2 odds a pair is decided same. */
  public static final double DEFAULT_DECISION = 0;

  private static final double SAME_PROBABILITY = 1e-3;

  /**
   * What is measured.
   *
   * @param ids all ids seen
   * @param pairs scored pairs
   * @param truth true pairs
   * @param groups groups as found, if they are to be measured
   * @param prior log2 odds that the scores include, if known
   * @param subgroups records to group by, if any
   */
  public record Asked(
      IdNumbers ids,
      ScoredPairs pairs,
      TruePairs truth,
      Optional<Partition> groups,
      Optional<Double> prior,
      Optional<Subgroups> subgroups) {}

  /** Measures. Cost: n log n for n scored pairs. */
  public static Evaluation of(Asked asked) {
    LabelledPairs pairs = LabelledPairs.of(asked.pairs(), asked.truth());
    Calibration calibration = Calibration.of(pairs, asked.prior());
    int records = asked.ids().size();
    Partition truth = Partition.of(asked.truth(), records);
    Partition closure = Partition.of(asked.pairs(), DEFAULT_DECISION, records);
    return new Evaluation(
        pairs.size(),
        pairs.allTrue(),
        pairs.neverScored(),
        unlike(pairs),
        pairs.at(DEFAULT_DECISION),
        Thresholds.of(pairs),
        GroupMeasures.of(closure, truth, records),
        asked.groups().map(found -> GroupMeasures.of(found, truth, records)),
        calibration,
        Tippett.of(pairs, calibration.priorLog2Odds()),
        asked.subgroups().map(s -> s.rows(asked.pairs(), asked.truth())).orElse(List.of()));
  }

  private static long unlike(LabelledPairs pairs) {
    long count = 0;
    for (int i = 0; i < pairs.size(); i++) {
      double said = 1 / (1 + Math.pow(2, -pairs.log2Odds(i)));
      count += Math.abs(said - pairs.probability(i)) > SAME_PROBABILITY ? 1 : 0;
    }
    return count;
  }

  /** True pairs that follow from the given ones because their groups are closed. */
  public long impliedTrue() {
    return closure.pairs().right() + closure.pairs().missed() - truePairs;
  }
}

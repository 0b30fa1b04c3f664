package dev.sextant.linkage.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How far probabilities and likelihood ratios can be believed, over the scored pairs.
 *
 * @param ece expected calibration error: see {@link #of}
 * @param bins what it is made of
 * @param priorLog2Odds log2 odds of same among the scored pairs, or as given: what is taken off a
 *     score to have its likelihood ratio
 * @param cllr cost of the log likelihood ratios in bits; 0 is perfect, 1 is saying nothing, above 1
 *     is misleading
 * @param cllrMinimum the same if the truth were allowed to recalibrate: what the order of the pairs
 *     is worth
 * @param cllrOfScores the cost of the scores as they stand, the prior left in
 * @param sure pairs that claim probability at least .99, if there are any
 */
public record Calibration(
    double ece,
    List<Bin> bins,
    double priorLog2Odds,
    double cllr,
    double cllrMinimum,
    double cllrOfScores,
    Optional<Sure> sure) {
  /** Bins of the calibration error. */
  public static final int BINS = 15;

  /** From this probability on a pair counts as sure. */
  public static final double SURE = 0.99;

  /**
   * Pairs of neighbouring probability.
   *
   * @param pairs how many
   * @param claimed mean probability
   * @param found share that is the same
   */
  public record Bin(int pairs, double claimed, double found) {}

  /**
   * Pairs that claim to be all but certain.
   *
   * @param pairs how many
   * @param claimedErrors errors that their probabilities allow for, a sum
   * @param errors errors made
   * @param errorShare 95 % interval of the share of errors
   */
  public record Sure(int pairs, double claimedErrors, long errors, Interval errorShare) {
    /** Errors made for each one claimed. */
    public double ratio() {
      return errors / claimedErrors;
    }
  }

  /** What is lost by wrong calibration: {@code cllr - cllrMinimum}. */
  public double calibrationLoss() {
    return cllr - cllrMinimum;
  }

  /**
   * Measures.
   *
   * <p>ECE: pairs in order of probability are cut into 15 bins of equal number (the first ones have
   * one more where 15 does not divide); the mean of |claimed - found| by number of pairs. Pairs of
   * equal probability share their truth evenly, so that their order does not count.
   *
   * <p>Cllr: N. Brümmer, J. du Preez 2006, doi:10.1016/j.csl.2005.08.001: the mean of log2(1+1/LR)
   * over same pairs and of log2(1+LR) over different ones, halved and added. The minimum comes from
   * pool-adjacent-violators on the same scores. Not a number if one of the two kinds is absent.
   *
   * @param prior log2 odds that the scores include, or empty for those of the scored pairs
   */
  public static Calibration of(LabelledPairs pairs, Optional<Double> prior) {
    double odds = prior.orElseGet(() -> observedPrior(pairs));
    List<Bin> bins = bins(pairs);
    double error = 0;
    for (Bin bin : bins) {
      error += (double) bin.pairs() / pairs.size() * Math.abs(bin.claimed() - bin.found());
    }
    return new Calibration(
        pairs.size() == 0 ? Double.NaN : error,
        bins,
        odds,
        cllr(pairs, odds),
        minimum(pairs),
        cllr(pairs, 0),
        sure(pairs));
  }

  private static double observedPrior(LabelledPairs pairs) {
    double same = pairs.scoredTrue();
    return log2(same / (pairs.size() - same));
  }

  static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  /* log2(1 + 2^x) without overflow. */
  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.pow(2, -Math.abs(x))) / Math.log(2);
  }

  private static double cllr(LabelledPairs pairs, double prior) {
    double same = 0;
    double different = 0;
    for (int i = 0; i < pairs.size(); i++) {
      double ratio = pairs.log2Odds(i) - prior;
      if (pairs.same(i)) {
        same += softplus(-ratio);
      } else {
        different += softplus(ratio);
      }
    }
    int count = pairs.scoredTrue();
    return (same / count + different / (pairs.size() - count)) / 2;
  }

  private static double minimum(LabelledPairs pairs) {
    double prior = observedPrior(pairs);
    double same = 0;
    double different = 0;
    for (MonotoneFit.Block block : MonotoneFit.of(pairs)) {
      // A block all of one kind costs nothing: its ratio is 0 or infinite, and right.
      if (block.same() > 0 && block.same() < block.pairs()) {
        double ratio = log2((double) block.same() / (block.pairs() - block.same())) - prior;
        same += block.same() * softplus(-ratio);
        different += (block.pairs() - block.same()) * softplus(ratio);
      }
    }
    int count = pairs.scoredTrue();
    return (same / count + different / (pairs.size() - count)) / 2;
  }

  private static List<Bin> bins(LabelledPairs pairs) {
    int n = pairs.size();
    double[][] sorted = new double[n][];
    for (int i = 0; i < n; i++) {
      sorted[i] = new double[] {pairs.probability(i), pairs.same(i) ? 1 : 0};
    }
    Arrays.sort(sorted, (x, y) -> Double.compare(x[0], y[0]));
    shareAmongEqual(sorted);
    List<Bin> bins = new ArrayList<>();
    int from = 0;
    for (int bin = 0; bin < BINS && from < n; bin++) {
      int length = n / BINS + (bin < n % BINS ? 1 : 0);
      if (length == 0) {
        continue;
      }
      double claimed = 0;
      double found = 0;
      for (int i = from; i < from + length; i++) {
        claimed += sorted[i][0];
        found += sorted[i][1];
      }
      bins.add(new Bin(length, claimed / length, found / length));
      from += length;
    }
    return List.copyOf(bins);
  }

  private static void shareAmongEqual(double[][] sorted) {
    for (int from = 0, to; from < sorted.length; from = to) {
      double sum = 0;
      for (to = from; to < sorted.length && sorted[to][0] == sorted[from][0]; to++) {
        sum += sorted[to][1];
      }
      double mean = sum / (to - from);
      for (int i = from; i < to; i++) {
        sorted[i][1] = mean;
      }
    }
  }

  private static Optional<Sure> sure(LabelledPairs pairs) {
    int count = 0;
    double claimed = 0;
    long errors = 0;
    for (int i = 0; i < pairs.size(); i++) {
      if (pairs.probability(i) >= SURE) {
        count++;
        claimed += 1 - pairs.probability(i);
        errors += pairs.same(i) ? 0 : 1;
      }
    }
    return count == 0
        ? Optional.empty()
        : Optional.of(new Sure(count, claimed, errors, Interval.wilson(errors, count)));
  }
}

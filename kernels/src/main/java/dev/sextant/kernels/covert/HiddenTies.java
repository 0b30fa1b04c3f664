package dev.sextant.kernels.covert;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Cancelled;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;

/**
 * Pairs without a tie, in the order in which a tie between them would surprise least, with how
 * often such ranks were right when ties were hidden on purpose. Never says that a tie exists.
 *
 * <p>What: all pairs of different nodes without a tie and with a score above 0 are ranked by a
 * {@link LinkScore}, equal scores in a seeded random order. Then, several times, a share of the
 * ties is hidden at random, the pairs of what remains are ranked, and each rank is checked: was it
 * one of the hidden? The share of hidden ties found at a rank, averaged over the trials and made to
 * fall with the rank (isotonic regression, R. Barlow et al. 1972, by pooling neighbours that rise),
 * is the rank's <i>calibrated share</i>: how many of such pairs were ties, where as many ties were
 * missing, and missing at random, as were hidden. Pairs of equal score get the mean share of their
 * ranks. <i>AUC</i> is the chance that a hidden tie scores above a pair that is none, equal scores
 * counting half, over all hidden ties and as many pairs, at least 1,000, drawn at random.
 *
 * <p>Cost for n nodes, m ties, mean degree d and t trials: t + 1 rankings, each O(m d) for scores
 * of common neighbours, O(n m) times a few dozen steps for Katz and PageRank, O(n^2) for
 * preferential attachment; the best pairs are kept, 24 bytes each, with 60 bytes a node and thread.
 * Exact for the graph, but for walks cut off at 1e-9. Deterministic at any number of threads.
 *
 * <p>When ties are missing: that is what it is for; but ties that people hide are not missing at
 * random, and then the shares are too high, how much nobody can know.
 */
@FunctionalInterface
public interface HiddenTies {
  /**
   * What to do.
   *
   * @param score ranks pairs
   * @param most most pairs to report, at least 1
   * @param trials how often ties are hidden; 0 for no calibration
   * @param hidden share of ties that is hidden, above 0 and below 1; at least one tie is
   * @param seed of what is hidden and of the order of equal scores
   * @param threads most threads to use
   */
  record Plan(LinkScore score, int most, int trials, double hidden, long seed, int threads) {
    /** The 100 best pairs, 20 trials with a tenth hidden, seed 1, one thread. */
    public static Plan usual(LinkScore score) {
      return new Plan(score, 100, 20, 0.1, 1, 1);
    }

    /** Refuses what cannot be. */
    public Plan {
      if (most < 1 || trials < 0 || threads < 1 || !(hidden > 0 && hidden < 1)) {
        throw new BadGraph(
            "pairs and threads need at least 1, trials 0, the hidden share lies between 0 and 1");
      }
    }
  }

  /**
   * Ranks pairs.
   *
   * @throws Cancelled if progress says stop
   */
  Result compute(Csr graph, Progress progress);

  /** As planned. */
  static HiddenTies ranked(Plan plan) {
    return (graph, progress) -> new TieTrials(graph, plan, progress).result();
  }

  /**
   * A number from several trials.
   *
   * @param mean of the trials; NaN without any
   * @param low 5% of trials lie below
   * @param high 5% of trials lie above
   */
  record Band(double mean, double low, double high) {}

  /**
   * The ranking; arrays belong to it and run from the first rank.
   *
   * @param from smaller node of each pair
   * @param to larger node
   * @param score the pair's score
   * @param rank from 1; equal scores have the same, the first of them
   * @param share calibrated share of hidden ties at this rank; NaN without trials
   * @param precision share of hidden ties among as many first ranks as ties were hidden
   * @param auc chance that a hidden tie scores above a pair that is none
   * @param hidden ties hidden in each trial
   */
  record Result(
      int[] from,
      int[] to,
      double[] score,
      int[] rank,
      double[] share,
      Band precision,
      Band auc,
      int hidden) {}
}

package dev.sextant.kernels.chance;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Cancelled;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.group.Projection;
import dev.sextant.kernels.group.TwoMode;

/**
 * Which ties of a two-mode projection are more than how busy people are and how large events are
 * would bring about.
 *
 * <p>What: for every pair that shares any event, the probability of sharing so many or more in a
 * table of people by events drawn at random. {@link #stochastic} (SDSM: Z. Neal 2014,
 * doi:10.1016/j.socnet.2014.06.001) keeps every person's number of events and every event's number
 * of people in expectation: each cell is filled by itself with probability x y / (1 + x y), x and y
 * fitted so that expected sums are the observed ones (the bipartite configuration model: F. Saracco
 * et al. 2015, doi:10.1038/srep10595; as SDSM's cells, Z. Neal, R. Domagalski and B. Sagan 2021,
 * doi:10.1038/s41598-021-03238-3), and shared counts are Poisson-binomial, summed exactly. {@link
 * #fixed} (FDSM: the same paper of 2014) keeps all sums exactly, by tables drawn with {@link
 * NullModel#twoMode}; p is (1 + draws with as many) / (1 + draws). The hypergeometric test of
 * {@link TwoMode#project} keeps only people's sums: it takes a large event for an affinity. Correct
 * for the number of pairs ({@link dev.sextant.kernels.group.Correction}, over {@link
 * Projection#candidates}).
 *
 * <p>Cost, for E events, K pairs of different shapes (both persons' sums and what they share) and r
 * draws: stochastic O(E s) for each shape, s what is shared, beside the fit; fixed O(r s2), s2 the
 * sum of squared event sizes. Both 8 bytes a pair. Stochastic: exact to 1e-9, no seed; fixed:
 * drawn. Deterministic at any number of threads.
 *
 * <p>When ties are missing: an attendance nobody recorded makes p larger if others of the pair were
 * there too, and smaller if it was elsewhere; events recorded only in part make both sums small.
 */
@FunctionalInterface
public interface Backbone {
  /**
   * Tests.
   *
   * @param graph two-mode
   * @param people true for the side that was projected
   * @param pairs of {@link TwoMode#project} on the same graph and side
   * @return by pair: probability of sharing as many or more by chance
   * @throws BadGraph if pairs are of another graph, or sums cannot be fitted
   * @throws Cancelled if progress says stop
   */
  double[] compute(Csr graph, boolean[] people, Projection pairs, Progress progress);

  /** Sums kept in expectation (SDSM). */
  static Backbone stochastic() {
    return (graph, people, pairs, progress) ->
        new CellModel(graph, people, progress).tails(pairs, progress);
  }

  /**
   * Sums kept exactly (FDSM).
   *
   * @param draws at least 1; p cannot be below 1 / (draws + 1)
   */
  static Backbone fixed(int draws, long seed, int threads) {
    if (draws < 1 || threads < 1) {
      throw new BadGraph("draws " + draws + " and threads " + threads + " need at least 1");
    }
    return (graph, people, pairs, progress) ->
        new TableDraws(graph, people, pairs).tails(draws, seed, threads, progress);
  }
}

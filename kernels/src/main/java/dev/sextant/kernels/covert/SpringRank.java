package dev.sextant.kernels.covert;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Cancelled;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;

/**
 * Standing on a line, from who does what to whom.
 *
 * <p>What: an arc from u to v says that u stands one step above v, as an order given or a fight won
 * does; the scores s minimise the sum over arcs of weight times (s_u - s_v - 1) squared, as springs
 * of length one would. Within every piece (directions ignored) scores have mean 0; pieces cannot be
 * compared. Loops say nothing. In an undirected graph every tie pulls both ways and all scores are
 * 0. Weights are strengths; without them each arc counts 1. <i>Energy</i> is that sum halved, over
 * the total weight: 0 for a perfect ladder, .5 where there is no order at all. Paper: C. De Bacco,
 * D. Larremore, C. Moore 2018, doi:10.1126/sciadv.aar8260.
 *
 * <p>Significance: each pair's ties keep their number and are turned round at random (whole weights
 * unit by unit, others as one), and p is the share of such networks, with one added above and
 * below, whose energy is as low.
 *
 * <p>Cost for n nodes and m arcs: a sparse linear system by conjugate gradients, O(m) a round, some
 * 100 n bytes; r replicas take r times that. Exact up to the tolerance. Deterministic at any number
 * of threads; the seed matters to the test only.
 *
 * <p>When ties are missing: scores of nodes with few ties move by whole steps; the order of those
 * with many is steadier.
 */
@FunctionalInterface
public interface SpringRank {
  /**
   * Computes the scores.
   *
   * @throws Cancelled if progress says stop
   */
  Result compute(Csr graph, Progress progress);

  /** Scores without a test: p is NaN. */
  static SpringRank standard() {
    return tested(0, 1, 1);
  }

  /**
   * Scores and a test.
   *
   * @param replicas networks with ties turned at random; 0 for no test
   * @param threads most threads to use
   */
  static SpringRank tested(int replicas, long seed, int threads) {
    if (replicas < 0 || threads < 1) {
      throw new BadGraph("replicas " + replicas + " need at least 0, threads " + threads + " 1");
    }
    return (graph, progress) -> new Springs(graph).compute(replicas, seed, threads, progress);
  }

  /**
   * Standing. The array belongs to the result.
   *
   * @param scores by node, higher is above
   * @param energy of the ties, per unit of weight; NaN without ties
   * @param p share of randomly turned networks with an energy as low; NaN if not tested
   * @param rounds of conjugate gradients
   * @param residual what is left of the right-hand side, as a share of it
   */
  record Result(double[] scores, double energy, double p, int rounds, double residual) {}
}

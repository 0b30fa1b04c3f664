package dev.sextant.kernels.centrality;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Closeness.Towards;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.path.HopCount;

/**
 * How many others a node reaches within some steps, or all of them with the far ones counting less.
 *
 * <p>What: <i>within</i> k counts the other nodes at most k hops away; <i>decay</i> sums factor to
 * the power of the hops over the others within reach. Weights are ignored; not normalised. Papers:
 * decay: M. O. Jackson, Social and Economic Networks, 2008, doi:10.1515/9781400833993, p. 39;
 * reach: S. P. Borgatti 2006, doi:10.1007/s10588-006-7084-x. Cost for n nodes and m edges: all
 * nodes at once, 64 in a pass, O(n m / 64) where searches meet the graph together, O(n m) at worst;
 * some 44 bytes a node. Exact up to rounding. Deterministic. No seed.
 *
 * <p>When ties are missing: understated; within two steps, a missing tie to a hub hides all the
 * hub's contacts.
 */
@FunctionalInterface
public interface Reach {
  /**
   * Computes the scores.
   *
   * @throws dev.sextant.kernels.Cancelled if progress says stop; it hears of every 64 nodes
   */
  double[] compute(Csr graph, Progress progress);

  /**
   * Others at most so many hops away.
   *
   * @param hops at least 0
   */
  static Reach within(int hops, Towards towards) {
    if (hops < 0) {
      throw new BadGraph("hops " + hops + ": need at least 0");
    }
    return (graph, progress) -> {
      double[] scores = new double[graph.nodes()];
      count(graph, towards)
          .forEach((v, d, sources) -> scores[v] += d <= hops ? sources : 0, progress);
      return scores;
    };
  }

  /**
   * Others, each counting the factor to the power of its hops.
   *
   * @param factor between 0 and 1, the ends left out
   */
  static Reach decay(double factor, Towards towards) {
    if (!(factor > 0 && factor < 1)) {
      throw new BadGraph("factor " + factor + ": need a number between 0 and 1");
    }
    return (graph, progress) -> {
      double[] scores = new double[graph.nodes()];
      count(graph, towards)
          .forEach((v, d, sources) -> scores[v] += sources * Math.pow(factor, d), progress);
      return scores;
    };
  }

  /* Searches meet the node that they are counted for: towards others, the arcs are turned round. */
  private static HopCount count(Csr graph, Towards towards) {
    return new HopCount(towards == Towards.OTHERS ? graph.reverse() : graph);
  }
}

package dev.sextant.kernels.centrality;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;

/**
 * Betweenness and closeness by all ways at once, as electric current goes.
 *
 * <p>What: ties are wires that conduct as much as their weight. <i>Betweenness</i> is the sum, over
 * unordered pairs of other nodes of the same component, of the share of one unit of current from
 * one to the other that passes through the node. <i>Closeness</i> (information centrality) is the
 * number of other nodes of the component over the sum of the resistances to them; 0 for a node
 * alone. Directions and loops are ignored. Papers: M. E. J. Newman 2005,
 * doi:10.1016/j.socnet.2004.11.009; K. Stephenson and M. Zelen 1989,
 * doi:10.1016/0378-8733(89)90016-6; algorithm: U. Brandes and D. Fleischer 2005,
 * doi:10.1007/978-3-540-31856-9_44. Cost for n nodes and m edges of a component: O(n^3 + m n log n)
 * time, 16 n^2 bytes; refused beyond 8,192 nodes in one component, which is 1 GiB. Exact up to
 * rounding. Deterministic. No seed.
 *
 * <p>When ties are missing: steadier than betweenness by shortest paths, since a detour carries
 * current before it is the shortest.
 */
@FunctionalInterface
public interface CurrentFlow {
  /** Most nodes of a component: their matrices take 1 GiB. */
  int MOST_NODES = 8_192;

  /**
   * Computes the scores.
   *
   * @throws BadGraph if a component has more than {@link #MOST_NODES}
   * @throws dev.sextant.kernels.Cancelled if progress says stop
   */
  Result compute(Csr graph, Progress progress);

  /** By the inverse of each component's matrix. */
  static CurrentFlow exact() {
    return (graph, progress) -> new Currents(graph.ignoringDirection()).compute(true, progress);
  }

  /** Closeness only, which saves the sorting: O(n^3); betweenness is NaN. */
  static CurrentFlow closenessOnly() {
    return (graph, progress) -> new Currents(graph.ignoringDirection()).compute(false, progress);
  }

  /**
   * Scores of every node.
   *
   * @param betweenness by node, not normalised
   * @param closeness by node
   */
  record Result(double[] betweenness, double[] closeness) {}
}

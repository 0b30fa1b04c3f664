package dev.sextant.kernels.path;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.List;

/**
 * The k shortest paths between two nodes that visit no node twice, the shortest first.
 *
 * <p>What: simple paths along the arcs from the source to the target in ascending length; equally
 * long ones by their node numbers as far as they are found, so that which of the equally long ones
 * are the last of k depends on the graph and the ends alone. Papers: J. Y. Yen 1971,
 * doi:10.1287/mnsc.17.11.712; each subproblem solved once, E. L. Lawler 1972,
 * doi:10.1287/mnsc.18.7.401; searches led by the distances to the target, P. E. Hart, N. J. Nilsson
 * and B. Raphael 1968, doi:10.1109/TSSC.1968.300136. Cost for n nodes, m edges and paths of h hops:
 * at worst O(k h (m + n log n)), usually a small part of it; 33 bytes a node and the candidates.
 * Exact. Deterministic. No seed.
 *
 * <p>When ties are missing: the list lacks every path over them, most likely among the first.
 */
@FunctionalInterface
public interface KShortest {
  /**
   * Finds the paths.
   *
   * @return up to k paths, fewer if there are no more
   * @throws BadGraph if the graph has no such node
   * @throws dev.sextant.kernels.Cancelled if progress says stop; it hears of every path
   */
  List<Route> compute(Csr graph, Progress progress);

  /** Every edge is one step; weights are ignored. */
  static KShortest byHops(int source, int target, int k) {
    checked(k);
    return (graph, progress) -> new YenLawler(graph.unweighted(), source, target).find(k, progress);
  }

  /** Weights are lengths; without weights every edge has length 1. */
  static KShortest byLengths(int source, int target, int k) {
    checked(k);
    return (graph, progress) -> new YenLawler(graph, source, target).find(k, progress);
  }

  private static void checked(int k) {
    if (k < 0) {
      throw new BadGraph("k " + k + ": need at least 0");
    }
  }
}

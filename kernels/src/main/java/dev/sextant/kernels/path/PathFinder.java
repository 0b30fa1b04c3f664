package dev.sextant.kernels.path;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.Optional;

/**
 * A shortest path between two nodes, asked many times of one graph.
 *
 * <p>What: one of the shortest paths along the arcs from a source to a target; which of several
 * depends on the graph and the ends alone. Papers: from both ends at once, I. Pohl, Bi-directional
 * search, Machine Intelligence 6, 1971, pp. 127-140 (ISBN 0852242069); always the side with less
 * work ahead goes on, M. Borassi and E. Natale 2016, doi:10.4230/LIPIcs.ESA.2016.20, who show that
 * on social networks this looks at about the square root of the arcs. Cost for n nodes and m edges:
 * O(n + m) by hops, O(m log n) by lengths at worst, usually far less; what a question touched is
 * all that is cleaned up. Memory of a finder: 8 bytes a node by hops, 48 by lengths, and the
 * reverse of a directed graph. Exact. Deterministic. No seed.
 *
 * <p>A finder keeps its working memory: not for several threads at once.
 *
 * <p>When ties are missing: the true chain may be shorter than the one found, never longer.
 */
public interface PathFinder {
  /**
   * Finds a shortest path.
   *
   * @return the path, or nothing if the target is out of reach
   * @throws dev.sextant.kernels.BadGraph if the graph has no such node
   * @throws dev.sextant.kernels.Cancelled if progress says stop
   */
  Optional<Route> find(int source, int target, Progress progress);

  /** Every edge is one step; weights are ignored. */
  static PathFinder byHops(Csr graph) {
    return new TwoSidedHops(graph.unweighted());
  }

  /** Weights are lengths; without weights every edge has length 1. */
  static PathFinder byLengths(Csr graph) {
    return new TwoSidedLengths(graph);
  }
}

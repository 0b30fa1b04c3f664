package dev.sextant.kernels.path;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.List;

/**
 * How many independent paths join two nodes, which they are, and what keeps their number down.
 *
 * <p>What: a largest set of paths along the arcs from the source to the target of which no two
 * share a node besides the ends, or no two share an edge; their number is the local connectivity
 * (K. Menger 1927, doi:10.4064/fm-10-1-96-115), and equals the fewest nodes or edges whose removal
 * parts the two. One such set, the <i>cut</i> nearest to the source, is given too: everything
 * between the two passes it. Weights and loops are ignored. Paper for the search: E. A. Dinic 1970;
 * on edges of one unit O(m min(n^(2/3), m^(1/2))), on nodes O(m n^(1/2)) time for n nodes and m
 * edges, S. Even and R. E. Tarjan 1975, doi:10.1137/0204043; some 26 bytes an arc and 40 a node.
 * Exact. Deterministic. No seed.
 *
 * <p>When ties are missing: the number is understated, and the cut may be none.
 */
@FunctionalInterface
public interface DisjointPaths {
  /**
   * Finds the paths and the cut.
   *
   * @throws BadGraph if the graph has no such nodes, or they are the same
   * @throws dev.sextant.kernels.Cancelled if progress says stop
   */
  Result compute(Csr graph, Progress progress);

  /** No two paths share a node besides the ends. */
  static DisjointPaths byNodes(int source, int target) {
    return (graph, progress) -> new UnitFlow(graph, source, target, true).compute(progress);
  }

  /** No two paths share an edge; in a directed graph, an arc. */
  static DisjointPaths byEdges(int source, int target) {
    return (graph, progress) -> new UnitFlow(graph, source, target, false).compute(progress);
  }

  /**
   * The paths and the cut.
   *
   * @param routes the paths, the fewest hops first, then by node numbers; lengths are hops
   * @param cutNodes by nodes: the nodes of the cut, ascending; empty by edges
   * @param cutFrom by edges: tails of the edges of the cut; by nodes: the source if it is tied to
   *     the target, for that tie no node can cut
   * @param cutTo the other ends of these edges
   */
  record Result(List<Route> routes, int[] cutNodes, int[] cutFrom, int[] cutTo) {
    /** How many independent paths there are: as many as the cut has nodes and edges. */
    public int count() {
      return routes.size();
    }
  }
}

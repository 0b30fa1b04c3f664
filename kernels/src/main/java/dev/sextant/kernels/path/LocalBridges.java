package dev.sextant.kernels.path;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;

/**
 * How far apart the ends of each tie would be without it.
 *
 * <p>What: the <i>span</i> of an edge is the number of hops between its ends when it is taken away:
 * 2 inside a triangle, infinite if it is a bridge; an edge with a span above 2 is a <i>local
 * bridge</i>, over which news travels between circles that have no common member. Directions,
 * weights and loops are ignored. Paper: M. S. Granovetter 1973, doi:10.1086/225469; D. Easley and
 * J. Kleinberg 2010, doi:10.1017/CBO9780511761942, ch. 3. Cost for n nodes and m edges: a search
 * from both ends an edge, O(m (n + m)) at worst, usually close to O(m); 8 bytes a node and 16 an
 * edge. Exact. Deterministic. No seed.
 *
 * <p>When ties are missing: spans are overstated, and ordinary ties seem to be local bridges.
 */
@FunctionalInterface
public interface LocalBridges {
  /**
   * Measures every edge.
   *
   * @throws dev.sextant.kernels.Cancelled if progress says stop; it hears of every few thousand
   *     edges
   */
  Result compute(Csr graph, Progress progress);

  /** Takes each edge away in turn. */
  static LocalBridges spans() {
    return (given, progress) -> {
      Csr graph = given.ignoringDirection().unweighted();
      TwoSidedHops finder = new TwoSidedHops(graph);
      int edges = graph.edges() - graph.loops();
      int[] from = new int[edges];
      int[] to = new int[edges];
      double[] span = new double[edges];
      int at = 0;
      for (int v = 0; v < graph.nodes(); v++) {
        for (int a = graph.first(v); a < graph.end(v); a++) {
          if (graph.target(a) > v) {
            from[at] = v;
            to[at] = graph.target(a);
            span[at] = finder.withoutTie(v, to[at], Progress.silent());
            if ((++at & 0xFFF) == 0) {
              progress.step(at, edges);
            }
          }
        }
      }
      progress.step(edges, edges);
      return new Result(from, to, span);
    };
  }

  /**
   * Spans by edge, in the order of the ends.
   *
   * @param from the smaller end of each edge
   * @param to the larger end
   * @param span hops between them without the edge; infinite for a bridge
   */
  record Result(int[] from, int[] to, double[] span) {
    /** True if the ends of an edge have no common contact. */
    public boolean local(int edge) {
      return span[edge] > 2;
    }
  }
}

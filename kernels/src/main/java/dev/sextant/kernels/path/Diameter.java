package dev.sextant.kernels.path;

import dev.sextant.kernels.Closeness;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;

/**
 * The longest of all shortest paths.
 *
 * <p>What: the largest distance between two nodes that reach each other, with two nodes that are so
 * far apart; pairs out of reach are left out. Papers: undirected by hops, P. Crescenzi, R. Grossi,
 * M. Habib, L. Lanzi and A. Marino, On computing the diameter of real-world undirected graphs
 * (iFUB), 2013, doi:10.1016/j.tcs.2012.09.018; else from all distances, as {@link Closeness}. Cost
 * for n nodes and m edges: O(n m) at worst, by iFUB a handful of searches of O(n + m) on social
 * networks; some 20 bytes a node; O(n m + n^2 log n) by lengths. Exact. Deterministic. No seed.
 *
 * <p>When ties are missing: the diameter is overstated while the network holds together, and drops
 * when it falls apart.
 */
@FunctionalInterface
public interface Diameter {
  /**
   * Measures.
   *
   * @throws dev.sextant.kernels.Cancelled if progress says stop
   */
  Result compute(Csr graph, Progress progress);

  /** Every edge is one step; weights are ignored. */
  static Diameter byHops() {
    return byHops(1);
  }

  /**
   * As {@link #byHops()}, on several threads where all distances are needed: in a directed graph.
   *
   * @param threads most threads to use, at least 1; any number gives the same bytes
   */
  static Diameter byHops(int threads) {
    return (graph, progress) ->
        graph.directed()
            ? fromAll(
                graph.unweighted(),
                Closeness.byHops(Closeness.Towards.OTHERS, threads).compute(graph, progress),
                progress)
            : new FringeBound(graph).compute(progress);
  }

  /** Weights are lengths; without weights every edge has length 1. */
  static Diameter byLengths() {
    return (graph, progress) ->
        fromAll(
            graph,
            Closeness.byLengths(Closeness.Towards.OTHERS).compute(graph, progress),
            progress);
  }

  private static Result fromAll(Csr graph, Closeness.Result all, Progress progress) {
    int from = 0;
    for (int v = 1; v < graph.nodes(); v++) {
      if (all.farthest(v) > all.farthest(from)) {
        from = v;
      }
    }
    if (graph.nodes() == 0 || all.farthest(from) == 0) {
      return new Result(0, -1, -1, graph.nodes());
    }
    double[] distance =
        graph.weighted()
            ? Dijkstra.from(graph, from, progress)
            : BreadthFirst.from(graph, from, progress);
    int to = 0;
    while (distance[to] != all.farthest(from)) {
      to++;
    }
    return new Result(all.farthest(from), from, to, graph.nodes() + 1L);
  }

  /**
   * The diameter.
   *
   * @param length the largest distance; 0 if nobody reaches anybody
   * @param from one end, or -1 if nobody reaches anybody
   * @param to the other end, or -1
   * @param searches how many searches it took
   */
  record Result(double length, int from, int to, long searches) {}
}

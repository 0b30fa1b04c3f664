package dev.sextant.kernels.path;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.List;

/**
 * All shortest paths between two nodes: how many, and which.
 *
 * <p>What: every path of the smallest length from the source to the target, counted exactly and
 * listed by node numbers, smallest first, up to a bound. By lengths, two paths count as equally
 * short if they differ by less than 1e-10 of the longer, as in betweenness. Paper for the counting:
 * U. Brandes 2001, doi:10.1080/0022250X.2001.9990249. Cost for n nodes and m edges: one search from
 * each end, O(n + m) by hops and O(m log n) by lengths, then O(length) for each path listed; some
 * 40 bytes a node. Exact. Deterministic. No seed.
 *
 * <p>When ties are missing: paths that run over them are not seen; a single hidden tie may make a
 * shorter one, so that none of these is the shortest.
 */
@FunctionalInterface
public interface AllShortest {
  /**
   * Finds the paths.
   *
   * @throws BadGraph if the graph has no such node, or there are 2^63 paths or more
   * @throws dev.sextant.kernels.Cancelled if progress says stop
   */
  Result compute(Csr graph, Progress progress);

  /**
   * Every edge is one step; weights are ignored.
   *
   * @param most paths to list at most, 0 to count only
   */
  static AllShortest byHops(int source, int target, int most) {
    return (graph, progress) ->
        new ShortestDag(graph.unweighted(), source, target).compute(most, progress);
  }

  /**
   * Weights are lengths; without weights every edge has length 1.
   *
   * @param most paths to list at most, 0 to count only
   */
  static AllShortest byLengths(int source, int target, int most) {
    return (graph, progress) -> new ShortestDag(graph, source, target).compute(most, progress);
  }

  /**
   * The shortest paths.
   *
   * @param length of each of them; infinite if there is none, 0 if source and target are the same
   * @param count how many there are
   * @param routes those listed
   */
  record Result(double length, long count, List<Route> routes) {
    /** True if all are listed. */
    public boolean complete() {
      return routes.size() == count;
    }
  }
}

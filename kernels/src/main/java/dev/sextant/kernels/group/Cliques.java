package dev.sextant.kernels.group;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.List;

/**
 * Maximal cliques: sets in which everybody is tied to everybody, and that nobody could join.
 *
 * <p>What: all maximal cliques of at least a given size, largest first and then in order of their
 * members. Directions, weights and loops are ignored; a node without edges is a clique of one.
 * Paper: D. Eppstein, M. Loeffler and D. Strash 2010, doi:10.1007/978-3-642-17517-6_36 (Bron and
 * Kerbosch with pivots, in degeneracy order). Cost: O(d n 3^(d/3)) for n nodes and degeneracy d
 * (the largest k-core): there can be exponentially many, so a limit on their number is a parameter,
 * and beyond it the computation refuses; memory O(m) and the cliques. Deterministic, one thread, no
 * seed.
 *
 * <p>When ties are missing: one missing tie splits a clique of s into two of s - 1; plexes and
 * trusses bear it better.
 */
@FunctionalInterface
public interface Cliques {
  /** What fits in memory and eye; a choice of {@link #maximal(int)}. */
  int USUAL_LIMIT = 1_000_000;

  /**
   * Lists cliques.
   *
   * @throws BadGraph if there are more than the limit
   * @throws dev.sextant.kernels.Cancelled if progress says stop; it hears of every node
   */
  Result compute(Csr graph, Progress progress);

  /** Those of at least so many members, up to a million. */
  static Cliques maximal(int smallest) {
    return maximal(smallest, USUAL_LIMIT);
  }

  /**
   * Those of at least so many members.
   *
   * @param limit most to list, at least 1
   * @throws BadGraph if a parameter is below 1
   */
  static Cliques maximal(int smallest, int limit) {
    if (smallest < 1 || limit < 1) {
      throw new BadGraph("smallest " + smallest + ", limit " + limit + ": need at least 1");
    }
    return (graph, progress) ->
        new CliqueSearch(PlainRows.of(graph), smallest, limit).compute(progress);
  }

  /**
   * Cliques.
   *
   * @param cliques members in order; the list is not to be changed
   * @param degeneracy of the graph: every clique has at most one member more
   */
  record Result(List<int[]> cliques, int degeneracy) {
    /** Members of the largest; 0 if none was large enough. */
    public int largest() {
      return cliques.isEmpty() ? 0 : cliques.get(0).length;
    }
  }
}

package dev.sextant.kernels.group;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.List;

/**
 * Maximal k-plexes: cliques in which everybody may lack ties to a few.
 *
 * <p>What: all sets of at least a given size in which each member is tied to all but at most k of
 * the members, itself among the k, and that nobody could join; k = 1 gives cliques. Largest first,
 * then in order of their members. Directions, weights and loops are ignored. Papers: S. B. Seidman
 * and B. L. Foster 1978, doi:10.1080/0022250X.1978.9989883; branching on whoever lacks most ties as
 * in Q. Dai et al. 2022, arXiv:2203.10760. Cost: exponential. Nodes that cannot be in so large a
 * plex are left out first; what remains may have at most {@link #MOST_NODES} nodes and the search
 * at most {@link #MOST_STEPS} steps, beyond which it refuses. A plex of 2k - 1 members or more is
 * connected; smaller ones need not be. Deterministic, one thread, no seed.
 *
 * <p>When ties are missing: a k-plex stays one with k + 1 if each member misses at most one tie.
 */
@FunctionalInterface
public interface Plexes {
  /** Nodes beyond which the rows of bits would no longer stay small; cost is in the steps. */
  int MOST_NODES = 4_096;

  /** Branches; some tens of seconds at the most. */
  long MOST_STEPS = 20_000_000;

  /**
   * Lists plexes.
   *
   * @throws BadGraph if the search exceeds a bound
   * @throws dev.sextant.kernels.Cancelled if progress says stop; it hears of every 1,024 steps
   */
  Result compute(Csr graph, Progress progress);

  /**
   * Those of at least so many members.
   *
   * @param k how many members, itself among them, each may have no tie to; at least 1
   * @param smallest members; 2k - 1 or more is advised
   * @throws BadGraph if a parameter is below 1
   */
  static Plexes maximal(int k, int smallest) {
    if (k < 1 || smallest < 1) {
      throw new BadGraph("k " + k + ", smallest " + smallest + ": need at least 1");
    }
    return (graph, progress) ->
        new PlexSearch(PlainRows.of(graph), k, smallest, progress).compute();
  }

  /**
   * Plexes.
   *
   * @param plexes members in order; the list is not to be changed
   * @param k as asked for
   */
  record Result(List<int[]> plexes, int k) {}
}

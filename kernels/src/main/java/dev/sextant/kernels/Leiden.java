package dev.sextant.kernels;

/**
 * Communities: groups with more edges inside than chance would put there.
 *
 * <p>What: a partition of high modularity at a resolution g, that is of the sum over groups of
 * (weight inside)/m - g (strength of the group / 2m)^2, m being the weight of all edges; every
 * group is connected, no single node gains by moving to another group, no two groups gain by
 * joining (gains below 1e-10 of modularity are rounding). Directions are ignored (weights of the
 * two arcs of a pair are added); an edge from a node to itself counts once as weight inside and
 * twice as strength. Papers: V. A. Traag, L. Waltman and N. J. van Eck, From Louvain to Leiden,
 * 2019, doi:10.1038/s41598-019-41695-z; modularity: M. E. J. Newman and M. Girvan 2004,
 * doi:10.1103/PhysRevE.69.026113; resolution: J. Reichardt and S. Bornholdt 2006,
 * doi:10.1103/PhysRevE.74.016110. Cost: O(m) a pass over the edges in practice, some ten to a
 * hundred passes; O(n + m) memory for n nodes and m edges. A heuristic: the best partition is
 * NP-hard to find and no bound is known; how far partitions from several seeds agree shows how firm
 * one is. Deterministic for a seed, which is the second parameter of {@link #modularity}.
 *
 * <p>When ties are missing: large groups stay, their borders move; groups smaller than about the
 * square root of 2m edges may be merged at resolution 1 even in complete data (S. Fortunato and M.
 * Barthelemy 2007, doi:10.1073/pnas.0605965104).
 */
@FunctionalInterface
public interface Leiden {
  /** Enough for every graph tried to come to rest; it guards, it hardly ever decides. */
  int MOST_ROUNDS = 100;

  /**
   * Finds communities.
   *
   * @throws Cancelled if progress says stop; it hears of every level
   */
  Result compute(Csr graph, Progress progress);

  /**
   * Repeats the algorithm from its own result until modularity no longer rises.
   *
   * @param resolution above 0; higher gives more and smaller groups, 1 is classic modularity
   * @param seed of the random order of nodes and of the refinement
   * @throws BadGraph if the resolution is not a finite number above 0
   */
  static Leiden modularity(double resolution, long seed) {
    return modularity(resolution, seed, MOST_ROUNDS);
  }

  /**
   * As {@link #modularity(double, long)}, with a limit on the repetitions.
   *
   * @param rounds most repetitions, at least 1; when the limit ends it, single moves may still gain
   * @throws BadGraph if a parameter is out of range
   */
  static Leiden modularity(double resolution, long seed, int rounds) {
    if (!(resolution > 0) || resolution == Double.POSITIVE_INFINITY || rounds < 1) {
      throw new BadGraph(
          "resolution " + resolution + ", rounds " + rounds + ": need resolution > 0, rounds >= 1");
    }
    return (graph, progress) ->
        new LeidenRounds(graph, resolution, new SplitMix(seed), progress).compute(rounds);
  }

  /**
   * Communities, numbered by size and then by smallest member.
   *
   * @param communities the partition
   * @param modularity its modularity at the resolution, at most 1; 0 for a graph without edges
   * @param resolution as asked for
   * @param levels how often the graph was folded in the repetition that gave the result
   * @param rounds repetitions run
   */
  record Result(
      Partition communities, double modularity, double resolution, int levels, int rounds) {}
}

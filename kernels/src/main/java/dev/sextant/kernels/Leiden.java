package dev.sextant.kernels;

import java.util.List;

/**
 * Communities: groups with more edges inside than chance would put there.
 *
 * <p>What: a partition of high quality at a resolution g, where quality is one of
 *
 * <ul>
 *   <li>{@link #modularity}: the sum over groups of (weight inside)/m - g (strength of the group /
 *       2m)^2, m being the weight of all edges. Directions are ignored (weights of the two arcs of
 *       a pair are added); an edge from a node to itself counts once as weight inside and twice as
 *       strength.
 *   <li>{@link #directedModularity}: the sum of (weight inside)/m - g (strength out)(strength
 *       in)/m^2, m being the weight of all arcs; on an undirected graph the same as modularity.
 *   <li>{@link #constantPotts}: the sum of (weight inside) - g s(s - 1)/2 for a group of s nodes: g
 *       is the density that a group must exceed, and large graphs do not swallow small groups.
 *       Directions are ignored.
 * </ul>
 *
 * <p>Every group is connected. Run to rest, no single node gains by moving to another group and no
 * two groups gain by joining (gains below 1e-10 of the whole are rounding); with a limit on the
 * rounds, groups are connected still, but single moves may be left that gain. A node without edges
 * is a group of its own.
 *
 * <p>Papers: V. A. Traag, L. Waltman and N. J. van Eck, From Louvain to Leiden, 2019,
 * doi:10.1038/s41598-019-41695-z (refinement here takes the best part, not one at random, as in S.
 * Sahu 2023, arXiv:2312.13936); modularity: M. E. J. Newman and M. Girvan 2004,
 * doi:10.1103/PhysRevE.69.026113; resolution: J. Reichardt and S. Bornholdt 2006,
 * doi:10.1103/PhysRevE.74.016110; directed: E. A. Leicht and M. E. J. Newman 2008,
 * doi:10.1103/PhysRevLett.100.118703; constant Potts model: V. A. Traag, P. Van Dooren and Y.
 * Nesterov 2011, doi:10.1103/PhysRevE.84.016114. Cost: O(m) a pass over the edges in practice, some
 * ten to a hundred passes; at most 40 bytes an arc (16 without weights) and 100 a node beside the
 * graph. A heuristic: the best partition is NP-hard to find and no bound is known; how far
 * partitions from several seeds agree shows how firm one is. Deterministic for a seed, which is the
 * second parameter of every factory; one thread.
 *
 * <p>When ties are missing: large groups stay, their borders move; groups smaller than about the
 * square root of 2m edges may be merged at resolution 1 even in complete data (S. Fortunato and M.
 * Barthelemy 2007, doi:10.1073/pnas.0605965104).
 */
@FunctionalInterface
public interface Leiden {
  /** Enough for every graph tried to come to rest; it guards, it hardly ever decides. */
  int MOST_ROUNDS = 100;

  /** What the authors' and other programs run by default; within .001 of rest on graphs tried. */
  int QUICK_ROUNDS = 2;

  /**
   * Finds communities.
   *
   * @throws Cancelled if progress says stop; it hears of every sweep over the nodes
   */
  Result compute(Csr graph, Progress progress);

  /**
   * Repeats the algorithm from its own result until modularity no longer rises.
   *
   * @param resolution above 0; higher gives more and smaller groups, 1 is classic modularity
   * @param seed of the order in which nodes of a degree are visited
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
    return maximising(LeidenGround.Aim.MODULARITY, resolution, seed, rounds);
  }

  /**
   * Modularity that expects arcs from who sends much to who receives much.
   *
   * @param resolution above 0
   * @param seed of the order in which nodes of a degree are visited
   * @param rounds most repetitions, at least 1
   * @throws BadGraph if a parameter is out of range
   */
  static Leiden directedModularity(double resolution, long seed, int rounds) {
    return maximising(LeidenGround.Aim.DIRECTED_MODULARITY, resolution, seed, rounds);
  }

  /**
   * The constant Potts model.
   *
   * @param resolution above 0: the weight a pair of a group must have on average
   * @param seed of the order in which nodes of a degree are visited
   * @param rounds most repetitions, at least 1
   * @throws BadGraph if a parameter is out of range
   */
  static Leiden constantPotts(double resolution, long seed, int rounds) {
    return maximising(LeidenGround.Aim.CPM, resolution, seed, rounds);
  }

  private static Leiden maximising(LeidenGround.Aim aim, double resolution, long seed, int rounds) {
    if (!(resolution > 0) || resolution == Double.POSITIVE_INFINITY || rounds < 1) {
      throw new BadGraph(
          "resolution " + resolution + ", rounds " + rounds + ": need resolution > 0, rounds >= 1");
    }
    return (graph, progress) ->
        new LeidenRounds(graph, aim, resolution, new SplitMix(seed), progress).compute(rounds);
  }

  /**
   * Communities, numbered by size and then by smallest member.
   *
   * @param communities the partition
   * @param quality what was maximised: a modularity is at most 1, and 0 for a graph without edges
   * @param resolution as asked for
   * @param levels partitions met on the way to the communities, in the last repetition
   * @param rounds repetitions run
   */
  record Result(
      Partition communities, double quality, double resolution, Levels levels, int rounds) {
    /** The quality, by the name it has unless the constant Potts model was asked for. */
    public double modularity() {
      return quality;
    }
  }

  /**
   * Nested partitions, from many small connected parts to the parts that became communities: every
   * part of a level lies in one part of the next, and the last are the communities. Computed when
   * asked for: O(n) each.
   */
  final class Levels {
    private final LeidenGround ground;
    private final List<int[]> folds;

    Levels(LeidenGround ground, List<int[]> folds) {
      this.ground = ground;
      this.folds = folds;
    }

    /** How many; 0 if nothing joined. */
    public int count() {
      return folds.size();
    }

    /**
     * A partition.
     *
     * @param level from 0, the finest, to below {@link #count}
     */
    public Partition at(int level) {
      int[] labels = folds.get(level);
      for (int d = level - 1; d >= 0; d--) {
        labels = LeidenRounds.below(labels, folds.get(d));
      }
      return Partition.ofLabels(ground.spread(labels));
    }
  }
}

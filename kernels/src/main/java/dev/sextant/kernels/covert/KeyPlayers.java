package dev.sextant.kernels.covert;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Cancelled;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.List;

/**
 * Sets of nodes that together hold a network or reach it; the best set is seldom the nodes that
 * score best one by one.
 *
 * <p>What: <i>fragmentation</i> (KPP-Neg) is judged on what remains without the set, over the
 * ordered pairs of remaining nodes: the share of pairs in different pieces (plain, directions
 * ignored), or 1 minus the mean of 1/distance (by distance, along arcs; 0 for a pair out of reach);
 * 1 where fewer than two nodes remain. <i>Reach</i> (KPP-Pos) is the share of all nodes within so
 * many steps of the set, or the mean over all nodes of 1/distance from the nearest member, members
 * counting 1 (along arcs, from the set). Weights and loops are ignored. Paper: S. P. Borgatti,
 * Identifying sets of key players in a social network, 2006, doi:10.1007/s10588-006-7084-x.
 *
 * <p>How: greedy, then swaps of one member for one other until none helps, shaken and climbed
 * again, from several seeded starts; up to 60 nodes branch and bound follows and proves the best
 * sets if its budget lasts. Greedy reach is within 1 - 1/e of the best (monotone and submodular).
 * Cost for n nodes, m edges, sets of k and a pool of p candidates: plain fragmentation O(k (n + m))
 * a round of swaps, whatever the pool; by distance k p all-pairs searches of O(n m / 64) a round,
 * refused above 65,536 nodes; reach O(p m) once and O(k p n) a round, with 2 p n bytes.
 * Deterministic at any number of threads; the seed is in {@link Search}.
 *
 * <p>When ties are missing: an unseen tie round a cut makes the cut worthless, so the gain promised
 * by a fragmenting set is an upper estimate; reach is a lower one. Sets of nearly the same value
 * are reported because data with errors cannot tell them apart.
 */
@FunctionalInterface
public interface KeyPlayers {
  /** What a set is judged by. */
  enum Aim {
    /** Share of remaining pairs that lose each other. */
    FRAGMENT,
    /** 1 minus the mean of 1/distance of remaining pairs. */
    FRAGMENT_BY_DISTANCE,
    /** Share of nodes within so many steps. */
    REACH,
    /** Mean of 1/distance from the set. */
    REACH_BY_DISTANCE
  }

  /**
   * What a set is judged by, with the number of steps that plain reach needs.
   *
   * @param steps for {@link Aim#REACH} at least 1; else 0
   */
  record Goal(Aim aim, int steps) {
    /** Refuses steps where there are none, and none where they are needed. */
    public Goal {
      if (aim == Aim.REACH ? steps < 1 : steps != 0) {
        throw new BadGraph("steps " + steps + " do not fit the aim " + aim);
      }
    }

    /** Plain fragmentation. */
    public static Goal fragment() {
      return new Goal(Aim.FRAGMENT, 0);
    }

    /** Distance-weighted fragmentation. */
    public static Goal fragmentByDistance() {
      return new Goal(Aim.FRAGMENT_BY_DISTANCE, 0);
    }

    /** Nodes within so many steps. */
    public static Goal reach(int steps) {
      return new Goal(Aim.REACH, steps);
    }

    /** Distance-weighted reach. */
    public static Goal reachByDistance() {
      return new Goal(Aim.REACH_BY_DISTANCE, 0);
    }

    boolean fragments() {
      return aim == Aim.FRAGMENT || aim == Aim.FRAGMENT_BY_DISTANCE;
    }
  }

  /**
   * How hard to look.
   *
   * @param restarts starts of greedy and swaps, at least 1; the first is plain greedy
   * @param keep how many sets to report at most, at least 1
   * @param pool most candidates to draw members from where judging one is dear: those with the
   *     highest degree, and those that do best alone; all nodes if there are no more than that
   * @param budget most steps of branch and bound on graphs up to 60 nodes; 0 leaves it out
   * @param seed of the starts
   * @param threads most threads to use
   */
  record Search(int restarts, int keep, int pool, long budget, long seed, int threads) {
    /** Eight starts, ten sets, a pool of 100, two million steps, seed 1, one thread. */
    public static Search usual() {
      return new Search(8, 10, 100, 2_000_000, 1, 1);
    }

    /** Refuses numbers below the least. */
    public Search {
      if (restarts < 1 || keep < 1 || pool < 1 || budget < 0 || threads < 1) {
        throw new BadGraph("restarts, keep, pool and threads need at least 1, the budget 0");
      }
    }

    /** The same with another seed. */
    public Search seeded(long other) {
      return new Search(restarts, keep, pool, budget, other, threads);
    }

    /** The same on so many threads. */
    public Search on(int most) {
      return new Search(restarts, keep, pool, budget, seed, most);
    }
  }

  /**
   * Finds sets.
   *
   * @throws BadGraph if the graph has fewer nodes than the set is to have, or is too large for the
   *     goal
   * @throws Cancelled if progress says stop
   */
  Result compute(Csr graph, Progress progress);

  /**
   * Sets of a given size.
   *
   * @param size at least 1; a set that fragments leaves at least one node
   */
  static KeyPlayers ofSize(Goal goal, int size, Search search) {
    if (size < 1) {
      throw new BadGraph("a set of " + size + " nodes: need at least 1");
    }
    return (graph, progress) -> new KeyPlayerSearch(graph, goal, search, progress).ofSize(size);
  }

  /**
   * The smallest sets found that are worth at least so much; no set at all if even the largest
   * tried, all nodes but one or 1,000, falls short. Proved if every smaller size was.
   *
   * @param worth from 0 to 1
   */
  static KeyPlayers smallest(Goal goal, double worth, Search search) {
    if (!(worth >= 0 && worth <= 1)) {
      throw new BadGraph("worth " + worth + " is not within 0..1");
    }
    return (graph, progress) -> new KeyPlayerSearch(graph, goal, search, progress).worth(worth);
  }

  /** Sets, best first; equal values in the order of their members. */
  final class Result {
    private final List<int[]> sets;
    private final double[] values;
    private final boolean proved;
    private final double before;

    Result(List<int[]> sets, double[] values, boolean proved, double before) {
      this.sets = sets;
      this.values = values;
      this.proved = proved;
      this.before = before;
    }

    /** How many sets there are. */
    public int count() {
      return sets.size();
    }

    /** A set's nodes, ascending; a copy. */
    public int[] set(int rank) {
      return sets.get(rank).clone();
    }

    /** A set's fragmentation or reach. */
    public double value(int rank) {
      return values[rank];
    }

    /** True if branch and bound proved that no set of this size is worth more than the first. */
    public boolean proved() {
      return proved;
    }

    /** The graph's fragmentation with nobody removed; for reach 0. */
    public double before() {
      return before;
    }

    /**
     * The share of the reported sets that a node is in: near 1 for a node that no good set does
     * without, in between for one that others can stand in for.
     */
    public double share(int node) {
      int in = 0;
      for (int[] set : sets) {
        in += java.util.Arrays.binarySearch(set, node) >= 0 ? 1 : 0;
      }
      return sets.isEmpty() ? 0 : (double) in / sets.size();
    }
  }
}

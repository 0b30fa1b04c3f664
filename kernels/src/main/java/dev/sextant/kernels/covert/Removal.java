package dev.sextant.kernels.covert;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Cancelled;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;

/**
 * What is left of a network as nodes are taken away one after another.
 *
 * <p>What, after each number of removals: <i>largest</i>, the share of all the graph's nodes that
 * are in the largest remaining piece (directions ignored); <i>fragmentation</i>, the share of pairs
 * of remaining nodes in different pieces; <i>distance-fragmentation</i>, 1 minus the mean of
 * 1/distance of ordered pairs of remaining nodes (both as in {@link KeyPlayers});
 * <i>efficiency</i>, the sum of 1/distance over the number of ordered pairs of all the graph's
 * nodes, so that a removed node's pairs are lost. Robustness R is the mean of <i>largest</i> over
 * all removals (C. Schneider et al. 2011, doi:10.1073/pnas.1009440108): .5 at best, near 0 for a
 * star whose middle goes first. Orders: R. Albert et al. 2000, doi:10.1038/35019019 (degree); P.
 * Holme et al. 2002, doi:10.1103/PhysRevE.65.056109 (betweenness, recomputed); F. Morone and H.
 * Makse 2015, doi:10.1038/nature14604 (collective influence). Weights and loops are ignored.
 *
 * <p>Cost for n nodes, m edges, r removals and p points of the curves: pieces O(n + m) in all, by
 * adding nodes back in turn; distances p all-pairs searches, O(p n m / 64), left out (NaN) above
 * 65,536 nodes; the order O(n log n) by degree, one computation of the score if fixed, r of them if
 * recomputed, r walks over the largest piece by {@link Strategy#LARGEST_PIECE}. Deterministic at
 * any number of threads: equal scores go by node number, and random orders by their seed.
 *
 * <p>When ties are missing: the network is tougher than it looks, and an order learned from what
 * was seen does less to the true one than its curve says.
 */
@FunctionalInterface
public interface Removal {
  /** Who goes first. */
  enum Strategy {
    /** Most neighbours, whatever the direction. */
    DEGREE,
    /** Highest betweenness by hops. */
    BETWEENNESS,
    /** Highest harmonic closeness by hops, to others. */
    CLOSENESS,
    /** Highest collective influence at two steps; once all is 0, most neighbours. */
    COLLECTIVE_INFLUENCE,
    /**
     * In the largest piece, the node without which the fewest pairs stay together; equal ones by
     * most neighbours. Always recomputed.
     */
    LARGEST_PIECE
  }

  /** When scores are computed. */
  enum Order {
    /** Once, on the whole graph. */
    FIXED,
    /** Again after every removal. */
    RECOMPUTED
  }

  /**
   * How far to go and how closely to look.
   *
   * @param most most nodes to remove; at most all are
   * @param points most places of the curves, spread evenly from no removal to the last; at least 2
   * @param threads most threads to use
   */
  record Extent(int most, int points, int threads) {
    /** All nodes, 101 points, one thread. */
    public static Extent all() {
      return new Extent(Integer.MAX_VALUE, 101, 1);
    }

    /** Refuses numbers below the least. */
    public Extent {
      if (most < 0 || points < 2 || threads < 1) {
        throw new BadGraph("removals need at least 0, points 2, threads 1");
      }
    }
  }

  /**
   * Removes.
   *
   * @throws Cancelled if progress says stop
   */
  Result compute(Csr graph, Progress progress);

  /** By a strategy. */
  static Removal by(Strategy strategy, Order order, Extent extent) {
    return (graph, progress) -> {
      int most = Math.min(extent.most(), graph.nodes());
      int[] out = new RemovalOrder(graph, extent.threads(), progress).by(strategy, order, most);
      return RemovalCurves.of(graph, out, extent, progress);
    };
  }

  /**
   * The nodes given, in their order.
   *
   * @throws BadGraph from compute, if a node is not in the graph or comes twice
   */
  static Removal listed(int[] nodes, Extent extent) {
    int[] list = nodes.clone();
    return (graph, progress) -> RemovalCurves.of(graph, checked(list, graph), extent, progress);
  }

  /**
   * In random orders, so many times: curves are means, with the band that nine orders of ten keep
   * within.
   */
  static Removal random(int replicas, long seed, Extent extent) {
    if (replicas < 1) {
      throw new BadGraph("replicas " + replicas + ": need at least 1");
    }
    return (graph, progress) -> RemovalCurves.random(graph, replicas, seed, extent, progress);
  }

  private static int[] checked(int[] nodes, Csr graph) {
    boolean[] seen = new boolean[graph.nodes()];
    for (int v : nodes) {
      if (v < 0 || v >= seen.length || seen[v]) {
        throw new BadGraph("node " + v + " is not in the graph, or is listed twice");
      }
      seen[v] = true;
    }
    return nodes;
  }

  /** A curve's kinds. */
  enum Curve {
    /** Share of all nodes in the largest remaining piece. */
    LARGEST,
    /** Share of pairs of remaining nodes in different pieces; 1 below two nodes. */
    FRAGMENTATION,
    /** 1 minus the mean of 1/distance of remaining pairs; 1 below two nodes. */
    DISTANCE_FRAGMENTATION,
    /** Sum of 1/distance over the pairs of all nodes. */
    EFFICIENCY;

    /** As people read it. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** Curves over the number of nodes removed. */
  final class Result {
    private final int[] order;
    private final int[] removed;
    private final double[][] curves;
    private final double[][] low;
    private final double[][] high;
    private final double robustness;

    Result(
        int[] order,
        int[] removed,
        double[][] curves,
        double[][] low,
        double[][] high,
        double robustness) {
      this.order = order;
      this.removed = removed;
      this.curves = curves;
      this.low = low;
      this.high = high;
      this.robustness = robustness;
    }

    /** The nodes in the order of removal; empty for random orders. A copy. */
    public int[] order() {
      return order.clone();
    }

    /** How many nodes are gone at each point, ascending from 0. A copy. */
    public int[] removed() {
      return removed.clone();
    }

    /** A curve's values at the points; the mean if orders are random. A copy. */
    public double[] curve(Curve curve) {
      return curves[curve.ordinal()].clone();
    }

    /** Below this are 5% of the random orders; the curve itself if there is one order. A copy. */
    public double[] low(Curve curve) {
      return low[curve.ordinal()].clone();
    }

    /** Above this are 5% of the random orders; the curve itself if there is one order. A copy. */
    public double[] high(Curve curve) {
      return high[curve.ordinal()].clone();
    }

    /** R, from 0 to .5; NaN unless all nodes were removed. */
    public double robustness() {
      return robustness;
    }
  }
}

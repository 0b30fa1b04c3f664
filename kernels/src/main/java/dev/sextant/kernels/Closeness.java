package dev.sextant.kernels;

/**
 * How near each node is to the others.
 *
 * <p>What: from the distances between a node and all those it can reach: <i>harmonic</i> closeness
 * is the sum of 1/distance; <i>classic</i> closeness is (reached - 1) over the sum of distances,
 * within what is reached; the <i>corrected</i> one multiplies it by the share of the graph that is
 * reached. Papers: L. C. Freeman 1978, doi:10.1016/0378-8733(78)90021-7; correction: S. Wasserman
 * and K. Faust, Social Network Analysis, 1994, doi:10.1017/CBO9780511815478, p. 201; harmonic: P.
 * Boldi and S. Vigna, Axioms for centrality, 2014, doi:10.1080/15427951.2013.865686. Cost for n
 * nodes and m edges: O(n m) time by hops, of which 512 sources share each step (M. Then et al.
 * 2014, doi:10.14778/2735496.2735507), with some 230 bytes a node and thread; O(n m + n^2 log n)
 * time and O(n) memory by lengths. Exact up to rounding. Deterministic. No seed.
 *
 * <p>When ties are missing: more robust than betweenness; classic closeness jumps when the graph
 * falls apart, harmonic does not.
 */
@FunctionalInterface
public interface Closeness {
  /** Which distances count in a directed graph. */
  enum Towards {
    /** From the node to others, along the arcs. */
    OTHERS,
    /** From others to the node, as NetworkX counts. */
    NODE
  }

  /**
   * Computes the scores.
   *
   * @throws Cancelled if progress says stop; it hears of every finished source node
   */
  Result compute(Csr graph, Progress progress);

  /** Every edge is one step long; weights are ignored. */
  static Closeness byHops(Towards towards) {
    return byHops(towards, 1);
  }

  /**
   * As {@link #byHops(Towards)}, on several threads; any number gives the same bytes.
   *
   * @param threads most threads to use, at least 1; more than 16 are not used
   */
  static Closeness byHops(Towards towards, int threads) {
    if (threads < 1) {
      throw new BadGraph("threads " + threads + ": need at least 1");
    }
    return (graph, progress) -> AllDistances.byHops(graph, towards, threads, progress);
  }

  /** Weights are lengths; without weights every edge has length 1. */
  static Closeness byLengths(Towards towards) {
    return (graph, progress) -> AllDistances.byLengths(graph, towards, progress);
  }

  /** Scores of every node. */
  final class Result {
    private final int[] reached;
    private final double[] sum;
    private final double[] harmonic;
    private final double[] farthest;

    Result(int[] reached, double[] sum, double[] harmonic, double[] farthest) {
      this.reached = reached;
      this.sum = sum;
      this.harmonic = harmonic;
      this.farthest = farthest;
    }

    /** How many nodes lie within reach, the node itself among them. */
    public int reached(int node) {
      return reached[node];
    }

    /** Sum of 1/distance over the others within reach; not normalised. */
    public double harmonic(int node) {
      return harmonic[node];
    }

    /** Sum of the distances to the others within reach. */
    public double sum(int node) {
      return sum[node];
    }

    /** Eccentricity within reach: the distance to the farthest node; 0 if nobody is. */
    public double farthest(int node) {
      return farthest[node];
    }

    /** (reached - 1) / sum of distances; 0 if nobody else is within reach. */
    public double classic(int node) {
      return sum[node] > 0 ? (reached[node] - 1) / sum[node] : 0;
    }

    /** Classic times (reached - 1) / (n - 1). */
    public double corrected(int node) {
      return sum[node] > 0
          ? classic(node) * (reached[node] - 1) / (double) (reached.length - 1)
          : 0;
    }
  }
}

package dev.sextant.kernels;

/**
 * On how many shortest paths between others each node lies.
 *
 * <p>What: the sum, over pairs of other nodes (s, t), of the share of shortest paths from s to t
 * that pass through the node; ends do not count. In an undirected graph every pair counts once, in
 * a directed one (s, t) and (t, s) are two pairs; pairs that cannot reach each other give nothing.
 * Papers: L. C. Freeman 1977, doi:10.2307/3033543; algorithm: U. Brandes, A faster algorithm for
 * betweenness centrality, 2001, doi:10.1080/0022250X.2001.9990249. Cost for n nodes and m edges:
 * O(n m) time by hops, O(n m + n^2 log n) by lengths; O(n + m) memory, by hops some 600 bytes a
 * node and 10 to 50 an arc of the largest block (of a directed graph: of the whole) and thread.
 * Exact up to rounding. Deterministic. No seed.
 *
 * <p>When ties are missing: among the least robust of all measures; a single unseen tie can move
 * the top rank.
 */
@FunctionalInterface
public interface Betweenness {
  /**
   * Computes the scores.
   *
   * @throws BadGraph if the number of shortest paths between two nodes exceeds 1e300, or, by hops,
   *     a block, or a directed graph, has more than 2^24 nodes
   * @throws Cancelled if progress says stop; it hears of every finished source node
   */
  Result compute(Csr graph, Progress progress);

  /** Every edge is one step long; weights are ignored. */
  static Betweenness byHops() {
    return byHops(1);
  }

  /**
   * As {@link #byHops()}, on several threads; any number gives the same bytes.
   *
   * @param threads most threads to use, at least 1; more than 16 are not used
   */
  static Betweenness byHops(int threads) {
    if (threads < 1) {
      throw new BadGraph("threads " + threads + ": need at least 1");
    }
    return (graph, progress) -> new LaneBetweenness(graph, threads).compute(progress);
  }

  /**
   * From some source nodes only, by hops: an estimate without bias, quick, whose error is not
   * stated; {@code SampledBetweenness} in the package {@code centrality} states it. The score of a
   * node is the sum over the pivots as sources, times n over their number (U. Brandes and C. Pich
   * 2007, doi:10.1142/S0218127407018403). O(pivots * m) time.
   *
   * @param pivots source nodes, none twice
   * @param threads most threads to use, at least 1; any number gives the same bytes
   * @throws BadGraph if there are no pivots
   */
  static Betweenness fromPivots(int[] pivots, int threads) {
    int[] own = pivots.clone();
    if (threads < 1 || own.length == 0) {
      throw new BadGraph("threads " + threads + ", pivots " + own.length + ": need 1 of each");
    }
    return (graph, progress) -> {
      boolean[] taken = new boolean[graph.nodes()];
      for (int v : own) {
        if (v < 0 || v >= taken.length || taken[v]) {
          throw new BadGraph("pivot " + v + " is given twice or not within the nodes");
        }
        taken[v] = true;
      }
      return new LaneBetweenness(graph, threads).fromPivots(own, progress);
    };
  }

  /** As {@link #fromPivots}, from so many nodes drawn by a seed; all of them if there are fewer. */
  static Betweenness fromPivots(int pivots, long seed, int threads) {
    if (pivots < 1) {
      throw new BadGraph("pivots " + pivots + ": need at least 1");
    }
    return (graph, progress) -> {
      int n = graph.nodes();
      if (n == 0) {
        return new Result(new double[0], graph.directed());
      }
      int[] nodes = java.util.stream.IntStream.range(0, n).toArray();
      new SplitMix(seed).shuffle(nodes, n);
      int[] drawn = java.util.Arrays.copyOf(nodes, Math.min(n, pivots));
      java.util.Arrays.sort(drawn);
      return fromPivots(drawn, threads).compute(graph, progress);
    };
  }

  /**
   * Weights are lengths; without weights every edge has length 1. Two paths count as equally short
   * if their lengths differ by less than 1e-10 of the longer, so that sums of decimal fractions
   * that are equal on paper are equal here.
   */
  static Betweenness byLengths() {
    return byLengths(1);
  }

  /**
   * As {@link #byLengths()}, on several threads; any number gives the same bytes.
   *
   * @param threads most threads to use, at least 1; more than 16 are not used
   */
  static Betweenness byLengths(int threads) {
    if (threads < 1) {
      throw new BadGraph("threads " + threads + ": need at least 1");
    }
    return (graph, progress) ->
        new Result(new PartSums(graph, false, threads).compute(progress).scores, graph.directed());
  }

  /** Scores of every node. */
  final class Result {
    private final double[] scores;
    private final boolean directed;

    Result(double[] scores, boolean directed) {
      this.scores = scores;
      this.directed = directed;
    }

    /** Sum of shares of pairs, not normalised. */
    public double score(int node) {
      return scores[node];
    }

    /**
     * Score over the number of pairs of other nodes, from 0 to 1: (n - 1)(n - 2) pairs, half of it
     * in an undirected graph. 0 if there are no such pairs.
     */
    public double normalised(int node) {
      double n = scores.length;
      double pairs = (n - 1) * (n - 2) / (directed ? 1 : 2);
      return pairs > 0 ? scores[node] / pairs : 0;
    }

    /** All scores, not normalised; a copy. */
    public double[] scores() {
      return scores.clone();
    }
  }
}

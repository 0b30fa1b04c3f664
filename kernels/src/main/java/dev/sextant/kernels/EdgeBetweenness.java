package dev.sextant.kernels;

/**
 * Over how many shortest paths each edge carries.
 *
 * <p>What: the sum, over pairs of nodes (s, t), of the share of shortest paths from s to t that run
 * over the edge. In an undirected graph every pair counts once, in a directed one (s, t) and (t, s)
 * are two pairs; pairs that cannot reach each other give nothing; a loop has 0. Papers: M. Girvan
 * and M. E. J. Newman 2002, doi:10.1073/pnas.122653799; algorithm: U. Brandes 2008,
 * doi:10.1016/j.socnet.2007.11.001. Cost for n nodes and m edges: O(n m) time by hops, O(n m + n^2
 * log n) by lengths, within blocks; some 60 bytes a node and 40 an arc and thread. Exact up to
 * rounding. Deterministic. No seed.
 *
 * <p>When ties are missing: as fragile as betweenness; what ran over a missing tie is put on its
 * neighbours.
 */
@FunctionalInterface
public interface EdgeBetweenness {
  /**
   * Computes the scores.
   *
   * @throws BadGraph if the number of shortest paths between two nodes exceeds 1e300
   * @throws Cancelled if progress says stop; it hears of every few source nodes
   */
  Result compute(Csr graph, Progress progress);

  /**
   * Every edge is one step long; weights are ignored.
   *
   * @param threads most threads to use, at least 1; any number gives the same bytes
   */
  static EdgeBetweenness byHops(int threads) {
    return (graph, progress) ->
        Result.of(graph, new PartSums(graph.unweighted(), true, threads).compute(progress));
  }

  /**
   * Weights are lengths; without weights every edge has length 1. Paths count as equally short as
   * in {@link Betweenness#byLengths()}.
   *
   * @param threads most threads to use, at least 1; any number gives the same bytes
   */
  static EdgeBetweenness byLengths(int threads) {
    return (graph, progress) ->
        Result.of(graph, new PartSums(graph, true, threads).compute(progress));
  }

  /**
   * Scores by edge, in the order of their ends.
   *
   * @param from one end of each edge, the smaller in an undirected graph
   * @param to the other end
   * @param scores of the edges
   */
  record Result(int[] from, int[] to, double[] scores) {

    private static Result of(Csr graph, PartSums sums) {
      int edges = graph.edges();
      int[] from = new int[edges];
      int[] to = new int[edges];
      double[] scores = new double[edges];
      int at = 0;
      for (int v = 0; v < graph.nodes(); v++) {
        for (int a = graph.first(v); a < graph.end(v); a++) {
          int w = graph.target(a);
          if (graph.directed() || w >= v) {
            from[at] = v;
            to[at] = w;
            double score = sums.arcScores[a];
            // Every pair was met from both its ends, once each way.
            boolean both = !graph.directed() && w > v;
            scores[at++] = both ? (score + sums.arcScores[graph.arc(w, v)]) / 2 : score;
          }
        }
      }
      return new Result(from, to, scores);
    }
  }
}

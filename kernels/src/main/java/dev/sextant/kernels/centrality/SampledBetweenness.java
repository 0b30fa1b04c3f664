package dev.sextant.kernels.centrality;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;

/**
 * Betweenness from random shortest paths, with a bound that is kept with a stated probability.
 *
 * <p>What: estimates, for all nodes, of betweenness by hops over the number of pairs of other nodes
 * (see {@link dev.sextant.kernels.Betweenness.Result#normalised}): with probability at least 1 -
 * delta, none is off by more than epsilon. Pairs are drawn evenly, and one of their shortest paths
 * evenly; what is counted is how often a node lies on it. Weights are ignored. Papers: M. Borassi
 * and E. Natale, KADABRA is an adaptive algorithm for betweenness via random approximation, 2016,
 * doi:10.4230/LIPIcs.ESA.2016.20, for searching from both ends, for adapting and for dividing
 * delta; bound of a share: W. Hoeffding 1963, doi:10.1080/01621459.1963.10500830, theorem 1. Cost
 * for n nodes and m edges: at most ln(n/delta) / epsilon^2 samples or so, of about the square root
 * of m steps on social networks and O(m) at worst; 24 bytes a node and thread. Approximate, with a
 * stated bound. Random, fixed by the seed; any number of threads gives the same bytes.
 *
 * <p>When ties are missing: as betweenness, among the least robust of all measures; the bound
 * speaks of the graph as it was seen.
 */
@FunctionalInterface
public interface SampledBetweenness {
  /**
   * Estimates the scores.
   *
   * @throws dev.sextant.kernels.Cancelled if progress says stop; it hears of every few hundred
   *     samples
   */
  Result compute(Csr graph, Progress progress);

  /**
   * Within a bound.
   *
   * @param epsilon largest error wanted, between 0 and 1
   * @param delta probability with which some node's error may be larger, between 0 and 1
   * @param seed of the samples
   * @throws BadGraph if a parameter is out of range
   */
  static SampledBetweenness within(double epsilon, double delta, long seed) {
    return within(epsilon, delta, seed, 1);
  }

  /**
   * As {@link #within(double, double, long)}, on several threads.
   *
   * @param threads most threads to use, at least 1
   */
  static SampledBetweenness within(double epsilon, double delta, long seed, int threads) {
    if (!(epsilon > 0 && epsilon < 1) || !(delta > 0 && delta < 1) || threads < 1) {
      throw new BadGraph(
          "epsilon "
              + epsilon
              + ", delta "
              + delta
              + ", threads "
              + threads
              + ": need 0 < epsilon < 1, 0 < delta < 1, threads >= 1");
    }
    return (graph, progress) ->
        new PathSampling(graph, epsilon, delta, threads).compute(seed, progress);
  }

  /**
   * Estimates of every node.
   *
   * @param scores by node, from 0 to 1
   * @param samples how many paths were drawn for them
   * @param epsilon the bound of the error
   * @param delta the probability of a larger one
   */
  record Result(double[] scores, long samples, double epsilon, double delta) {
    /** Estimated share of pairs of others between which the node lies. */
    public double score(int node) {
      return scores[node];
    }
  }
}

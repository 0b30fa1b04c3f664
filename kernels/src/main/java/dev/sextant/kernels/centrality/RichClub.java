package dev.sextant.kernels.centrality;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;

/**
 * How densely those with many contacts are tied among themselves.
 *
 * <p>What: for each k, of the pairs of nodes with more than k contacts, the share that is tied; NaN
 * where fewer than two nodes have more. It rises with k in any network, so it says little without
 * the same curve of random networks with these degrees. Directions, weights and loops are ignored.
 * Paper: V. Colizza, A. Flammini, M. A. Serrano and A. Vespignani 2006, doi:10.1038/nphys209. Cost:
 * O(n + m) time, O(n) memory for n nodes and m edges. Exact. Deterministic. No seed.
 *
 * <p>When ties are missing: understated evenly at random; strongly if leaders avoid being seen with
 * each other.
 */
@FunctionalInterface
public interface RichClub {
  /**
   * Computes the curve.
   *
   * @return share of tied pairs among nodes with more than k contacts, by k from 0 to the largest
   *     degree less 1
   * @throws dev.sextant.kernels.Cancelled if progress says stop
   */
  double[] compute(Csr graph, Progress progress);

  /** Counts nodes and ties by degree. */
  static RichClub counted() {
    return (given, progress) -> {
      Csr graph = given.ignoringDirection();
      int n = graph.nodes();
      int[] degree = new int[n];
      int most = 0;
      for (int v = 0; v < n; v++) {
        degree[v] = graph.end(v) - graph.first(v) - (graph.arc(v, v) >= 0 ? 1 : 0);
        most = Math.max(most, degree[v]);
      }
      long[] nodes = new long[most + 1];
      long[] ties = new long[most + 1];
      for (int v = 0; v < n; v++) {
        nodes[degree[v]]++;
        for (int a = graph.first(v); a < graph.end(v); a++) {
          if (graph.target(a) > v) {
            ties[Math.min(degree[v], degree[graph.target(a)])]++;
          }
        }
      }
      double[] share = new double[most];
      long above = 0;
      long tied = 0;
      for (int k = most - 1; k >= 0; k--) {
        above += nodes[k + 1];
        tied += ties[k + 1];
        share[k] = above < 2 ? Double.NaN : tied / (above * (above - 1.0) / 2);
      }
      progress.step(n, n);
      return share;
    };
  }
}

package dev.sextant.kernels.centrality;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;

/**
 * How many closed walks begin and end at each node, a walk of k steps counting 1/k!.
 *
 * <p>What: the diagonal of the exponential of the graph's matrix: small circles round a node count
 * most. Directions are ignored; a loop counts once. Paper: E. Estrada and J. A. Rodriguez-Velazquez
 * 2005, doi:10.1103/PhysRevE.71.056103; method: Gauss quadrature by Lanczos' steps, G. H. Golub and
 * G. Meurant 2010, doi:10.1515/9781400833887. Cost for n nodes and m edges: some 20 to 60 steps of
 * O(n + m) for each node; 24 bytes a node. Exact to about 1e-13. Deterministic. No seed.
 *
 * <p>When ties are missing: understated, most in the densest region, where each tie closes many
 * walks.
 */
@FunctionalInterface
public interface SubgraphCentrality {
  /**
   * Computes the scores.
   *
   * @throws BadGraph if they exceed what a double can hold, which a largest eigenvalue above 700
   *     brings about
   * @throws dev.sextant.kernels.Cancelled if progress says stop; it hears of every node
   */
  Result compute(Csr graph, Progress progress);

  /** By quadrature, node by node. */
  static SubgraphCentrality closedWalks() {
    return (given, progress) -> {
      Csr graph = given.ignoringDirection();
      int n = graph.nodes();
      double[] scores = new double[n];
      Quadrature quadrature = new Quadrature(graph);
      for (int v = 0; v < n; v++) {
        scores[v] = quadrature.exponential(v);
        if (scores[v] == Double.POSITIVE_INFINITY) {
          throw new BadGraph(
              "closed walks of node " + v + " exceed 1.8e308; divide the weights by a number");
        }
        progress.step(v + 1L, n);
      }
      return new Result(scores);
    };
  }

  /**
   * Scores of every node.
   *
   * @param scores by node; 1 for a node without ties
   */
  record Result(double[] scores) {
    /** A node's score. */
    public double score(int node) {
      return scores[node];
    }

    /** The Estrada index: all closed walks. */
    public double total() {
      double sum = 0;
      for (double score : scores) {
        sum += score;
      }
      return sum;
    }
  }
}

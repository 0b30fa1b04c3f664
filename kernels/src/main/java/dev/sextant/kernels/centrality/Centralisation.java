package dev.sextant.kernels.centrality;

import dev.sextant.kernels.Betweenness;
import dev.sextant.kernels.Closeness;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;

/**
 * How far one node outdoes all the others: from 0, all alike, to 1, a star.
 *
 * <p>What: the sum over nodes of (largest score - score), over the same sum of a star with as many
 * nodes, in which it is largest; the star of a directed graph has ties both ways. Of closeness only
 * a connected graph has a meaningful one. Weights and loops are ignored. NaN for fewer than three
 * nodes. Paper: L. C. Freeman 1978, doi:10.1016/0378-8733(78)90021-7. Cost: that of the score, on
 * the graph; the star's sums are known. Exact up to rounding. Deterministic. No seed.
 *
 * <p>When ties are missing: as the score's largest value; the centralisation of degree is steady,
 * that of betweenness is not.
 */
@FunctionalInterface
public interface Centralisation {
  /**
   * Computes the share.
   *
   * @throws dev.sextant.kernels.Cancelled if progress says stop
   */
  double compute(Csr graph, Progress progress);

  /** Of the number of neighbours; directed, of those that a node ties. */
  static Centralisation ofDegree() {
    return (graph, progress) -> {
      int n = graph.nodes();
      double[] scores = new double[n];
      for (int v = 0; v < n; v++) {
        scores[v] = graph.end(v) - graph.first(v) - (graph.arc(v, v) >= 0 ? 1 : 0);
      }
      progress.step(n, n);
      return share(scores, (n - 1.0) * (n - 2.0));
    };
  }

  /**
   * Of betweenness by hops.
   *
   * @param threads most threads to use, at least 1
   */
  static Centralisation ofBetweenness(int threads) {
    return (graph, progress) -> {
      double n = graph.nodes();
      double[] scores = Betweenness.byHops(threads).compute(graph, progress).scores();
      double pairs = (n - 1) * (n - 2) / (graph.directed() ? 1 : 2);
      return share(scores, (n - 1) * pairs);
    };
  }

  /**
   * Of closeness by hops, the classic one.
   *
   * @param threads most threads to use, at least 1
   */
  static Centralisation ofCloseness(int threads) {
    return (graph, progress) -> {
      int n = graph.nodes();
      Closeness.Result close =
          Closeness.byHops(Closeness.Towards.OTHERS, threads).compute(graph, progress);
      double[] scores = new double[n];
      for (int v = 0; v < n; v++) {
        scores[v] = close.classic(v);
      }
      return share(scores, (n - 1.0) * (n - 2.0) / (2.0 * n - 3));
    };
  }

  /**
   * Of any score, against the score of a star.
   *
   * @param score of every node of a graph
   */
  static Centralisation of(Score score) {
    return (graph, progress) -> {
      int n = graph.nodes();
      CsrBuilder star =
          graph.directed()
              ? CsrBuilder.directed(n, CsrBuilder.Loops.DROP)
              : CsrBuilder.undirected(n, CsrBuilder.Loops.DROP);
      for (int v = 1; v < n; v++) {
        star.edge(0, v);
        if (graph.directed()) {
          star.edge(v, 0);
        }
      }
      double most = excess(score.of(star.build().graph(), progress));
      return share(score.of(graph, progress), most);
    };
  }

  /** A score of every node. */
  @FunctionalInterface
  interface Score {
    /** Computes the scores. */
    double[] of(Csr graph, Progress progress);
  }

  private static double share(double[] scores, double most) {
    return scores.length < 3 || !(most > 0) ? Double.NaN : excess(scores) / most;
  }

  private static double excess(double[] scores) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      largest = Math.max(largest, score);
    }
    double sum = 0;
    for (double score : scores) {
      sum += largest - score;
    }
    return sum;
  }
}

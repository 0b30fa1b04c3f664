package dev.sextant.kernels.centrality;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;

/**
 * Power from whom one is tied to: with a positive beta, strong contacts make strong; with a
 * negative one, weak and dependent contacts do, as in bargaining.
 *
 * <p>What: c = a (I - beta A)^-1 A 1 along the arcs from each node, with a chosen so that the
 * squares of the scores add up to the number of nodes. Beta 0 gives degree. The size of beta has to
 * be below 1 over the largest eigenvalue, beyond which the sum of walks that it stands for does not
 * exist. Papers: P. Bonacich 1987, doi:10.1086/228631. Cost for n nodes and m edges: O((n + m)
 * log(tolerance) / log(beta times eigenvalue)); some 40 bytes a node. Approximate to 1e-13 of the
 * largest score. Deterministic. No seed.
 *
 * <p>When ties are missing: with a negative beta, one missing tie can turn a rank over; with a
 * positive one scores behave as eigenvector centrality.
 */
@FunctionalInterface
public interface BonacichPower {
  /**
   * Computes the scores.
   *
   * @throws BadGraph if beta is too large for the graph
   * @throws dev.sextant.kernels.Cancelled if progress says stop
   */
  Result compute(Csr graph, Progress progress);

  /**
   * With a given beta.
   *
   * @param beta how much contacts' power counts, negative if it counts against
   * @throws BadGraph if it is not a finite number
   */
  static BonacichPower of(double beta) {
    if (!Double.isFinite(beta)) {
      throw new BadGraph("beta " + beta + " is not a finite number");
    }
    return (graph, progress) -> solved(graph, beta, progress);
  }

  /**
   * With a share of the largest beta that there is.
   *
   * @param share between -1 and 1
   * @throws BadGraph if it is not
   */
  static BonacichPower share(double share) {
    if (!(share > -1 && share < 1)) {
      throw new BadGraph("share " + share + ": need a number between -1 and 1");
    }
    return (graph, progress) -> {
      double high = SpectralBound.of(graph, progress).high();
      return solved(graph, high == 0 ? share : share / high, progress);
    };
  }

  private static Result solved(Csr graph, double beta, Progress progress) {
    int n = graph.nodes();
    double[] degree = new double[n];
    for (int v = 0; v < n; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        degree[v] += graph.weight(a);
      }
    }
    SpectralBound.Bounds bounds = SpectralBound.of(graph, progress);
    double[] scores = WalkSum.solve(graph, beta, degree, bounds, progress);
    double squares = 0;
    for (double score : scores) {
      squares += score * score;
    }
    if (squares > 0) {
      double scale = Math.sqrt(n / squares);
      for (int v = 0; v < n; v++) {
        scores[v] *= scale;
      }
    }
    return new Result(scores, beta);
  }

  /**
   * Scores of every node; all 0 without arcs.
   *
   * @param scores by node
   * @param beta that was used
   */
  record Result(double[] scores, double beta) {
    /** A node's power. */
    public double score(int node) {
      return scores[node];
    }
  }
}

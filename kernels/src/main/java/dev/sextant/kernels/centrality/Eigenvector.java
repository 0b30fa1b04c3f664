package dev.sextant.kernels.centrality;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.Arrays;

/**
 * Who is tied to those who are themselves well tied.
 *
 * <p>What: the vector x with x(v) = 1/lambda times the sum over arcs u to v of weight times x(u),
 * for the largest eigenvalue lambda; the largest entry is 1. In a graph that falls apart only the
 * components with the largest eigenvalue score at all, and all others are 0: compute each component
 * for itself to compare within it. In a directed graph that is not strongly connected only what the
 * strongest component leads to scores; without any circle there is no such vector, and all scores
 * are NaN. Paper: P. Bonacich 1972, doi:10.1080/0022250X.1972.9989806. Method: undirected C.
 * Lanczos 1950, doi:10.6028/jres.045.026; directed, multiplying by the matrix plus a shift, without
 * which circles of even length would never settle. Cost for n nodes and m edges: O(n + m) a step,
 * of which the gap below the largest eigenvalue decides how many; up to 320 bytes a node.
 * Approximate, with a stated residual. Deterministic. No seed.
 *
 * <p>When ties are missing: robust in one dense middle; where two regions are about equally dense,
 * a few ties decide which of them scores.
 */
@FunctionalInterface
public interface Eigenvector {
  /**
   * Computes the scores.
   *
   * @throws dev.sextant.kernels.Cancelled if progress says stop
   */
  Result compute(Csr graph, Progress progress);

  /** The vector of the largest eigenvalue. */
  static Eigenvector principal() {
    return (graph, progress) ->
        graph.directed() ? ShiftedPower.of(graph, progress) : undirected(graph, progress);
  }

  private static Result undirected(Csr graph, Progress progress) {
    int n = graph.nodes();
    if (graph.arcs() == 0) {
      double[] scores = new double[n];
      Arrays.fill(scores, Double.NaN);
      return new Result(scores, 0, 0);
    }
    Lanczos.Pair pair = Lanczos.largest(n, (in, out) -> Rows.multiply(graph, in, out), progress);
    return new Result(Rows.largestIsOne(pair.vector()), pair.value(), pair.residual());
  }

  /**
   * Scores of every node.
   *
   * @param scores by node, the largest 1; NaN if there is no such vector
   * @param eigenvalue the largest eigenvalue
   * @param residual how far the matrix times the scores is from eigenvalue times the scores, as a
   *     share of the latter
   */
  record Result(double[] scores, double eigenvalue, double residual) {
    /** A node's score. */
    public double score(int node) {
      return scores[node];
    }

    /** True if the residual is below 1e-9. */
    public boolean converged() {
      return residual < 1e-9;
    }
  }
}

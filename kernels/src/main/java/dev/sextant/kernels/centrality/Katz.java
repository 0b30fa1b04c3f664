package dev.sextant.kernels.centrality;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;

/**
 * How many walks of any length end at each node, longer ones counting less.
 *
 * <p>What: the solution x of x(v) = alpha times the sum over arcs u to v of weight times x(u), plus
 * 1; not normalised, so that a node without incoming arcs has 1. Alpha has to be below 1 over the
 * largest eigenvalue of the graph's matrix, beyond which the walks do not add up. Papers: L. Katz
 * 1953, doi:10.1007/BF02289026; the choice of .85 of the limit: M. Benzi and C. Klymko 2013,
 * doi:10.1093/comnet/cnt007. Cost for n nodes and m edges: O((n + m) log(tolerance) / log(alpha
 * times eigenvalue)); some 40 bytes a node and the reverse of a directed graph. Approximate to
 * 1e-14 of the largest score or as far as rounding goes. Deterministic. No seed.
 *
 * <p>When ties are missing: scores are understated near the missing ties and, since the largest
 * eigenvalue falls too, less so after comparing ranks; robust in dense middles.
 */
@FunctionalInterface
public interface Katz {
  /** Share of the limit that the automatic alpha takes. */
  double SHARE = 0.85;

  /**
   * Computes the scores.
   *
   * @throws BadGraph if alpha is too large for the graph
   * @throws dev.sextant.kernels.Cancelled if progress says stop
   */
  Result compute(Csr graph, Progress progress);

  /** With alpha {@link #SHARE} over an upper bound of the largest eigenvalue; 1 without circles. */
  static Katz automatic() {
    return (graph, progress) -> {
      SpectralBound.Bounds bounds = SpectralBound.of(graph, progress);
      double alpha = bounds.high() == 0 ? 1 : SHARE / bounds.high();
      return solved(graph, alpha, bounds, progress);
    };
  }

  /**
   * With a given alpha.
   *
   * @param alpha what each further step counts, above 0
   * @throws BadGraph if it is not above 0
   */
  static Katz of(double alpha) {
    if (!(alpha > 0) || alpha == Double.POSITIVE_INFINITY) {
      throw new BadGraph("alpha " + alpha + " is not a finite number above 0");
    }
    return (graph, progress) -> solved(graph, alpha, SpectralBound.of(graph, progress), progress);
  }

  private static Result solved(
      Csr graph, double alpha, SpectralBound.Bounds bounds, Progress progress) {
    double[] ones = new double[graph.nodes()];
    java.util.Arrays.fill(ones, 1);
    double[] scores = WalkSum.solve(graph.reverse(), alpha, ones, bounds, progress);
    return new Result(scores, alpha, bounds.low(), bounds.high());
  }

  /**
   * Scores of every node.
   *
   * @param scores by node
   * @param alpha that was used
   * @param eigenvalueLow a lower bound of the largest eigenvalue
   * @param eigenvalueHigh an upper bound
   */
  record Result(double[] scores, double alpha, double eigenvalueLow, double eigenvalueHigh) {
    /** The weighted number of walks that end at a node, the one of no step among them. */
    public double score(int node) {
      return scores[node];
    }
  }
}

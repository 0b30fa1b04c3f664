package dev.sextant.kernels;

/**
 * How often a walker who follows random arcs, and now and then starts afresh at a random node,
 * passes each node.
 *
 * <p>What: the stationary distribution of that walk; the scores add up to 1. An arc is followed in
 * proportion to its weight; a walker at a node without arcs starts afresh. In an undirected graph
 * both directions of an edge are arcs. Paper: S. Brin and L. Page 1998,
 * doi:10.1016/S0169-7552(98)00110-X; the treatment of nodes without arcs: A. Langville and C. Meyer
 * 2004, doi:10.1080/15427951.2004.10129091; as equations for undirected graphs, by conjugate
 * gradients: M. R. Hestenes and E. Stiefel 1952, doi:10.6028/jres.049.044. Cost for n nodes and m
 * edges: O((n + m) log(tolerance) / log(damping)) time at most, about a third of it in undirected
 * graphs; some 80 bytes a node and 8 an arc. Approximate, with a stated bound. Deterministic. No
 * seed.
 *
 * <p>When ties are missing: fairly robust in dense graphs; a missing arc out of a node with few
 * shifts much of its weight.
 */
@FunctionalInterface
public interface PageRank {
  /** The customary share of steps that follow an arc. */
  double DAMPING = 0.85;

  /** Largest sum of errors at which the default computation stops. */
  double TOLERANCE = 1e-12;

  /**
   * Computes the scores.
   *
   * @throws Cancelled if progress says stop; it hears of every iteration
   */
  Result compute(Csr graph, Progress progress);

  /** {@link #solved} with {@link #DAMPING} and {@link #TOLERANCE}. */
  static PageRank standard() {
    return solved(DAMPING, TOLERANCE);
  }

  /**
   * Solves the walk's linear equations, in far fewer sweeps over the arcs than the walk itself
   * needs.
   *
   * @param damping share of steps that follow an arc, from 0 to below 1
   * @param tolerance the scores together differ from the exact ones by no more than this (rounding
   *     aside); from 1e-14 to below 1
   * @throws BadGraph if a parameter is out of range
   */
  static PageRank solved(double damping, double tolerance) {
    if (!(damping >= 0 && damping < 1) || !(tolerance >= 1e-14 && tolerance < 1)) {
      throw new BadGraph(
          "damping "
              + damping
              + ", tolerance "
              + tolerance
              + ": need 0 <= damping < 1 and 1e-14 <= tolerance < 1");
    }
    return (graph, progress) -> RankSolver.compute(graph, damping, tolerance, progress);
  }

  /**
   * Power iteration.
   *
   * @param damping share of steps that follow an arc, from 0 to below 1
   * @param tolerance it stops when the scores together change by no more than this, above 0
   * @param iterations it stops at the latest after so many, at least 1
   * @throws BadGraph if a parameter is out of range
   */
  static PageRank power(double damping, double tolerance, int iterations) {
    if (!(damping >= 0 && damping < 1) || !(tolerance > 0) || iterations < 1) {
      throw new BadGraph(
          "damping "
              + damping
              + ", tolerance "
              + tolerance
              + ", iterations "
              + iterations
              + ": need 0 <= damping < 1, tolerance > 0, iterations >= 1");
    }
    return (graph, progress) ->
        PowerIteration.compute(graph, damping, tolerance, iterations, progress);
  }

  /** Scores of every node, and how exact they are. */
  final class Result {
    private final double[] scores;
    private final int iterations;
    private final double bound;
    private final boolean converged;

    Result(double[] scores, int iterations, double bound, boolean converged) {
      this.scores = scores;
      this.iterations = iterations;
      this.bound = bound;
      this.converged = converged;
    }

    /** Share of the walker's time. */
    public double score(int node) {
      return scores[node];
    }

    /** All scores; a copy. */
    public double[] scores() {
      return scores.clone();
    }

    /** Sweeps over all arcs that were made. */
    public int iterations() {
      return iterations;
    }

    /** True if the tolerance was met. */
    public boolean converged() {
      return converged;
    }

    /** The scores together differ from the exact ones by no more than this, rounding aside. */
    public double errorBound() {
      return bound;
    }
  }
}

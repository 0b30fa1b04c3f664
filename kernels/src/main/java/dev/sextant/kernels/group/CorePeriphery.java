package dev.sextant.kernels.group;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;

/**
 * Core and periphery: a middle in which everybody is tied to everybody, and an outside of people
 * tied to the middle only.
 *
 * <p>Model: S. P. Borgatti and M. G. Everett 1999, doi:10.1016/S0378-8733(99)00019-2. {@link
 * #discrete}: core pairs should be tied, periphery pairs should not, pairs of one each do not
 * count; the core is one with the fewest pairs that are wrong, found exactly, since with the
 * degrees sorted downwards some beginning of the order is best (S. Z. W. Lip 2011,
 * arXiv:1102.5511); of several, the smallest. Weights and directions are ignored. {@link
 * #continuous}: values c of at least 0 that minimise the squared differences between ties a(ij) and
 * c(i) c(j) over all pairs i, j (MINRES); directions are ignored, weights count; loops are ignored
 * in both. Fit is the correlation of the pattern with the ties, over the pairs that count: NaN
 * where either does not vary.
 *
 * <p>Cost: discrete O(n + m); continuous O(n + m) a sweep, up to {@link #MOST_SWEEPS}; O(n) memory.
 * Deterministic, one thread, no seed; continuous finds a local optimum from the degrees, as all its
 * implementations do.
 *
 * <p>When ties are missing: a core that is watched more closely than the outside looks denser than
 * it is; missing ties in the periphery help the fit.
 */
@FunctionalInterface
public interface CorePeriphery {
  /** Sweeps; convergence is linear and mostly takes some tens. */
  int MOST_SWEEPS = 10_000;

  /** Values change by less than this share of the largest when it ends. */
  double TOLERANCE = 1e-12;

  /**
   * Finds a core.
   *
   * @throws dev.sextant.kernels.Cancelled if progress says stop; it hears of every sweep
   */
  Result compute(Csr graph, Progress progress);

  /** In or out. */
  static CorePeriphery discrete() {
    return (graph, progress) -> CoreFit.discrete(PlainRows.of(graph), progress);
  }

  /** More or less. */
  static CorePeriphery continuous() {
    return (graph, progress) -> CoreFit.continuous(graph.ignoringDirection(), progress);
  }

  /** How much of the core each node is. */
  final class Result {
    private final double[] coreness;
    private final double fit;
    private final double error;

    Result(double[] coreness, double fit, double error) {
      this.coreness = coreness;
      this.fit = fit;
      this.error = error;
    }

    /** Discrete: 1 in the core, 0 outside. Continuous: the node's value, at least 0. */
    public double coreness(int node) {
      return coreness[node];
    }

    /** All; a copy. */
    public double[] coreness() {
      return coreness.clone();
    }

    /** Correlation of pattern and ties. */
    public double fit() {
      return fit;
    }

    /** Discrete: number of wrong pairs. Continuous: sum of squared differences over pairs. */
    public double error() {
      return error;
    }
  }
}

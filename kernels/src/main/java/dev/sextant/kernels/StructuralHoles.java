package dev.sextant.kernels;

import java.util.Arrays;

/**
 * How far a node's contacts are tied to each other, or leave it the broker between them.
 *
 * <p>What: R. S. Burt, Structural Holes, 1992 (ISBN 9780674843721), pp. 50-71. With p(i,j) the
 * share of i's ties that goes to j (both directions added, weights as strength): <i>constraint</i>
 * of i is the sum over contacts j of (p(i,j) + sum over q of p(i,q) p(q,j))^2; low means many holes
 * to bridge. <i>Effective size</i> is the contacts less their redundancy: for ties without weights,
 * degree less the mean number of ties that a contact has to the others (S. P. Borgatti 1997,
 * Connections 20(1)); <i>efficiency</i> is that over the degree. Loops are ignored. Cost for n
 * nodes and m edges: as listing triangles, O(m^1.5), without weights; O(sum of squared degrees)
 * with them; O(n + m) memory. Exact up to rounding. Deterministic. No seed.
 *
 * <p>When ties are missing: unseen ties between contacts make a node look like a broker that it is
 * not; constraint is understated.
 */
@FunctionalInterface
public interface StructuralHoles {
  /**
   * Computes the scores.
   *
   * @throws Cancelled if progress says stop; it hears of every few thousand nodes
   */
  Result compute(Csr graph, Progress progress);

  /** Every tie counts the same; directions and weights are ignored. */
  static StructuralHoles byTies() {
    return HolesByTriangles::compute;
  }

  /** Ties count by their weight; the two directions of a pair are added. */
  static StructuralHoles byWeights() {
    return HolesByRows::compute;
  }

  /** Scores of every node. */
  final class Result {
    private final double[] constraint;
    private final double[] effective;
    private final int[] degree;

    Result(double[] constraint, double[] effective, int[] degree) {
      this.constraint = constraint;
      this.effective = effective;
      this.degree = degree;
    }

    /** Constraint; NaN for a node without contacts, for which it is not defined. */
    public double constraint(int node) {
      return degree[node] == 0 ? Double.NaN : constraint[node];
    }

    /** Contacts less their redundancy; 0 without contacts. */
    public double effectiveSize(int node) {
      return effective[node];
    }

    /** Effective size over the number of contacts, 0 to 1; 0 without contacts. */
    public double efficiency(int node) {
      return degree[node] == 0 ? 0 : effective[node] / degree[node];
    }

    /** All constraints; a copy. */
    public double[] constraints() {
      double[] out = new double[degree.length];
      Arrays.setAll(out, this::constraint);
      return out;
    }
  }
}

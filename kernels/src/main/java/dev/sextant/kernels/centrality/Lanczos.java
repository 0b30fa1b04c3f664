package dev.sextant.kernels.centrality;

import dev.sextant.kernels.Progress;
import java.util.Arrays;

/* The largest eigenvalue of a symmetric matrix and its vector, begun again and again from the best
 * vector so far (C. Lanczos 1950, doi:10.6028/jres.045.026; restarts: W. Karush 1951). Bases are
 * short, since keeping their vectors apart costs more than the products do; a start that is the same
 * for all nodes leaves nothing to chance. */
final class Lanczos {
  /** Vectors of a basis: more converge in fewer steps and cost more to keep apart. */
  private static final int MOST_VECTORS = 16;

  /** A basis takes no more than so many doubles, 128 MiB, unless eight vectors need more. */
  private static final int DOUBLES = 1 << 24;

  private static final int RESTARTS = 2_000;

  /** Share of the eigenvalue that the matrix may turn the vector by. */
  private static final double TOLERANCE = 1e-14;

  /** Multiplies a vector by the matrix. */
  interface Operator {
    /** Sets out to the product. */
    void multiply(double[] in, double[] out);
  }

  /**
   * What was found.
   *
   * @param value the eigenvalue
   * @param vector of length 1
   * @param residual how far the matrix times the vector is from the value times the vector, as a
   *     share of the value
   * @param products how often the matrix was applied
   */
  record Pair(double value, double[] vector, double residual, long products) {}

  private Lanczos() {}

  static Pair largest(int n, Operator matrix, Progress progress) {
    int width = Math.min(n, Math.max(8, Math.min(MOST_VECTORS, DOUBLES / Math.max(1, n))));
    double[][] basis = new double[width][n];
    double[] out = new double[n];
    double[] start = new double[n];
    Arrays.fill(start, 1 / Math.sqrt(n));
    Pair best = new Pair(0, start, Double.POSITIVE_INFINITY, 0);
    int stuck = 0;
    long products = 0;
    for (int restart = 1; restart <= RESTARTS; restart++) {
      System.arraycopy(best.vector, 0, basis[0], 0, n);
      double[] diagonal = new double[width];
      double[] beside = new double[width];
      int size = build(basis, out, diagonal, beside, matrix);
      products += size;
      Pair next = ritz(basis, size, diagonal, beside);
      double residual = residual(matrix, next, out);
      stuck = residual < 0.5 * best.residual ? 0 : stuck + 1;
      if (residual <= best.residual || restart == 1) {
        best = new Pair(next.value, next.vector, residual, products);
      }
      progress.step(restart, -1);
      if (best.residual <= TOLERANCE || (stuck >= 3 && best.residual < 1e-12) || stuck >= 100) {
        break;
      }
    }
    return best;
  }

  private static int build(
      double[][] basis, double[] out, double[] diagonal, double[] beside, Operator matrix) {
    for (int j = 0; j < basis.length; j++) {
      matrix.multiply(basis[j], out);
      diagonal[j] = dot(out, basis[j]);
      for (int i = j; i >= 0; i--) {
        subtract(out, basis[i], dot(out, basis[i]));
      }
      double norm = Math.sqrt(dot(out, out));
      if (j + 1 == basis.length || norm <= 1e-14 * Math.abs(diagonal[j]) || norm == 0) {
        return j + 1;
      }
      beside[j] = norm;
      for (int v = 0; v < out.length; v++) {
        basis[j + 1][v] = out[v] / norm;
      }
    }
    return basis.length;
  }

  private static Pair ritz(double[][] basis, int size, double[] diagonal, double[] beside) {
    double[][] vectors = new double[size][size];
    for (int i = 0; i < size; i++) {
      vectors[i][i] = 1;
    }
    Tridiagonal.eigenvalues(size, diagonal, beside, vectors);
    int top = 0;
    for (int i = 1; i < size; i++) {
      top = diagonal[i] > diagonal[top] ? i : top;
    }
    double[] vector = new double[basis[0].length];
    for (int j = 0; j < size; j++) {
      subtract(vector, basis[j], -vectors[j][top]);
    }
    double norm = Math.sqrt(dot(vector, vector));
    for (int v = 0; v < vector.length; v++) {
      vector[v] /= norm;
    }
    return new Pair(diagonal[top], vector, 0, 0);
  }

  private static double residual(Operator matrix, Pair pair, double[] out) {
    matrix.multiply(pair.vector, out);
    subtract(out, pair.vector, pair.value);
    double value = Math.abs(pair.value);
    return value == 0 ? 0 : Math.sqrt(dot(out, out)) / value;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void subtract(double[] from, double[] what, double times) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= times * what[i];
    }
  }
}

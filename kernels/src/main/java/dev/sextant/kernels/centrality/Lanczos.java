package dev.sextant.kernels.centrality;

import dev.sextant.kernels.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/* The largest eigenvalue of a symmetric matrix and its vector (C. Lanczos 1950,
 * doi:10.6028/jres.045.026), from a start that is the same for all nodes, so that nothing is left to
 * chance. Each new vector is kept apart from the two before it alone. By rounding the basis then
 * slowly loses its right angles, and what has converged comes up again as copies; but that happens
 * along converged vectors only, and does not harm the largest pair (C. Paige 1976,
 * doi:10.1093/imamat/18.3.341): its residual, told from the last entry of the small matrix's vector,
 * stays true until a copy comes up, which the residual shows by rising again: then what there was
 * before is taken. So a step costs one product and three passes, where keeping all vectors apart costs as
 * many passes as there are vectors. Where the basis would take too much memory it is begun again
 * from the best vector so far (W. Karush 1951). */
final class Lanczos {
  /** Vectors of a basis: beyond these nothing is gained by not beginning again. */
  private static final int MOST_VECTORS = 120;

  /** A basis takes no more than so many doubles, 256 MiB, unless eight vectors need more. */
  private static final int DOUBLES = 1 << 25;

  private static final int RESTARTS = 2_000;

  /** Share of the eigenvalue that the matrix may turn the vector by. */
  private static final double TOLERANCE = 1e-13;

  /** From here on copies may come up; a residual that rises again is the sign of one. */
  private static final double COPIES = 1e-8;

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

  private final int n;
  private final int width;
  private final Operator matrix;
  private final List<double[]> basis = new ArrayList<>();
  private final double[] diagonal;
  private final double[] beside;
  private final TopPair top;
  private final double[] out;
  private long products;

  private Lanczos(int n, Operator matrix) {
    this.n = n;
    this.matrix = matrix;
    this.width = Math.max(8, Math.min(MOST_VECTORS, DOUBLES / Math.max(1, n)));
    this.diagonal = new double[width];
    this.beside = new double[width];
    this.top = new TopPair(width);
    this.out = new double[n];
  }

  static Pair largest(int n, Operator matrix, Progress progress) {
    return new Lanczos(n, matrix).run(progress);
  }

  private Pair run(Progress progress) {
    double[] start = new double[n];
    Arrays.fill(start, 1 / Math.sqrt(n));
    Pair best = new Pair(0, start, Double.POSITIVE_INFINITY, 0);
    int stuck = 0;
    for (int restart = 1; restart <= RESTARTS; restart++) {
      int size = build(best.vector, progress);
      double[] vector = combine(size);
      double residual = residual(vector, top.value());
      stuck = residual < 0.5 * best.residual ? 0 : stuck + 1;
      if (residual <= best.residual || restart == 1) {
        best = new Pair(top.value(), vector, residual, products);
      }
      if (best.residual <= TOLERANCE || (stuck >= 2 && best.residual < 1e-12) || stuck >= 100) {
        break;
      }
    }
    return best;
  }

  /* Until the largest pair has converged or the basis is full. */
  private int build(double[] start, Progress progress) {
    System.arraycopy(start, 0, vector(0), 0, n);
    double[] before = start;
    double link = 0;
    double least = Double.POSITIVE_INFINITY;
    int size = 0;
    for (int j = 0; j < width; j++) {
      double[] now = vector(j);
      matrix.multiply(now, out);
      progress.step(++products, -1);
      double along = dot(out, now);
      diagonal[j] = along;
      double squares = 0;
      for (int v = 0; v < n; v++) {
        double left = out[v] - along * now[v] - link * before[v];
        out[v] = left;
        squares += left * left;
      }
      double norm = Math.sqrt(squares);
      beside[j] = norm;
      top.find(j + 1, diagonal, beside);
      double estimate = norm * Math.abs(top.last()) / Math.abs(top.value());
      size = size == 0 || estimate < least ? j + 1 : size;
      least = Math.min(least, estimate);
      boolean copied = least < COPIES && estimate > 10 * least;
      boolean ended = norm <= 1e-14 * Math.abs(top.value()) || norm == 0 || j + 1 == width;
      if (least <= TOLERANCE / 4 || copied || ended) {
        break;
      }
      double[] next = vector(j + 1);
      for (int v = 0; v < n; v++) {
        next[v] = out[v] / norm;
      }
      before = now;
      link = norm;
    }
    top.find(size, diagonal, beside);
    return size;
  }

  private double[] vector(int j) {
    while (basis.size() <= j) {
      basis.add(new double[n]);
    }
    return basis.get(j);
  }

  private double[] combine(int size) {
    double[] vector = new double[n];
    for (int j = 0; j < size; j++) {
      double share = top.entry(j);
      double[] one = basis.get(j);
      for (int v = 0; v < n; v++) {
        vector[v] += share * one[v];
      }
    }
    double norm = Math.sqrt(dot(vector, vector));
    for (int v = 0; v < n; v++) {
      vector[v] /= norm;
    }
    return vector;
  }

  private double residual(double[] vector, double value) {
    matrix.multiply(vector, out);
    products++;
    double squares = 0;
    for (int v = 0; v < n; v++) {
      double off = out[v] - value * vector[v];
      squares += off * off;
    }
    return value == 0 ? 0 : Math.sqrt(squares) / Math.abs(value);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}

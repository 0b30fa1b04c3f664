package dev.sextant.kernels.centrality;

import java.util.Arrays;

/* The largest eigenvalue of a symmetric tridiagonal matrix that grows by a row at a time, and its
 * vector. The eigenvalue only rises as rows come in (Cauchy's interlacing), so it is looked for
 * between the last one and the largest sum of a row, by halving on how many eigenvalues are higher
 * (Sturm's sequence; W. Givens 1954); the vector is had by inverse iteration. Both cost a few hundred
 * steps a row. */
final class TopPair {
  private static final int HALVINGS = 70;

  private final double[] vector;
  private final double[] first;
  private final double[] second;
  private final double[] third;
  private double value;

  TopPair(int most) {
    this.vector = new double[most];
    this.first = new double[most];
    this.second = new double[most];
    this.third = new double[most];
  }

  double value() {
    return value;
  }

  double entry(int row) {
    return vector[row];
  }

  private int size;

  /** The vector's last entry. */
  double last() {
    return vector[size - 1];
  }

  /**
   * Finds the pair of the first rows.
   *
   * @param beside entry i stands between rows i and i + 1
   */
  void find(int rows, double[] diagonal, double[] beside) {
    size = rows;
    double low = diagonal[0];
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < rows; i++) {
      low = Math.max(low, diagonal[i]);
      double near = (i > 0 ? beside[i - 1] : 0) + (i + 1 < rows ? beside[i] : 0);
      high = Math.max(high, diagonal[i] + near);
    }
    for (int turn = 0; turn < HALVINGS; turn++) {
      double middle = low + (high - low) / 2;
      if (middle <= low || middle >= high) {
        break;
      }
      if (above(middle, rows, diagonal, beside)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    value = low + (high - low) / 2;
    inverse(rows, diagonal, beside);
  }

  /** Whether an eigenvalue is higher. */
  private static boolean above(double x, int rows, double[] diagonal, double[] beside) {
    double pivot = 1;
    for (int i = 0; i < rows; i++) {
      double square = i == 0 ? 0 : beside[i - 1] * beside[i - 1];
      pivot = diagonal[i] - x - (square == 0 ? 0 : square / pivot);
      if (pivot > 0) {
        return true;
      }
      pivot = pivot == 0 ? -Double.MIN_NORMAL : pivot;
    }
    return false;
  }

  /* Gauss with row exchanges, the last pivot made tiny instead of 0: the solution is the vector. */
  private void inverse(int rows, double[] diagonal, double[] beside) {
    double tiny = Math.ulp(Math.max(Math.abs(value), Double.MIN_NORMAL));
    Arrays.fill(vector, 0, rows, 1 / Math.sqrt(rows));
    boolean[] swapped = new boolean[rows];
    double[] factor = new double[rows];
    double pivot = diagonal[0] - value;
    double right = rows > 1 ? beside[0] : 0;
    for (int i = 0; i + 1 < rows; i++) {
      double under = beside[i];
      double own = diagonal[i + 1] - value;
      double after = i + 2 < rows ? beside[i + 1] : 0;
      if (Math.abs(pivot) >= Math.abs(under)) {
        pivot = pivot == 0 ? tiny : pivot;
        factor[i] = under / pivot;
        first[i] = pivot;
        second[i] = right;
        third[i] = 0;
        pivot = own - factor[i] * right;
        right = after;
      } else {
        swapped[i] = true;
        factor[i] = pivot / under;
        first[i] = under;
        second[i] = own;
        third[i] = after;
        pivot = right - factor[i] * own;
        right = -factor[i] * after;
      }
    }
    first[rows - 1] = pivot == 0 ? tiny : pivot;
    for (int turn = 0; turn < 3; turn++) {
      for (int i = 0; turn > 0 && i + 1 < rows; i++) {
        if (swapped[i]) {
          double swap = vector[i];
          vector[i] = vector[i + 1];
          vector[i + 1] = swap;
        }
        vector[i + 1] -= factor[i] * vector[i];
      }
      double most = 0;
      for (int i = rows - 1; i >= 0; i--) {
        double sum = vector[i];
        sum -= i + 1 < rows ? second[i] * vector[i + 1] : 0;
        sum -= i + 2 < rows ? third[i] * vector[i + 2] : 0;
        vector[i] = sum / first[i];
        most = Math.max(most, Math.abs(vector[i]));
      }
      double squares = 0;
      for (int i = 0; i < rows; i++) {
        vector[i] /= most;
        squares += vector[i] * vector[i];
      }
      for (int i = 0; i < rows; i++) {
        vector[i] /= Math.sqrt(squares);
      }
    }
  }
}

package dev.sextant.kernels.centrality;

/* Eigenvalues of a symmetric tridiagonal matrix by QL steps with implicit shifts (H. Bowdler, R. S.
 * Martin, C. Reinsch and J. H. Wilkinson 1968, doi:10.1007/BF02219773). Every step is a row of plane
 * rotations that chases one entry up the matrix; the same rotations are applied to the columns of
 * the rows given, so that one row of the unit matrix becomes the first components of all
 * eigenvectors, and the whole unit matrix the eigenvectors. */
final class Tridiagonal {
  private Tridiagonal() {}

  /**
   * Turns a diagonal into eigenvalues, in no fixed order.
   *
   * @param size how much of the arrays to use
   * @param diagonal becomes the eigenvalues
   * @param beside entry i stands between rows i and i + 1; is used up
   * @param rows are multiplied by the matrix of eigenvectors from the right
   */
  static void eigenvalues(int size, double[] diagonal, double[] beside, double[][] rows) {
    beside[size - 1] = 0;
    for (int low = 0; low < size; low++) {
      for (int turn = 0; turn < 300; turn++) {
        int high = low;
        while (high < size - 1 && !negligible(diagonal, beside, high)) {
          high++;
        }
        if (high == low) {
          break;
        }
        step(low, high, diagonal, beside, rows);
      }
    }
  }

  private static boolean negligible(double[] diagonal, double[] beside, int at) {
    double near = Math.abs(diagonal[at]) + Math.abs(diagonal[at + 1]);
    return Math.abs(beside[at]) <= Math.ulp(near) / 2;
  }

  private static void step(int low, int high, double[] d, double[] e, double[][] rows) {
    double half = (d[low + 1] - d[low]) / (2 * e[low]);
    double root = Math.hypot(half, 1);
    double shifted = d[high] - d[low] + e[low] / (half + Math.copySign(root, half));
    double sine = 1;
    double cosine = 1;
    double carried = 0;
    for (int i = high - 1; i >= low; i--) {
      double f = sine * e[i];
      double b = cosine * e[i];
      double r = Math.hypot(f, shifted);
      e[i + 1] = r;
      if (r == 0) {
        // The matrix has come apart here: what was carried goes back.
        d[i + 1] -= carried;
        e[high] = 0;
        return;
      }
      sine = f / r;
      cosine = shifted / r;
      double g = d[i + 1] - carried;
      r = (d[i] - g) * sine + 2 * cosine * b;
      carried = sine * r;
      d[i + 1] = g + carried;
      shifted = cosine * r - b;
      for (double[] row : rows) {
        double x = row[i + 1];
        row[i + 1] = sine * row[i] + cosine * x;
        row[i] = cosine * row[i] - sine * x;
      }
    }
    d[low] -= carried;
    e[low] = shifted;
    e[high] = 0;
  }
}

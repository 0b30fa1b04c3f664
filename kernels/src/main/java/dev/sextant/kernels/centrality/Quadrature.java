package dev.sextant.kernels.centrality;

import dev.sextant.kernels.Csr;
import java.util.Arrays;

/* k steps of Lanczos from the unit vector of a node give a small tridiagonal matrix whose eigenvalues
 * are the nodes, and squared first components of whose vectors the weights, of a Gauss quadrature of
 * the node's spectral measure: its exponential is right up to walks of 2k steps. The loss of
 * orthogonality that rounding brings only repeats eigenvalues and shares their weights out, so
 * nothing is made orthogonal again. */
final class Quadrature {
  private static final int CHECK = 6;
  private static final int MOST = 240;

  /** Six more steps gain far more digits than this asks for: the error falls as 1 / (2k)!. */
  private static final double TOLERANCE = 1e-11;

  private final Csr graph;
  private double[] now;
  private double[] before;
  private double[] next;

  Quadrature(Csr graph) {
    this.graph = graph;
    this.now = new double[graph.nodes()];
    this.before = new double[graph.nodes()];
    this.next = new double[graph.nodes()];
  }

  double exponential(int node) {
    Arrays.fill(now, 0);
    Arrays.fill(before, 0);
    now[node] = 1;
    double[] diagonal = new double[MOST];
    double[] beside = new double[MOST];
    double last = Double.NaN;
    for (int k = 1; k <= MOST; k++) {
      Rows.multiply(graph, now, next);
      double along = 0;
      double back = k == 1 ? 0 : beside[k - 2];
      for (int v = 0; v < now.length; v++) {
        next[v] -= back * before[v];
        along += next[v] * now[v];
      }
      double norm = 0;
      for (int v = 0; v < now.length; v++) {
        next[v] -= along * now[v];
        norm += next[v] * next[v];
      }
      norm = Math.sqrt(norm);
      diagonal[k - 1] = along;
      beside[k - 1] = norm;
      boolean closed = norm <= 1e-13 * (Math.abs(along) + back) || norm == 0;
      if (closed || k % CHECK == 0 || k == MOST) {
        double value = integral(k, diagonal, beside);
        if (closed || Math.abs(value - last) <= TOLERANCE * value) {
          return value;
        }
        last = value;
      }
      double[] free = before;
      before = now;
      now = next;
      next = free;
      for (int v = 0; v < now.length; v++) {
        now[v] /= norm;
      }
    }
    return last;
  }

  private static double integral(int size, double[] diagonal, double[] beside) {
    double[] values = Arrays.copyOf(diagonal, size);
    double[] first = new double[size];
    first[0] = 1;
    Tridiagonal.eigenvalues(size, values, Arrays.copyOf(beside, size), new double[][] {first});
    double[] terms = new double[size];
    for (int i = 0; i < size; i++) {
      terms[i] = first[i] * first[i] * Math.exp(values[i]);
    }
    Arrays.sort(terms);
    double sum = 0;
    for (double term : terms) {
      sum += term;
    }
    return sum;
  }
}

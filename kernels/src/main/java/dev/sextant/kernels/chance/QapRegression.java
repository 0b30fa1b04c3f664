package dev.sextant.kernels.chance;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.Replicas;
import dev.sextant.kernels.SplitMix;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/* Per explaining network k: Q is an orthonormal basis of the constant and the other networks, e what
 * k has beyond Q, y' what the network to explain has beyond Q (Frisch, Waugh, Lovell: regressing y'
 * on e gives k's coefficient in the whole regression). For a permutation of e's nodes only
 * e'y and Q'e are needed, one pass over the pairs: with f = e permuted, beyond Q,
 * f'f = e'e - |Q'e|^2 and f'y' = e'y', so t follows without making f.
 *
 * Matrices are rows of n, the diagonal is 0 everywhere (the constant's too), so that sums over all
 * entries are sums over pairs; undirected ones hold each pair twice, which t's degrees of freedom
 * take into account. */
final class QapRegression {
  /** What is below this share of a network's own variance is rounding. */
  private static final double NOTHING = 1e-10;

  private final int n;
  private final boolean directed;
  private final double[] y;
  private final double[][] x;
  private final double pairs;

  QapRegression(Csr tie, List<Csr> by) {
    n = tie.nodes();
    boolean oneWay = tie.directed();
    for (Csr graph : by) {
      oneWay |= graph.directed();
      if (graph.nodes() != n) {
        throw new BadGraph(graph.nodes() + " nodes beside " + n + ": need the same nodes");
      }
    }
    directed = oneWay;
    pairs = n * (n - 1.0) / (directed ? 1 : 2);
    if (by.isEmpty() || pairs < by.size() + 3) {
      throw new BadGraph(
          (long) pairs
              + " pairs for "
              + by.size()
              + " networks: need one network, and two pairs"
              + " more than coefficients");
    }
    double need = 8.0 * (2 * by.size() + 3) * n * n;
    long may = Runtime.getRuntime().maxMemory();
    if (need > may / 2.0 || (double) n * n > Integer.MAX_VALUE - 16) {
      throw new BadGraph(
          "matrices of "
              + n
              + " nodes need "
              + (long) need
              + " bytes, more than half of the "
              + may
              + " there are; take the largest component or a sample of nodes");
    }
    y = matrix(tie);
    x = new double[by.size()][];
    for (int k = 0; k < x.length; k++) {
      x[k] = matrix(by.get(k));
    }
  }

  private double[] matrix(Csr graph) {
    double[] out = new double[n * n];
    for (int v = 0; v < n; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        if (graph.target(a) != v) {
          out[v * n + graph.target(a)] = graph.weight(a);
        }
      }
    }
    return out;
  }

  Qap.Result test(int permutations, long seed, int threads, Progress progress) {
    List<Qap.Term> terms = new ArrayList<>();
    double[] coefficients = new double[x.length];
    double[][] draws = new double[x.length][permutations];
    double[] own = new double[x.length];
    Progress quiet = Replicas.quiet(progress);
    for (int k = 0; k < x.length; k++) {
      Partial partial = new Partial(k);
      own[k] = partial.t(null);
      coefficients[k] = partial.coefficient;
      double[] drawn = draws[k];
      Replicas.run(
          permutations,
          threads,
          () -> new int[n],
          (i, order) -> {
            for (int v = 0; v < n; v++) {
              order[v] = v;
            }
            new SplitMix(Replicas.seed(seed, i)).shuffle(order, n);
            drawn[i] = partial.t(order);
            quiet.step(0, -1);
          },
          progress);
    }
    double constant = mean(y);
    double rest = 0;
    for (int k = 0; k < x.length; k++) {
      constant -= Double.isNaN(coefficients[k]) ? 0 : coefficients[k] * mean(x[k]);
    }
    for (int i = 0; i < n * n; i++) {
      double miss = i / n == i % n ? 0 : y[i] - constant;
      for (int k = 0; k < x.length; k++) {
        miss -= Double.isNaN(coefficients[k]) ? 0 : coefficients[k] * x[k][i];
      }
      rest += miss * miss;
    }
    double all = variation(y);
    for (int k = 0; k < x.length; k++) {
      Verdict verdict = Verdict.of("t of network " + (k + 1), own[k], draws[k]);
      terms.add(new Qap.Term(coefficients[k], own[k], correlation(x[k]), verdict));
    }
    return new Qap.Result(terms, constant, all > 0 ? 1 - rest / all : Double.NaN, (long) pairs);
  }

  private double mean(double[] matrix) {
    double sum = 0;
    for (double value : matrix) {
      sum += value;
    }
    return sum / n / (n - 1.0);
  }

  private double variation(double[] matrix) {
    double mean = mean(matrix);
    double sum = 0;
    for (int i = 0; i < n * n; i++) {
      double off = i / n == i % n ? 0 : matrix[i] - mean;
      sum += off * off;
    }
    return sum;
  }

  private double correlation(double[] matrix) {
    double meanX = mean(matrix);
    double meanY = mean(y);
    double sum = 0;
    for (int i = 0; i < n * n; i++) {
      sum += i / n == i % n ? 0 : (matrix[i] - meanX) * (y[i] - meanY);
    }
    double all = variation(matrix) * variation(y);
    return all > 0 ? sum / Math.sqrt(all) : Double.NaN;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Takes from a matrix what a basis explains, twice, for the rounding of the first time. */
  private static double[] beyond(double[] matrix, List<double[]> basis) {
    double[] out = matrix.clone();
    for (int round = 0; round < 2; round++) {
      for (double[] b : basis) {
        double share = dot(out, b);
        for (int i = 0; i < out.length; i++) {
          out[i] -= share * b[i];
        }
      }
    }
    return out;
  }

  private final class Partial {
    private final List<double[]> basis = new ArrayList<>();
    private final double[] beyond;
    private final double[] rest;
    private final double size;
    private final double all;
    private final double freedom;
    private final boolean nothing;
    double coefficient;

    Partial(int k) {
      double[] constant = new double[n * n];
      for (int i = 0; i < n * n; i++) {
        constant[i] = i / n == i % n ? 0 : 1;
      }
      add(constant);
      for (int j = 0; j < x.length; j++) {
        if (j != k) {
          add(x[j]);
        }
      }
      beyond = beyond(x[k], basis);
      rest = beyond(y, basis);
      size = dot(beyond, beyond);
      all = dot(rest, rest);
      nothing = !(size > NOTHING * dot(x[k], x[k]));
      freedom = pairs - x.length - 1;
      coefficient = nothing ? Double.NaN : dot(beyond, rest) / size;
    }

    private void add(double[] matrix) {
      double[] more = beyond(matrix, basis);
      double length = dot(more, more);
      if (length > NOTHING * dot(matrix, matrix)) {
        double scale = 1 / Math.sqrt(length);
        for (int i = 0; i < more.length; i++) {
          more[i] *= scale;
        }
        basis.add(more);
      }
    }

    /** Of what is left of the network, its nodes permuted. */
    double t(int @Nullable [] order) {
      if (nothing) {
        return Double.NaN;
      }
      double product = 0;
      double[] shares = new double[basis.size()];
      for (int i = 0; i < n; i++) {
        int from = (order == null ? i : order[i]) * n;
        int at = i * n;
        for (int j = 0; j < n; j++) {
          double e = beyond[from + (order == null ? j : order[j])];
          product += e * rest[at + j];
          for (int b = 0; b < shares.length; b++) {
            shares[b] += e * basis.get(b)[at + j];
          }
        }
      }
      double length = size;
      for (double share : shares) {
        length -= share * share;
      }
      if (!(length > NOTHING * size)) {
        return Double.NaN;
      }
      double b = product / length;
      // Undirected matrices hold every pair twice: both sums are double, their ratio is not.
      return b / Math.sqrt(Math.max(0, all - product * b) / freedom / length);
    }
  }
}

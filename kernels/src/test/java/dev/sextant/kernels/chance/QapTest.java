package dev.sextant.kernels.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.Replicas;
import dev.sextant.kernels.SplitMix;
import dev.sextant.kernels.covert.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class QapTest {
  private static final Progress SILENT = Progress.silent();

  /** Coefficients and t of a regression by normal equations; the last is the constant. */
  private static double[][] regression(double[] y, List<double[]> x) {
    int k = x.size() + 1;
    double[] one = new double[y.length];
    Arrays.fill(one, 1);
    List<double[]> all = new ArrayList<>(x);
    all.add(one);
    double[][] m = new double[k][2 * k];
    double[] xy = new double[k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        for (int r = 0; r < y.length; r++) {
          m[i][j] += all.get(i)[r] * all.get(j)[r];
        }
      }
      m[i][k + i] = 1;
      for (int r = 0; r < y.length; r++) {
        xy[i] += all.get(i)[r] * y[r];
      }
    }
    for (int c = 0; c < k; c++) {
      double pivot = m[c][c];
      for (int j = 0; j < 2 * k; j++) {
        m[c][j] /= pivot;
      }
      for (int i = 0; i < k; i++) {
        double f = m[i][c];
        for (int j = 0; i != c && j < 2 * k; j++) {
          m[i][j] -= f * m[c][j];
        }
      }
    }
    double[] b = new double[k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        b[i] += m[i][k + j] * xy[j];
      }
    }
    double rest = 0;
    for (int r = 0; r < y.length; r++) {
      double miss = y[r];
      for (int i = 0; i < k; i++) {
        miss -= b[i] * all.get(i)[r];
      }
      rest += miss * miss;
    }
    double[] t = new double[k];
    for (int i = 0; i < k; i++) {
      t[i] = b[i] / Math.sqrt(rest / (y.length - k) * m[i][k + i]);
    }
    return new double[][] {b, t};
  }

  private static double[] pairs(double[][] matrix, boolean directed) {
    List<Double> out = new ArrayList<>();
    for (int i = 0; i < matrix.length; i++) {
      for (int j = directed ? 0 : i + 1; j < matrix.length; j++) {
        if (i != j) {
          out.add(matrix[i][j]);
        }
      }
    }
    return out.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[][] matrix(Csr graph) {
    double[][] m = new double[graph.nodes()][graph.nodes()];
    for (int v = 0; v < m.length; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        m[v][graph.target(a)] = graph.weight(a);
      }
    }
    return m;
  }

  @Test
  void coefficientsAndPermutedStatisticsAreThoseOfTheTextbook() {
    for (int seed = 0; seed < 6; seed++) {
      boolean directed = seed % 2 == 0;
      int n = 9;
      Csr y = Samples.random(seed, n, 30, directed, true);
      List<Csr> x =
          List.of(
              Samples.random(seed + 50, n, 25, directed, true),
              Samples.random(seed + 90, n, 20, directed, false));
      Qap.Result found = Qap.permuted(19, 7, 1).compute(y, x, SILENT);
      double[] py = pairs(matrix(y), directed);
      List<double[]> px = x.stream().map(g -> pairs(matrix(g), directed)).toList();
      double[][] right = regression(py, px);
      for (int k = 0; k < 2; k++) {
        assertThat(found.terms().get(k).coefficient()).isCloseTo(right[0][k], within(1e-9));
        assertThat(found.terms().get(k).t()).isCloseTo(right[1][k], within(1e-8));
        // Double semi-partialling by hand: residuals of x_k, permuted, beside the others.
        double[] other = px.get(1 - k);
        double[] b = regression(px.get(k), List.of(other))[0];
        double[][] residual = new double[n][n];
        double[][] mk = matrix(x.get(k));
        double[][] mo = matrix(x.get(1 - k));
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < n; j++) {
            residual[i][j] = mk[i][j] - b[0] * mo[i][j] - b[1];
          }
        }
        int high = 0;
        for (int i = 0; i < 19; i++) {
          int[] order = new int[n];
          Arrays.setAll(order, v -> v);
          new SplitMix(Replicas.seed(7, i)).shuffle(order, n);
          double[][] permuted = new double[n][n];
          for (int u = 0; u < n; u++) {
            for (int v = 0; v < n; v++) {
              permuted[u][v] = residual[order[u]][order[v]];
            }
          }
          double t = regression(py, List.of(pairs(permuted, directed), other))[1][0];
          high += t >= right[1][k] - 1e-9 ? 1 : 0;
        }
        assertThat(found.terms().get(k).test().pHigh()).isCloseTo((1 + high) / 20.0, within(1e-12));
      }
      assertThat(found.constant()).isCloseTo(right[0][2], within(1e-9));
      assertThat(found.pairs()).isEqualTo(py.length);
    }
  }

  @Test
  void aNetworkGoesWithItself() {
    Csr karate = Samples.karate();
    Csr other = Samples.random(3, 34, 80, false, false);
    Qap.Result one = Qap.permuted(199, 1, 1).compute(karate, List.of(karate), SILENT);
    assertThat(one.terms().get(0).correlation()).isCloseTo(1, within(1e-12));
    assertThat(one.explained()).isCloseTo(1, within(1e-12));
    Qap.Result two = Qap.permuted(199, 1, 1).compute(karate, List.of(other), SILENT);
    assertThat(two.terms().get(0).test().p()).isGreaterThan(0.01);
    Qap.Result threads = Qap.permuted(199, 1, 2).compute(karate, List.of(other), SILENT);
    assertThat(threads).usingRecursiveComparison().isEqualTo(two);
    Qap.Result twice = Qap.permuted(9, 1, 1).compute(karate, List.of(other, other), SILENT);
    assertThat(twice.terms().get(0).coefficient()).isNaN();
  }

  @Test
  void refusals() {
    assertThatThrownBy(
            () -> Qap.permuted(9, 1, 1).compute(Samples.karate(), List.of(Samples.kite()), SILENT))
        .isInstanceOf(BadGraph.class);
    assertThatThrownBy(
            () -> Qap.permuted(9, 1, 1).compute(Samples.star(2), List.of(Samples.star(2)), SILENT))
        .isInstanceOf(BadGraph.class)
        .hasMessageContaining("pairs");
  }

  @Test
  void likeTiesToLike() {
    CsrBuilder builder = CsrBuilder.undirected(20, CsrBuilder.Loops.DROP);
    int[] group = new int[20];
    double[] value = new double[20];
    for (int v = 0; v < 20; v++) {
      group[v] = v / 10;
      value[v] = v;
      builder.edge(v, v / 10 * 10 + (v + 1) % 10);
    }
    builder.edge(0, 10);
    Csr graph = builder.build().graph();
    List<Verdict> groups = AttributeTies.groups(group, 199, 1, 1).compute(graph, SILENT);
    assertThat(groups.get(0).observed()).isCloseTo(20.0 / 21, within(1e-12));
    assertThat(groups.get(1).observed()).isCloseTo(-19.0 / 21, within(1e-12));
    assertThat(groups.get(0).pHigh()).isEqualTo(0.005);
    List<Verdict> numbers = AttributeTies.numbers(value, 199, 1, 2).compute(graph, SILENT);
    assertThat(numbers.get(0).pHigh()).isEqualTo(0.005);
    assertThat(numbers.get(1).pLow()).isEqualTo(0.005);
    value[3] = Double.NaN;
    assertThat(AttributeTies.numbers(value, 19, 1, 1).compute(graph, SILENT).get(0).draws())
        .isEqualTo(19);
    // A pair tied alike: I is -1 for two tied nodes of different values, C is 1.
    List<Verdict> two =
        AttributeTies.numbers(new double[] {0, 1}, 9, 1, 1)
            .compute(Samples.undirected(2, "0-1"), SILENT);
    assertThat(two.get(0).observed()).isEqualTo(-1);
    assertThat(two.get(1).observed()).isEqualTo(1);
  }
}

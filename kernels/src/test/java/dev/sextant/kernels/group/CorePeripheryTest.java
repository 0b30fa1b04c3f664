package dev.sextant.kernels.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CorePeripheryTest {
  private static long wrong(Csr graph, int core) {
    long wrong = 0;
    for (int u = 0; u < graph.nodes(); u++) {
      for (int v = 0; v < u; v++) {
        int inside = (core >> u & 1) + (core >> v & 1);
        wrong += inside == 2 && !Samples.tied(graph, u, v) ? 1 : 0;
        wrong += inside == 0 && Samples.tied(graph, u, v) ? 1 : 0;
      }
    }
    return wrong;
  }

  private static double correlation(double[] x, double[] y) {
    double mx = Arrays.stream(x).average().orElse(0);
    double my = Arrays.stream(y).average().orElse(0);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - mx) * (y[i] - my);
      xx += (x[i] - mx) * (x[i] - mx);
      yy += (y[i] - my) * (y[i] - my);
    }
    return xy / Math.sqrt(xx * yy);
  }

  @Test
  void discreteIsTheBestOfAllSubsets() {
    for (long seed = 0; seed < 200; seed++) {
      Csr graph = Samples.any(seed, 10);
      int n = graph.nodes();
      CorePeriphery.Result result = CorePeriphery.discrete().compute(graph, Progress.silent());
      int core = 0;
      for (int v = 0; v < n; v++) {
        core |= result.coreness(v) == 1 ? 1 << v : 0;
      }
      long least = Long.MAX_VALUE;
      for (int set = 0; set < 1 << n; set++) {
        least = Math.min(least, wrong(graph, set));
      }
      assertThat(result.error()).as("seed %d", seed).isEqualTo(least);
      assertThat(wrong(graph, core)).isEqualTo(least);
      double[] pattern = new double[n * n];
      double[] ties = new double[n * n];
      int pairs = 0;
      for (int u = 0; u < n; u++) {
        for (int v = 0; v < u; v++) {
          if ((core >> u & 1) == (core >> v & 1)) {
            pattern[pairs] = core >> u & 1;
            ties[pairs++] = Samples.tied(graph, u, v) ? 1 : 0;
          }
        }
      }
      double expected = correlation(Arrays.copyOf(pattern, pairs), Arrays.copyOf(ties, pairs));
      if (Double.isNaN(expected)) {
        assertThat(result.fit()).isNaN();
      } else {
        assertThat(result.fit()).isCloseTo(expected, within(1e-9));
      }
    }
  }

  @Test
  void continuousFitsAsItSaysAndCannotBeImprovedByOneValue() {
    for (long seed = 0; seed < 100; seed++) {
      Csr graph = Samples.random(seed, 12, false, true);
      int n = graph.nodes();
      CorePeriphery.Result result = CorePeriphery.continuous().compute(graph, Progress.silent());
      double[] core = result.coreness();
      double error = error(graph, core);
      assertThat(result.error()).isCloseTo(error, within(1e-8 * (1 + error)));
      for (int v = 0; v < n; v++) {
        for (double change : new double[] {-0.01, 0.01}) {
          double[] other = core.clone();
          other[v] += change;
          assertThat(error(graph, other)).as("seed %d", seed).isGreaterThanOrEqualTo(error - 1e-9);
        }
      }
      double[] products = new double[n * (n - 1) / 2];
      double[] ties = new double[products.length];
      int at = 0;
      for (int u = 0; u < n; u++) {
        for (int v = 0; v < u; v++) {
          products[at] = core[u] * core[v];
          ties[at++] = Samples.weight(graph, u, v);
        }
      }
      double fit = correlation(products, ties);
      if (!Double.isNaN(result.fit())) {
        assertThat(result.fit()).isCloseTo(fit, within(1e-6));
      }
    }
  }

  private static double error(Csr graph, double[] core) {
    double error = 0;
    for (int u = 0; u < core.length; u++) {
      for (int v = 0; v < u; v++) {
        double apart = Samples.weight(graph, u, v) - core[u] * core[v];
        error += apart * apart;
      }
    }
    return error;
  }

  @Test
  void edges() {
    for (CorePeriphery kind :
        new CorePeriphery[] {CorePeriphery.discrete(), CorePeriphery.continuous()}) {
      assertThat(kind.compute(Samples.empty(0), Progress.silent()).coreness()).isEmpty();
      assertThat(kind.compute(Samples.empty(2), Progress.silent()).coreness())
          .containsExactly(0, 0);
    }
    CorePeriphery.Result star =
        CorePeriphery.discrete().compute(Samples.star(1_000_000), Progress.silent());
    assertThat(star.coreness(0)).isEqualTo(1);
    assertThat(star.error()).isZero();
    CorePeriphery.Result pulled =
        CorePeriphery.continuous().compute(Samples.star(100), Progress.silent());
    assertThat(pulled.coreness(0)).isGreaterThan(pulled.coreness(1));
  }
}

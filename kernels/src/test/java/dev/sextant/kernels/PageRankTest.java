package dev.sextant.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PageRankTest {
  @Provide
  Arbitrary<Csr> graphs() {
    return Examples.graphs(12);
  }

  /** NetworkX 2.8.8, pagerank(karate, weight=None, tol=1e-15), and igraph 0.10.2 agree on it. */
  @Test
  void karate() {
    PageRank.Result result = PageRank.standard().compute(Examples.karate(), Progress.silent());
    assertThat(result.score(0)).isCloseTo(0.096997285388, within(1e-11));
    assertThat(result.score(33)).isCloseTo(0.100919182333, within(1e-11));
    assertThat(result.converged()).isTrue();
    assertThat(result.errorBound()).isLessThan(1e-11);
  }

  /** By hand: x0 = .15/2, all of x0 goes to 1, and what 1 has is shared out again. */
  @Test
  void oneArc() {
    Csr graph = CsrBuilder.directed(2, CsrBuilder.Loops.DROP).edge(0, 1).build().graph();
    PageRank.Result result = PageRank.standard().compute(graph, Progress.silent());
    // x0 = (.15 + .85 x1)/2 and x0 + x1 = 1 give x0 = 1/2.85.
    assertThat(result.score(0)).isCloseTo(1 / 2.85, within(1e-12));
    assertThat(result.score(1)).isCloseTo(1.85 / 2.85, within(1e-12));
  }

  @Test
  void cutShortItSaysHowFarOffItIs() {
    PageRank.Result rough =
        PageRank.power(0.85, 1e-12, 3).compute(Examples.karate(), Progress.silent());
    assertThat(rough.converged()).isFalse();
    assertThat(rough.iterations()).isEqualTo(3);
    double[] exact = dense(Examples.karate(), 0.85);
    double off = 0;
    for (int v = 0; v < exact.length; v++) {
      off += Math.abs(exact[v] - rough.score(v));
    }
    assertThat(off).isPositive().isLessThanOrEqualTo(rough.errorBound());
  }

  @Test
  void refusesParametersOutOfRange() {
    assertThatThrownBy(() -> PageRank.power(1, 1e-9, 10)).isInstanceOf(BadGraph.class);
    assertThatThrownBy(() -> PageRank.power(Double.NaN, 1e-9, 10)).isInstanceOf(BadGraph.class);
    assertThatThrownBy(() -> PageRank.power(.5, 0, 10)).isInstanceOf(BadGraph.class);
    assertThatThrownBy(() -> PageRank.power(.5, 1e-9, 0)).isInstanceOf(BadGraph.class);
  }

  @Property
  void twinBySolvingTheEquations(@ForAll("graphs") Csr graph) {
    PageRank.Result result = PageRank.standard().compute(graph, Progress.silent());
    double[] exact = dense(graph, 0.85);
    for (int v = 0; v < exact.length; v++) {
      assertThat(result.score(v)).isCloseTo(exact[v], within(1e-10));
    }
    assertThat(Arrays.stream(result.scores()).sum()).isCloseTo(1, within(1e-9));
  }

  /** Gauss and Jordan's elimination on (I - d P') x = (1 - d)/n, P with dangling rows uniform. */
  private static double[] dense(Csr graph, double damping) {
    int n = graph.nodes();
    double[][] a = new double[n][n + 1];
    for (int u = 0; u < n; u++) {
      double out = 0;
      for (int arc = graph.first(u); arc < graph.end(u); arc++) {
        out += graph.weight(arc);
      }
      for (int v = 0; v < n; v++) {
        int arc = graph.arc(u, v);
        double p = out == 0 ? 1.0 / n : arc < 0 ? 0 : graph.weight(arc) / out;
        a[v][u] = (u == v ? 1 : 0) - damping * p;
      }
      a[u][n] = (1 - damping) / n;
    }
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k + 1; i < n; i++) {
        pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
      }
      double[] swap = a[k];
      a[k] = a[pivot];
      a[pivot] = swap;
      for (int i = 0; i < n; i++) {
        double factor = i == k ? 0 : a[i][k] / a[k][k];
        for (int j = k; j <= n; j++) {
          a[i][j] -= factor * a[k][j];
        }
      }
    }
    double[] x = new double[n];
    Arrays.setAll(x, i -> a[i][n] / a[i][i]);
    return x;
  }
}

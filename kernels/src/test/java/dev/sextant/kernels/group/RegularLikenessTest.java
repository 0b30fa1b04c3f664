package dev.sextant.kernels.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.SplitMix;
import org.junit.jupiter.api.Test;

class RegularLikenessTest {
  private static double[][] matrix(Csr graph) {
    double[][] w = new double[graph.nodes()][graph.nodes()];
    for (int v = 0; v < w.length; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        w[v][graph.target(a)] = graph.target(a) == v ? 0 : graph.weight(a);
      }
    }
    return w;
  }

  /** From the formula, over all nodes whether tied or not. */
  private static double[][] twin(double[][] w, int rounds) {
    int n = w.length;
    double[][] now = new double[n][n];
    for (double[] row : now) {
      java.util.Arrays.fill(row, 1);
    }
    for (int r = 0; r < rounds; r++) {
      double[][] next = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          double up = 0;
          double down = 0;
          for (int side = 0; side < 2; side++) {
            int a = side == 0 ? i : j;
            int b = side == 0 ? j : i;
            for (int k = 0; k < n; k++) {
              if (k == a || w[a][k] + w[k][a] == 0) {
                continue;
              }
              double best = 0;
              double most = w[a][k] + w[k][a];
              for (int m = 0; m < n; m++) {
                if (m != b) {
                  double value =
                      now[k][m] * (Math.min(w[a][k], w[b][m]) + Math.min(w[k][a], w[m][b]));
                  double all = Math.max(w[a][k], w[b][m]) + Math.max(w[k][a], w[m][b]);
                  if (value > best || (value == best && value > 0 && all < most)) {
                    best = value;
                    most = all;
                  }
                }
              }
              up += best;
              down += most;
            }
          }
          next[i][j] = i == j || down == 0 ? 1 : up / down;
        }
      }
      now = next;
    }
    return now;
  }

  @Test
  void equalsItsTwin() {
    for (int seed = 0; seed < 20; seed++) {
      SplitMix random = new SplitMix(seed);
      CsrBuilder builder = CsrBuilder.directed(9, CsrBuilder.Loops.KEEP);
      for (int i = 0; i < 18; i++) {
        builder.edge(random.below(9), random.below(9), 1 + random.below(3));
      }
      Csr graph = builder.build().graph();
      RegularLikeness found = RegularLikeness.compute(graph, 3, Progress.silent());
      double[][] twin = twin(matrix(graph), 3);
      for (int i = 0; i < 9; i++) {
        for (int j = 0; j < 9; j++) {
          assertThat(found.likeness(i, j)).as("seed %d", seed).isCloseTo(twin[i][j], within(1e-12));
          assertThat(found.likeness(i, j)).isBetween(0.0, 1.0);
        }
      }
    }
  }

  /** Two bosses of unequal staff: bosses are alike, staff are alike, boss and staff are not. */
  @Test
  void levelsOfAHierarchyAreAlike() {
    Csr graph =
        CsrBuilder.directed(8, CsrBuilder.Loops.DROP)
            .edge(0, 2)
            .edge(0, 3)
            .edge(0, 4)
            .edge(1, 5)
            .edge(1, 6)
            .build()
            .graph();
    RegularLikeness found = RegularLikeness.compute(graph, 3, Progress.silent());
    assertThat(found.likeness(0, 1)).isEqualTo(1);
    assertThat(found.likeness(2, 6)).isEqualTo(1);
    assertThat(found.likeness(0, 5)).isZero();
    assertThat(found.likeness(7, 5)).isZero();
  }

  @Test
  void everybodyWithATieIsAlikeInAnUndirectedGraph() {
    Csr path =
        CsrBuilder.undirected(5, CsrBuilder.Loops.DROP)
            .edge(0, 1)
            .edge(1, 2)
            .edge(2, 3)
            .build()
            .graph();
    RegularLikeness found = RegularLikeness.compute(path, 5, Progress.silent());
    assertThat(found.likeness(0, 2)).isEqualTo(1);
    assertThat(found.likeness(0, 4)).isZero();
    assertThat(found.nodes()).isEqualTo(5);
  }

  @Test
  void refuses() {
    Csr one = CsrBuilder.undirected(1, CsrBuilder.Loops.DROP).build().graph();
    assertThatThrownBy(() -> RegularLikeness.compute(one, 0, Progress.silent()))
        .isInstanceOf(BadGraph.class);
    Csr many =
        CsrBuilder.undirected(RegularLikeness.MOST_NODES + 1, CsrBuilder.Loops.DROP)
            .build()
            .graph();
    assertThatThrownBy(() -> RegularLikeness.compute(many, 1, Progress.silent()))
        .isInstanceOf(BadGraph.class)
        .hasMessageContaining("MB");
  }
}

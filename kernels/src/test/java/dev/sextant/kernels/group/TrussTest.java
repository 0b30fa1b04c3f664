package dev.sextant.kernels.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import org.junit.jupiter.api.Test;

class TrussTest {
  /** Takes edges with too few triangles away, again and again, for each k. */
  private static int[][] naive(Csr graph) {
    int n = graph.nodes();
    boolean[][] left = new boolean[n][n];
    int[][] truss = new int[n][n];
    for (int u = 0; u < n; u++) {
      for (int v = 0; v < n; v++) {
        left[u][v] = Samples.tied(graph, u, v);
      }
    }
    for (int k = 2; k <= n; k++) {
      boolean changed = true;
      while (changed) {
        changed = false;
        for (int u = 0; u < n; u++) {
          for (int v = 0; v < u; v++) {
            int triangles = 0;
            for (int w = 0; w < n; w++) {
              triangles += left[u][w] && left[v][w] ? 1 : 0;
            }
            if (left[u][v] && triangles < k - 2) {
              left[u][v] = false;
              left[v][u] = false;
              changed = true;
            }
          }
        }
      }
      for (int u = 0; u < n; u++) {
        for (int v = 0; v < n; v++) {
          truss[u][v] = left[u][v] ? k : truss[u][v];
        }
      }
    }
    return truss;
  }

  @Test
  void twin() {
    for (long seed = 0; seed < 200; seed++) {
      Csr graph = Samples.any(seed, 14);
      int[][] naive = naive(graph);
      Truss.Result result = Truss.peeling().compute(graph, Progress.silent());
      int ties = 0;
      for (int[] row : naive) {
        for (int truss : row) {
          ties += truss > 0 ? 1 : 0;
        }
      }
      assertThat(result.edges()).isEqualTo(ties / 2);
      for (int e = 0; e < result.edges(); e++) {
        assertThat(result.truss(e))
            .as("seed %d, edge %d-%d", seed, result.lower(e), result.higher(e))
            .isEqualTo(naive[result.lower(e)][result.higher(e)]);
      }
    }
  }

  @Test
  void edges() {
    assertThat(Truss.peeling().compute(Samples.empty(0), Progress.silent()).largest()).isZero();
    assertThat(Truss.peeling().compute(Samples.empty(2), Progress.silent()).ofNodes())
        .containsExactly(0, 0);
    assertThat(Truss.peeling().compute(Samples.star(300_000), Progress.silent()).largest())
        .isEqualTo(2);
    assertThat(Truss.peeling().compute(Samples.path(300_000), Progress.silent()).largest())
        .isEqualTo(2);
  }
}

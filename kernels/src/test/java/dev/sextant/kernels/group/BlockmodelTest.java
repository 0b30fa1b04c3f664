package dev.sextant.kernels.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlockmodelTest {
  private static long naiveCost(Csr graph, int[] at, int k) {
    long cost = 0;
    for (int p = 0; p < k; p++) {
      for (int q = 0; q < k; q++) {
        long ties = 0;
        long room = 0;
        for (int u = 0; u < at.length; u++) {
          for (int v = 0; v < at.length; v++) {
            if (u != v && at[u] == p && at[v] == q) {
              room++;
              ties += graph.arc(u, v) >= 0 ? 1 : 0;
            }
          }
        }
        cost += Math.min(ties, room - ties);
      }
    }
    return cost;
  }

  private static long optimum(Csr graph, int[] at, int v, int k) {
    if (v == at.length) {
      return naiveCost(graph, at, k);
    }
    long least = Long.MAX_VALUE;
    for (int p = 0; p < Math.min(k, v + 1); p++) {
      at[v] = p;
      least = Math.min(least, optimum(graph, at, v + 1, k));
    }
    return least;
  }

  @Test
  void reachesTheOptimumOfTinyGraphs() {
    for (long seed = 0; seed < 60; seed++) {
      Csr graph = Samples.any(seed, 7);
      int k = 1 + (int) (seed % 3);
      Blockmodel.Result result = Blockmodel.of(k, 20, seed).compute(graph, Progress.silent());
      int[] at = result.positions().groupOf();
      assertThat(result.inconsistencies()).isEqualTo(naiveCost(graph, at, k));
      assertThat(result.inconsistencies())
          .as("seed %d", seed)
          .isEqualTo(optimum(graph, new int[graph.nodes()], 0, k));
    }
  }

  @Test
  void findsPlantedPositions() {
    // Two teams that report to two different leaderships; leaders are not tied to each other.
    Random random = new Random(4);
    CsrBuilder builder = CsrBuilder.directed(60, CsrBuilder.Loops.DROP);
    for (int u = 0; u < 60; u++) {
      for (int v = 0; v < 60; v++) {
        boolean belongs = u / 20 == 0 && v / 20 == 1 || u / 20 == 1 && v / 20 == 2;
        if (random.nextDouble() < (belongs ? 0.9 : 0.1)) {
          builder.edge(u, v);
        }
      }
    }
    Csr graph = builder.build().graph();
    Blockmodel.Result result = Blockmodel.of(3, 10, 1).compute(graph, Progress.silent());
    int[] planted = new int[60];
    Arrays.setAll(planted, v -> v / 20);
    assertThat(result.inconsistencies()).isEqualTo(naiveCost(graph, planted, 3));
    for (int v = 0; v < 60; v++) {
      assertThat(result.positions().groupOf(v)).isEqualTo(v / 20);
    }
    for (int p = 0; p < 3; p++) {
      for (int q = 0; q < 3; q++) {
        assertThat(result.image(p, q)).isEqualTo(p == 0 && q == 1 || p == 1 && q == 2);
      }
    }
    assertThat(Blockmodel.of(3, 10, 1).compute(graph, Progress.silent()))
        .usingRecursiveComparison()
        .isEqualTo(result);
  }

  @Test
  void edges() {
    assertThat(
            Blockmodel.of(3, 2, 1).compute(Samples.empty(0), Progress.silent()).positions().nodes())
        .isZero();
    assertThat(Blockmodel.of(3, 2, 1).compute(Samples.star(5), Progress.silent()).inconsistencies())
        .isZero();
    assertThatThrownBy(() -> Blockmodel.of(0, 1, 1)).isInstanceOf(BadGraph.class);
  }
}

package dev.sextant.kernels.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Partition;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.SplitMix;
import org.junit.jupiter.api.Test;

class ConcorTest {
  /** Four planted positions with a directed image, a few ties turned at random. */
  private static Csr planted(double noise, long seed) {
    boolean[][] image = {
      {true, true, false, false},
      {false, false, true, false},
      {false, false, false, true},
      {true, false, false, true}
    };
    SplitMix random = new SplitMix(seed);
    CsrBuilder builder = CsrBuilder.directed(40, CsrBuilder.Loops.DROP);
    for (int u = 0; u < 40; u++) {
      for (int v = 0; v < 40; v++) {
        if (u != v && image[u / 10][v / 10] != random.unit() < noise) {
          builder.edge(u, v);
        }
      }
    }
    return builder.build().graph();
  }

  @Test
  void findsPlantedPositions() {
    int[] truth = new int[40];
    java.util.Arrays.setAll(truth, v -> v / 10);
    for (int seed = 0; seed < 5; seed++) {
      Partition found = Concor.split(planted(0.05, seed), 2, Progress.silent());
      assertThat(GroupComparison.adjustedRand(found, Partition.ofLabels(truth)))
          .as("seed %d", seed)
          .isGreaterThan(0.9);
    }
  }

  @Test
  void thoseWithoutTiesAreAPositionOfTheirOwn() {
    Csr star =
        CsrBuilder.undirected(7, CsrBuilder.Loops.DROP)
            .edge(0, 1)
            .edge(0, 2)
            .edge(0, 3)
            .edge(0, 4)
            .build()
            .graph();
    Partition found = Concor.split(star, 1, Progress.silent());
    assertThat(found.groups()).isEqualTo(3);
    assertThat(found.groupOf(5)).isEqualTo(found.groupOf(6)).isNotEqualTo(found.groupOf(1));
    assertThat(found.groupOf(0)).isNotEqualTo(found.groupOf(1));
    assertThat(found.groupOf(1)).isEqualTo(found.groupOf(4));
  }

  @Test
  void edgeCases() {
    Csr none = CsrBuilder.undirected(0, CsrBuilder.Loops.DROP).build().graph();
    assertThat(Concor.split(none, 2, Progress.silent()).groups()).isZero();
    Csr alone = CsrBuilder.undirected(3, CsrBuilder.Loops.DROP).build().graph();
    assertThat(Concor.split(alone, 2, Progress.silent()).groups()).isEqualTo(1);
    assertThat(Concor.split(planted(0, 1), 0, Progress.silent()).groups()).isEqualTo(1);
    assertThatThrownBy(() -> Concor.split(none, -1, Progress.silent()))
        .isInstanceOf(BadGraph.class);
  }
}

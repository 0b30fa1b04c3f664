package dev.sextant.kernels.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Cancelled;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import org.junit.jupiter.api.Test;

class LabelPropagationTest {
  @Test
  void everybodyHasAHeaviestLabel() {
    for (long seed = 0; seed < 300; seed++) {
      Csr graph = Samples.any(seed, 30).ignoringDirection();
      LabelPropagation.Result result =
          LabelPropagation.asynchronous(seed).compute(graph, Progress.silent());
      assertThat(result.settled()).isTrue();
      int[] group = result.communities().groupOf();
      for (int v = 0; v < graph.nodes(); v++) {
        double[] weight = new double[graph.nodes()];
        double most = 0;
        for (int a = graph.first(v); a < graph.end(v); a++) {
          int w = graph.target(a);
          weight[group[w]] += w == v ? 0 : graph.weight(a);
          most = Math.max(most, weight[group[w]]);
        }
        // A group is a connected piece of a label, and neighbours of a label share its piece.
        assertThat(weight[group[v]]).as("seed %d, node %d", seed, v).isEqualTo(most);
      }
    }
  }

  @Test
  void sameSeedSameGroups() {
    for (long seed = 0; seed < 20; seed++) {
      Csr graph = Samples.any(seed, 60);
      assertThat(LabelPropagation.asynchronous(5).compute(graph, Progress.silent()))
          .usingRecursiveComparison()
          .isEqualTo(LabelPropagation.asynchronous(5).compute(graph, Progress.silent()));
    }
  }

  @Test
  void edges() {
    assertThat(
            LabelPropagation.asynchronous(1)
                .compute(Samples.empty(3), Progress.silent())
                .communities()
                .groups())
        .isEqualTo(3);
    assertThat(
            LabelPropagation.asynchronous(1)
                .compute(Samples.star(500_000), Progress.silent())
                .communities()
                .groups())
        .isEqualTo(1);
    assertThat(
            LabelPropagation.asynchronous(1)
                .compute(Samples.path(300_000), Progress.silent())
                .settled())
        .isTrue();
    assertThatThrownBy(() -> LabelPropagation.asynchronous(1, 0)).isInstanceOf(BadGraph.class);
    assertThatThrownBy(
            () -> LabelPropagation.asynchronous(1).compute(Samples.star(3), (d, t) -> false))
        .isInstanceOf(Cancelled.class);
  }
}

package dev.sextant.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final List<BiConsumer<Csr, Progress>> KERNELS =
      List.of(
          (g, p) -> Degree.counted().compute(g, p),
          (g, p) -> Components.weak().compute(g, p),
          (g, p) -> Components.strong().compute(g, p),
          (g, p) -> Betweenness.byHops().compute(g, p),
          (g, p) -> Betweenness.byLengths().compute(g, p),
          (g, p) -> Closeness.byHops(Closeness.Towards.NODE).compute(g, p),
          (g, p) -> PageRank.standard().compute(g, p),
          (g, p) -> KCore.peeling().compute(g, p),
          (g, p) -> Leiden.modularity(1, 1).compute(g, p));

  @Test
  void everyKernelStopsWhenAsked() {
    for (BiConsumer<Csr, Progress> kernel : KERNELS) {
      assertThatThrownBy(() -> kernel.accept(Examples.karate(), (done, total) -> false))
          .isInstanceOf(Cancelled.class);
    }
  }

  @Test
  void betweennessReportsEverySourceAndStopsMidway() {
    List<Long> heard = new ArrayList<>();
    Progress until5 =
        (done, total) -> {
          heard.add(done);
          return done < 5;
        };
    assertThatThrownBy(() -> Betweenness.byHops().compute(Examples.karate(), until5))
        .isInstanceOf(Cancelled.class)
        .hasMessageContaining("5 of 34");
    assertThat(heard).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void interruptionStops() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(
              () -> Betweenness.byHops().compute(Examples.kite(), Progress.untilInterrupted()))
          .isInstanceOf(Cancelled.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}

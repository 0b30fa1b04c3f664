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

  /* Betweenness takes its sources a pass of lanes at a time, and tells after every pass. */
  @Test
  void betweennessReportsEveryPassAndStopsMidway() {
    List<Long> heard = new ArrayList<>();
    Progress until17 =
        (done, total) -> {
          heard.add(done);
          return done < 17;
        };
    assertThatThrownBy(() -> Betweenness.byHops().compute(Examples.karate(), until17))
        .isInstanceOf(Cancelled.class)
        .hasMessageContaining("28 of 34");
    assertThat(heard).containsExactly(16L, 28L);
  }

  @Test
  void betweennessEndsWithEverySourceReported() {
    List<Long> heard = new ArrayList<>();
    Betweenness.byHops().compute(Examples.karate(), (done, total) -> heard.add(done));
    assertThat(heard).isSorted().startsWith(16L).endsWith(34L);
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

package dev.sextant.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import dev.sextant.terms.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EnsembleTest {
  private static Csr star(int leaves) {
    CsrBuilder builder = CsrBuilder.undirected(leaves + 1, CsrBuilder.Loops.DROP);
    for (int v = 1; v <= leaves; v++) {
      builder.edge(0, v, 1);
    }
    return builder.build().graph();
  }

  private static Robustness robustness(Csr graph, Method method, long seed) {
    double[] values = Measuring.compute(graph, method, seed, Progress.silent()).values();
    return new Ensemble(graph, method, seed).measure(values, Progress.silent());
  }

  private static Robustness.Order order(Robustness robustness) {
    Robustness.Order order = robustness.order();
    if (order == null) {
      throw new AssertionError("no order");
    }
    return order;
  }

  @Test
  void theMiddleOfAStarStaysFirstWhateverIsMissing() {
    Robustness found = robustness(star(30), Method.BETWEENNESS, 1);
    assertThat(found.replicas()).isEqualTo(1000);
    assertThat(found.removed()).isEqualTo(0.1);
    assertThat(found.ranks().getFirst()).isEqualTo(new RankInterval(1, 1, 1));
    // All leaves are alike: as recorded they share the second rank, and any may be nearly last.
    assertThat(found.ranks().get(7).rank()).isEqualTo(2);
    assertThat(found.ranks().get(7).low()).isEqualTo(2);
    assertThat(found.ranks().get(7).high()).isGreaterThan(25);
    assertThat(found.agreement()).isNull();
    assertThat(order(found).top().getFirst()).isEqualTo(1);
    assertThat(order(found).coefficient()).isEqualTo(1);
  }

  @Test
  void groupsAgreeOrDoNot() {
    // Ties come back and none is lost: one piece stays one piece.
    Robustness found = robustness(star(30), Method.COMPONENTS, 1);
    assertThat(found.agreement()).isEqualTo(1);
    assertThat(found.ranks()).isEmpty();
    assertThat(found.calibration()).isNull();
  }

  @Test
  void nothingToTakeAway() {
    Csr graph = CsrBuilder.undirected(3, CsrBuilder.Loops.DROP).build().graph();
    Robustness found = robustness(graph, Method.DEGREE, 1);
    assertThat(found.replicas()).isZero();
    assertThat(found.calibration()).isNull();
    assertThat(found.ranks()).containsOnly(new RankInterval(1, 1, 1));
  }

  @Test
  void intervalsSayHowTheirEndsWereSet() {
    Robustness.Calibration tried =
        Objects.requireNonNull(robustness(star(30), Method.DEGREE, 1).calibration());
    assertThat(tried.trials()).isPositive();
    assertThat(tried.state())
        .isIn(Robustness.Calibration.State.DONE, Robustness.Calibration.State.DOUBTFUL);
    // Few ranks held before correction is what doubt means.
    assertThat(tried.state() == Robustness.Calibration.State.DOUBTFUL)
        .isEqualTo(tried.held() < 0.87);
    assertThat(tried.words()).startsWith("intervals corrected").contains("tried on the record");
  }

  @Test
  void statesAreReadAsTheyAreWritten() {
    for (Robustness.Calibration.State state : Robustness.Calibration.State.values()) {
      assertThat(Robustness.Calibration.State.of(state.word())).isEqualTo(state);
      assertThat(new Robustness.Calibration(state, 10, 0.8).words()).startsWith("intervals ");
    }
  }

  @Test
  void sameSeedSameIntervals() {
    Csr graph = star(12);
    assertThat(robustness(graph, Method.PAGERANK, 9))
        .isEqualTo(robustness(graph, Method.PAGERANK, 9));
  }

  @Test
  void longWorkGetsFewerReplicas() {
    CsrBuilder builder = CsrBuilder.undirected(20_000, CsrBuilder.Loops.DROP);
    for (int v = 1; v < 20_000; v++) {
      builder.edge(v - 1, v);
    }
    assertThat(new Ensemble(builder.build().graph(), Method.BETWEENNESS, 1).replicas())
        .isEqualTo(Ensemble.FEWEST_REPLICAS);
  }

  @Test
  void measuresStoredByEarlierVersionsAreRead() {
    Csr graph = star(4);
    Measuring.Computed computed = Measuring.compute(graph, Method.DEGREE, 1, Progress.silent());
    Digest digest = Digest.of("snapshot".getBytes(StandardCharsets.UTF_8));
    Robustness earlier =
        new Robustness(100, 0.1, java.util.List.of(new RankInterval(1, 1, 2)), null);
    Robustness now = robustness(graph, Method.DEGREE, 1);
    assertThat(now.calibration()).isNotNull();
    Robustness.Order order = order(now);
    Robustness second =
        new Robustness(
            now.replicas(),
            now.removed(),
            now.ranks(),
            null,
            new Robustness.Order(
                order.model(), order.coefficient(), order.first(), order.top(), null));
    for (Robustness each : new Robustness[] {earlier, second, now}) {
      MeasureCodec.Content content =
          new MeasureCodec.Content(digest, Method.DEGREE, 1, computed, each, "card");
      byte[] bytes = MeasureCodec.bytes(content);
      assertThat(MeasureCodec.read(bytes).robustness()).isEqualTo(each);
      assertThat(MeasureCodec.bytes(MeasureCodec.read(bytes))).isEqualTo(bytes);
      assertThat(new String(bytes, StandardCharsets.UTF_8))
          .contains(
              "sextant-measure/" + (each.order() == null ? 1 : each.calibration() == null ? 2 : 3));
    }
  }
}

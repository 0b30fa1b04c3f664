package dev.sextant.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.identity.EntityKey;
import dev.sextant.network.Measure;
import dev.sextant.network.Method;
import dev.sextant.network.NodeView;
import dev.sextant.network.RankInterval;
import dev.sextant.network.Robustness;
import dev.sextant.network.Snapshot;
import dev.sextant.network.TieCounts;
import dev.sextant.network.TieKind;
import dev.sextant.network.TieRule;
import dev.sextant.network.TieView;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.MeasureId;
import dev.sextant.terms.SnapshotId;
import dev.sextant.terms.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NetworkCopyTest {
  private static final Instant AT = Instant.parse("2026-04-02T09:00:00Z");

  /** A star of {@code n} nodes around node 0; the last node hangs on node 1 as well. */
  private static Snapshot star(int n) {
    List<NodeView> legend = new ArrayList<>();
    List<TieView> ties = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      String account = String.format("telegram/platform_id/%05d", i);
      legend.add(
          new NodeView(i, EntityKey.of(account), "P" + i, List.of(account), List.of("telegram")));
      if (i > 0) {
        ties.add(tie(0, i, i % 9 + 1));
      }
    }
    ties.add(tie(1, n - 1, 0.5));
    return new Snapshot(
        SnapshotId.random(),
        TieRule.of(TieKind.MESSAGE, TieKind.CALL),
        Span.always(),
        Digest.ofFields("star", Integer.toString(n)),
        legend,
        ties,
        new TieCounts(10, 10, Map.of(), 0, 0, 0),
        ActorId.random(),
        AT);
  }

  private static TieView tie(int from, int to, double weight) {
    return new TieView(
        from, to, Map.of(TieKind.MESSAGE, 1), 1, weight, AT, AT, List.of(Digest.ofFields("r")));
  }

  private static Measure measure(Snapshot snapshot, Method method) {
    List<Double> values = new ArrayList<>();
    List<RankInterval> ranks = new ArrayList<>();
    for (int i = 0; i < snapshot.legend().size(); i++) {
      values.add((double) (i % 7));
      ranks.add(new RankInterval(1, 1, i + 1));
    }
    return new Measure(
        MeasureId.random(),
        snapshot.id(),
        snapshot.digest(),
        method,
        42,
        new TreeMap<>(Map.of("damping", "0.85")),
        values,
        new TreeMap<>(),
        new Robustness(100, 0.1, method.groups() ? List.of() : ranks, method.groups() ? 0.9 : null),
        method.card(),
        Digest.ofFields("measure"),
        ActorId.random(),
        AT);
  }

  @Test
  void aSmallNetworkIsCopiedWhole() {
    Snapshot snapshot = star(12);
    CitedSnapshot cited = new NetworkCopy(snapshot, Set.of()).cited();
    assertThat(cited.nodes()).hasSize(12);
    assertThat(cited.ties()).hasSize(12);
    assertThat(cited.nodeCount()).isEqualTo(12);
    assertThat(cited.digest()).isEqualTo(snapshot.digest());
    assertThat(cited.rule())
        .containsEntry("kinds", "CALL, MESSAGE")
        .containsEntry("directed", "false");
    assertThat(cited.ties().getFirst().weight()).isEqualTo("2.0");
    assertThat(cited.ties().getFirst().first()).isEqualTo(AT.toString());
  }

  @Test
  void ofALargeOneTheNamedAndTheirNeighboursAreShown() {
    Snapshot snapshot = star(1_000);
    String last = snapshot.legend().get(999).entity().toString();
    CitedSnapshot cited = new NetworkCopy(snapshot, Set.of(last)).cited();
    assertThat(cited.nodes()).hasSize(NetworkCopy.NODES_MAX);
    assertThat(cited.nodeCount()).isEqualTo(1_000);
    assertThat(cited.tieCount()).isEqualTo(1_000);
    assertThat(cited.nodes()).extracting(CitedSnapshot.Node::label).contains("P999", "P0", "P1");
    assertThat(cited.ties())
        .allMatch(t -> t.from() < cited.nodes().size() && t.to() < cited.nodes().size());
    assertThat(new NetworkCopy(snapshot, Set.of(last)).cited()).isEqualTo(cited);
  }

  @Test
  void measuresComeHighestFirstWithTheirIntervals() {
    Snapshot snapshot = star(12);
    CitedMeasure cited =
        new NetworkCopy(snapshot, Set.of()).cited(measure(snapshot, Method.PAGERANK));
    assertThat(cited.values())
        .isSortedAccordingTo(
            Comparator.comparing((CitedMeasure.Value v) -> -Double.parseDouble(v.value())));
    assertThat(cited.values().getFirst().label()).isEqualTo("P6");
    assertThat(cited.values().getFirst().rankHigh()).isEqualTo(7);
    assertThat(cited.card()).contains("When ties are missing");
    assertThat(cited.parameters()).containsEntry("damping", "0.85");
  }

  @Test
  void groupsHaveNoRanksButAnAgreement() {
    Snapshot snapshot = star(12);
    CitedMeasure cited =
        new NetworkCopy(snapshot, Set.of()).cited(measure(snapshot, Method.COMMUNITY));
    assertThat(cited.values().getFirst().value()).isEqualTo("0.0");
    assertThat(cited.values()).allMatch(v -> v.rankLow() == 0 && v.rankHigh() == 0);
    assertThat(cited.summary()).containsEntry("agreement when ties are missing", "0.9");
  }
}

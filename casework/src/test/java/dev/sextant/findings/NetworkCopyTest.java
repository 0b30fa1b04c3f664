package dev.sextant.findings;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import dev.sextant.terms.CanonicalJson;
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
import java.util.stream.Collectors;
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
    Robustness.Order order =
        new Robustness.Order(
            "closure",
            0.9,
            0,
            List.of(),
            new Robustness.Calibration(Robustness.Calibration.State.DOUBTFUL, 10, 0.8));
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
        method.groups()
            ? new Robustness(100, 0.1, List.of(), 0.9)
            : new Robustness(100, 0.1, ranks, null, order),
        method.card(),
        Digest.ofFields("measure"),
        ActorId.random(),
        AT);
  }

  @Test
  void aSmallNetworkIsCopiedWhole() {
    Snapshot snapshot = star(12);
    CitedSnapshot cited = new NetworkCopy(snapshot, needing(snapshot, Set.of(), Set.of())).cited();
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
  void whomTheFindingDoesNotNeedIsInItWithoutAName() {
    Snapshot snapshot = star(12);
    // The claim names P11; it is tied to P0 and P1. Cited are records of P1, and of P5, who is not.
    Evidence.Needed needed = needing(snapshot, Set.of(11), Set.of(1, 5));
    NetworkCopy copy = new NetworkCopy(snapshot, needed);
    CitedSnapshot cited = copy.cited();
    CitedMeasure measured = copy.cited(measure(snapshot, Method.PAGERANK));
    assertThat(names(cited)).containsExactly("P1", "P11");
    assertThat(cited.nodes()).hasSize(12);
    assertThat(cited.ties()).hasSize(12);
    assertThat(cited.ties()).filteredOn(t -> !t.records().isEmpty()).hasSize(1);
    assertThat(measured.values()).extracting(CitedMeasure.Value::shownAs).contains("P11", "P1");
    assertThat(measured.values()).filteredOn(v -> v.shownAs().startsWith("unnamed ")).hasSize(10);

    String bytes = new String(CanonicalJson.write(List.of(cited.json(), measured.json())), UTF_8);
    for (NodeView node : snapshot.legend()) {
      boolean named = node.index() == 1 || node.index() == 11;
      for (String trace :
          List.of(
              "\"" + node.label() + "\"", node.entity().toString(), node.accounts().getFirst())) {
        assertThat(bytes.contains(trace)).as(trace).isEqualTo(named);
      }
    }
    assertThat(CitedSnapshot.read(new Fields("snapshot", CanonicalJson.read(written(cited)))))
        .isEqualTo(cited);
  }

  @Test
  void aClaimThatNamesNobodyReleasesNobodysName() {
    Snapshot snapshot = star(12);
    CitedSnapshot cited =
        new NetworkCopy(snapshot, needing(snapshot, Set.of(), Set.of(0, 1, 2))).cited();
    assertThat(names(cited)).isEmpty();
    assertThat(cited.namedCount()).isZero();
    assertThat(cited.nodes()).extracting(CitedSnapshot.Node::number).startsWith(1, 2, 3);
  }

  private static byte[] written(CitedSnapshot cited) {
    return CanonicalJson.write(cited.json());
  }

  private static List<String> names(CitedSnapshot cited) {
    return cited.nodes().stream()
        .filter(CitedSnapshot.Node::named)
        .map(CitedSnapshot.Node::label)
        .toList();
  }

  private static Evidence.Needed needing(
      Snapshot snapshot, Set<Integer> entities, Set<Integer> authors) {
    return new Evidence.Needed(
        entities.stream()
            .map(i -> snapshot.legend().get(i).entity().toString())
            .collect(Collectors.toSet()),
        authors.stream()
            .map(i -> snapshot.legend().get(i).accounts().getFirst())
            .collect(Collectors.toSet()));
  }

  @Test
  void ofALargeOneTheNamedAndTheirNeighboursAreShown() {
    Snapshot snapshot = star(1_000);
    Evidence.Needed needed = needing(snapshot, Set.of(999), Set.of(0));
    CitedSnapshot cited = new NetworkCopy(snapshot, needed).cited();
    assertThat(cited.nodes()).hasSize(NetworkCopy.NODES_MAX);
    assertThat(cited.nodeCount()).isEqualTo(1_000);
    assertThat(cited.tieCount()).isEqualTo(1_000);
    assertThat(cited.nodes()).extracting(CitedSnapshot.Node::number).contains(1_000, 1, 2);
    assertThat(names(cited)).containsExactly("P0", "P999");
    assertThat(cited.ties())
        .allMatch(t -> t.from() < cited.nodes().size() && t.to() < cited.nodes().size());
    assertThat(new NetworkCopy(snapshot, needed).cited()).isEqualTo(cited);
  }

  @Test
  void measuresComeHighestFirstWithTheirIntervals() {
    Snapshot snapshot = star(12);
    CitedMeasure cited =
        new NetworkCopy(snapshot, needing(snapshot, Set.of(), Set.of()))
            .cited(measure(snapshot, Method.PAGERANK));
    assertThat(cited.values())
        .isSortedAccordingTo(
            Comparator.comparing((CitedMeasure.Value v) -> -Double.parseDouble(v.value())));
    assertThat(cited.values().getFirst().shownAs()).isEqualTo("unnamed 7");
    assertThat(cited.values().getFirst().rankHigh()).isEqualTo(7);
    assertThat(cited.card()).contains("When ties are missing");
    assertThat(cited.parameters()).containsEntry("damping", "0.85");
    assertThat(cited.doubtful()).isTrue();
    assertThat(cited.calibration()).isEqualTo("doubtful");
    assertThat(cited.summary().get("rank intervals"))
        .contains("doubtful", "10 times", "they held 80.0 %");
  }

  @Test
  void groupsHaveNoRanksButAnAgreement() {
    Snapshot snapshot = star(12);
    CitedMeasure cited =
        new NetworkCopy(snapshot, needing(snapshot, Set.of(), Set.of()))
            .cited(measure(snapshot, Method.COMMUNITY));
    assertThat(cited.values().getFirst().value()).isEqualTo("0.0");
    assertThat(cited.values()).allMatch(v -> v.rankLow() == 0 && v.rankHigh() == 0);
    assertThat(cited.doubtful()).isFalse();
    assertThat(cited.summary()).containsEntry("agreement when ties are missing", "0.9");
  }
}

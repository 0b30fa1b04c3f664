package dev.sextant.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.Sample;
import dev.sextant.identity.EntitiesOf;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Progress;
import dev.sextant.terms.SnapshotId;
import dev.sextant.terms.Span;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MeasureCodecTest {
  private static Snapshot snapshot() {
    Sample sample = new Sample();
    String[] ties = {"a-b", "b-c", "c-a", "c-d", "d-e", "e-f", "f-d"};
    for (String tie : ties) {
      sample.relation(Sample.label(tie.substring(0, 1)), Sample.label(tie.substring(2)), 1, false);
    }
    TieRule rule = TieRule.of(TieKind.RELATION);
    TieCollector collector = new TieCollector(rule, Span.always(), EntitiesOf.records(sample));
    sample.each(collector::take);
    Harvest harvest = collector.finish();
    byte[] bytes = SnapshotCodec.bytes(new SnapshotCodec.Content(rule, Span.always(), harvest));
    return new Snapshot(
        SnapshotId.random(),
        rule,
        Span.always(),
        Digest.of(bytes),
        harvest.legend(),
        harvest.ties(),
        harvest.counts(),
        ActorId.random(),
        Instant.EPOCH);
  }

  @Test
  void everyMeasureReadsBackToTheSameBytes() {
    for (Method method : Method.values()) {
      MeasureCodec.Content content = Network.measured(snapshot(), method, 5, Progress.silent());
      byte[] bytes = MeasureCodec.bytes(content);
      assertThat(MeasureCodec.bytes(MeasureCodec.read(bytes))).isEqualTo(bytes);
      assertThat(MeasureCodec.bytes(Network.measured(snapshot(), method, 5, Progress.silent())))
          .isEqualTo(bytes);
      assertThat(content.computed().values()).hasSize(6);
      assertThat(content.computed().parameters()).containsKey("kernel");
    }
  }

  @Test
  void twoTrianglesAreTwoCommunities() {
    Snapshot snapshot = snapshot();
    double[] groups =
        Network.measured(snapshot, Method.COMMUNITY, 5, Progress.silent()).computed().values();
    for (NodeView line : snapshot.legend()) {
      boolean first = "abc".contains(line.label());
      double ofA = groups[at(snapshot, "a")];
      assertThat(groups[line.index()] == ofA).isEqualTo(first);
    }
    double[] between =
        Network.measured(snapshot, Method.BETWEENNESS, 5, Progress.silent()).computed().values();
    assertThat(between[at(snapshot, "c")]).isEqualTo(6);
    assertThat(between[at(snapshot, "a")]).isZero();
  }

  private static int at(Snapshot snapshot, String label) {
    return snapshot.legend().stream()
        .filter(line -> line.label().equals(label))
        .findFirst()
        .orElseThrow()
        .index();
  }
}

package dev.sextant.network;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.network.store.NetworkStore;
import dev.sextant.network.store.SealedRow;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import dev.sextant.terms.MeasureId;
import dev.sextant.terms.SnapshotId;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Snapshots and measures between their values and the store's bytes. */
final class Archive {
  private final NetworkStore snapshots;
  private final NetworkStore measures;

  Archive(Door door, CaseKeys keys) {
    this.snapshots = new NetworkStore(door, keys, NetworkStore.Table.SNAPSHOT);
    this.measures = new NetworkStore(door, keys, NetworkStore.Table.MEASURE);
  }

  void keep(Act act, Snapshot snapshot, byte[] content) {
    Map<String, Object> head =
        Map.of(
            "rule", SnapshotCodec.rule(snapshot.rule()),
            "window", SnapshotCodec.window(snapshot.window()),
            "counts", SnapshotCodec.counts(snapshot.counts()),
            "nodes", snapshot.legend().size(),
            "ties", snapshot.ties().size(),
            "digest", snapshot.digest().hex(),
            "scope", ScopeNote.of(act.permit().scope()).map());
    snapshots.add(
        act,
        new SealedRow(
            snapshot.id().value(),
            null,
            snapshot.by(),
            snapshot.at(),
            CanonicalJson.write(head),
            content));
  }

  Snapshot snapshot(Act act, SnapshotId id) {
    SealedRow row =
        snapshots
            .find(act, id.value())
            .filter(found -> visible(act, found))
            .orElseThrow(() ->
                new BadMeasuring(
                    "SX-NETWORK-SNAPSHOT",
                    "no such snapshot in this case within the permit's scope",
                    "snapshot",
                    id.toString(),
                    "take one from the list of snapshots, or freeze again under this permit"));
    SnapshotCodec.Content content = SnapshotCodec.read(row.body());
    Harvest harvest = content.harvest();
    return new Snapshot(
        id,
        content.rule(),
        content.window(),
        Digest.of(row.body()),
        harvest.legend(),
        harvest.ties(),
        harvest.counts(),
        row.by(),
        row.at());
  }

  List<SnapshotHead> heads(Act act) {
    return snapshots.heads(act).stream()
        .filter(row -> visible(act, row))
        .map(Archive::head)
        .toList();
  }

  private static boolean visible(Act act, SealedRow row) {
    ScopeNote frozen = ScopeNote.read(fields(row.head()).object("scope"));
    return frozen.coveredBy(ScopeNote.of(act.permit().scope()));
  }

  private static Fields fields(byte[] json) {
    return new Fields(CanonicalJson.readObject(json));
  }

  private static SnapshotHead head(SealedRow row) {
    Fields head = fields(row.head());
    return new SnapshotHead(
        new SnapshotId(row.id()),
        SnapshotCodec.rule(head.object("rule")),
        SnapshotCodec.window(head.object("window")),
        new Digest(head.text("digest")),
        (int) head.number("nodes"),
        (int) head.number("ties"),
        SnapshotCodec.counts(head.object("counts")),
        row.by(),
        row.at());
  }

  void keep(Act act, Measure measure, byte[] content) {
    Map<String, Object> head =
        Map.of("method", measure.method().name(), "digest", measure.digest().hex());
    measures.add(
        act,
        new SealedRow(
            measure.id().value(),
            measure.snapshot().value(),
            measure.by(),
            measure.at(),
            CanonicalJson.write(head),
            content));
  }

  List<Measure> measures(Act act, SnapshotId snapshot) {
    return measures.of(act, snapshot.value()).stream().map(Archive::measure).toList();
  }

  private static Measure measure(SealedRow row) {
    MeasureCodec.Content content = MeasureCodec.read(row.body());
    java.util.UUID of = java.util.Objects.requireNonNull(row.of(), "a measure has a snapshot");
    return measure(
        new Named(new MeasureId(row.id()), new SnapshotId(of), row.by(), row.at()),
        content,
        Digest.of(row.body()));
  }

  /** What is not part of a measure's content. */
  record Named(
      MeasureId id, SnapshotId snapshot, dev.sextant.terms.ActorId by, java.time.Instant at) {}

  static Measure measure(Named named, MeasureCodec.Content content, Digest digest) {
    return new Measure(
        named.id,
        named.snapshot,
        content.snapshot(),
        content.method(),
        content.seed(),
        content.computed().parameters(),
        DoubleStream.of(content.computed().values()).boxed().toList(),
        content.computed().summary(),
        content.robustness(),
        content.card(),
        digest,
        named.by,
        named.at);
  }
}

package dev.sextant.findings;

import dev.sextant.authority.Act;
import dev.sextant.terms.Digest;
import dev.sextant.terms.MeasureId;
import dev.sextant.terms.SnapshotId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Evidence that holds what it was given, and nothing else. */
public final class SampleEvidence implements Evidence {
  private final Map<Digest, Support> records = new HashMap<>();
  private final FindingDocument sample;

  /** Holds what a sample finding cites. */
  public SampleEvidence(FindingDocument sample) {
    this.sample = sample;
    sample.supports().forEach(s -> records.put(s.record(), s));
  }

  /** One more record. */
  public SampleEvidence with(Support support) {
    records.put(support.record(), support);
    return this;
  }

  @Override
  public Support support(Act act, Citation citation) {
    Support s = records.get(citation.record());
    if (s == null) {
      throw new FindingFault.NotFound("no such record", citation.record().hex());
    }
    return new Support(
        s.record(),
        s.kind(),
        s.platform(),
        s.exhibitNumber(),
        s.locator(),
        s.claimed(),
        s.acquired(),
        s.author(),
        s.authorKey(),
        s.words(),
        s.excerpt(),
        s.excerptWhole(),
        s.excerptDigest(),
        citation.note(),
        null,
        List.of());
  }

  @Override
  public CitedNetwork network(Act act, SnapshotId id, Needed needed, List<MeasureId> measures) {
    CitedSnapshot snapshot = sample.snapshot();
    if (snapshot == null || !snapshot.id().equals(id)) {
      throw new FindingFault.NotFound("no such snapshot", id.toString());
    }
    return new CitedNetwork(
        snapshot,
        measures.stream()
            .map(wanted ->
                sample.measures().stream()
                    .filter(m -> m.id().equals(wanted))
                    .findFirst()
                    .orElseThrow())
            .toList());
  }

  @Override
  public List<CitedEntity> entities(Act act, List<String> keys) {
    return keys.stream()
        .map(key ->
            sample.entities().stream()
                .filter(e -> e.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new FindingFault.NotFound("no such entity", key)))
        .toList();
  }
}

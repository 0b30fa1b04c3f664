package dev.sextant.app;

import dev.sextant.authority.Act;
import dev.sextant.findings.CitedRecords;
import dev.sextant.records.Excerpt;
import dev.sextant.records.RecordFault;
import dev.sextant.records.Records;
import dev.sextant.records.StoredRecord;
import dev.sextant.terms.Digest;
import java.util.Optional;

/** What findings cite, from the record store. */
record Cited(Records records) implements CitedRecords {
  @Override
  public Optional<Stored> record(Act act, Digest id) {
    try {
      StoredRecord stored = records.record(act, id);
      return Optional.of(new Stored(stored.exhibit(), stored.record(), stored.acquired()));
    } catch (RecordFault.NotFound e) {
      return Optional.empty(); // Outside the scope or not there: the caller must not learn which.
    }
  }

  @Override
  public byte[] bytes(Act act, Digest id) {
    Excerpt excerpt = records.excerpt(act, id, 0);
    return excerpt.own();
  }
}

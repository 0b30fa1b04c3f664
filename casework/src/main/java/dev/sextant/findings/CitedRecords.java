package dev.sextant.findings;

import dev.sextant.authority.Act;
import dev.sextant.records.Record;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Locator;
import java.time.Instant;
import java.util.Optional;

/** What findings ask of the record store. */
public interface CitedRecords {
  /**
   * A record as stored.
   *
   * @param exhibit the exhibit it was read from
   * @param record what it says
   * @param acquired when the exhibit was acquired
   */
  record Stored(ExhibitId exhibit, Record record, Instant acquired) {}

  /** The record of that id, if it is within the scope of the act's permit. */
  Optional<Stored> record(Act act, Digest id);

  /** All the bytes at a record's locator, as they stand in the exhibit. */
  byte[] bytes(Act act, Locator at);
}

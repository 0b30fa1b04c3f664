package dev.sextant.findings;

import dev.sextant.authority.Act;
import dev.sextant.records.Excerpt;
import dev.sextant.records.Note;
import dev.sextant.records.Record;
import dev.sextant.records.RecordFault;
import dev.sextant.records.Records;
import dev.sextant.records.StoredRecord;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import java.time.Instant;
import java.util.List;

/** What findings ask of the record store. */
@FunctionalInterface
public interface CitedRecords {
  /**
   * A record as stored, with the bytes behind it.
   *
   * @param exhibit the exhibit it was read from
   * @param record what it says
   * @param acquired when the exhibit was acquired
   * @param bytes its own bytes, as far as they may be shown
   * @param whole true if these are all of them
   * @param digest digest of all of them
   */
  record Stored(
      ExhibitId exhibit,
      Record record,
      Instant acquired,
      byte[] bytes,
      boolean whole,
      Digest digest) {}

  /**
   * The record of that id.
   *
   * @throws FindingFault.NotFound if there is none within the scope of the act's permit
   */
  Stored cited(Act act, Digest id);

  /** What stands written beside a record that was opened in the same act; nothing by default. */
  default List<Note> beside(Act act, Digest id) {
    return List.of();
  }

  /** The exhibit of a record, without opening it. */
  default ExhibitId exhibit(Act act, Digest id) {
    return cited(act, id).exhibit();
  }

  /** What a record goes back to, as its source names it; empty if the source does not say. */
  default String goesBackTo(Act act, Digest id) {
    return SupportCopy.goesBackTo(cited(act, id).record());
  }

  /** The case's record store. */
  static CitedRecords of(Records records) {
    return new CitedRecords() {
      @Override
      public Stored cited(Act act, Digest id) {
        try {
          StoredRecord stored = records.record(act, id);
          Excerpt excerpt = records.excerpt(act, id, 0);
          return new Stored(
              stored.exhibit(),
              stored.record(),
              stored.acquired(),
              excerpt.own(),
              excerpt.whole(),
              excerpt.digest());
        } catch (RecordFault.NotFound e) {
          throw new FindingFault.NotFound("no such record within the permit's scope", id.hex());
        }
      }

      @Override
      public List<Note> beside(Act act, Digest id) {
        return records.notes().standing(act, id);
      }

      @Override
      public ExhibitId exhibit(Act act, Digest id) {
        try {
          return records.record(act, id).exhibit();
        } catch (RecordFault.NotFound e) {
          throw new FindingFault.NotFound("no such record within the permit's scope", id.hex());
        }
      }

      @Override
      public String goesBackTo(Act act, Digest id) {
        try {
          return SupportCopy.goesBackTo(records.record(act, id).record());
        } catch (RecordFault.NotFound e) {
          throw new FindingFault.NotFound("no such record within the permit's scope", id.hex());
        }
      }
    };
  }
}

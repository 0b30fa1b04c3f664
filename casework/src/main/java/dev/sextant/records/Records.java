package dev.sextant.records;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.authority.Permit;
import dev.sextant.custody.Custody;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.Reading;
import dev.sextant.terms.Digest;
import dev.sextant.terms.ExhibitId;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Progress;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The room's front door: reads exhibits into records, keeps them, finds them, shows the bytes
 * behind them. Safe for many threads; one process a folder of indexes.
 */
public final class Records implements AutoCloseable {
  /**
   * What the room rests on.
   *
   * @param door to the case tables
   * @param keys of the cases; record bodies are sealed
   * @param custody of the exhibits
   */
  public record Ground(Door door, CaseKeys keys, Custody custody) {}

  /**
   * @param ground what it rests on
   * @param reading how readers are run
   * @param limits how much a reading may cost
   * @param indexes the folder of search indexes, one a case
   */
  public Records(Ground ground, Reading reading, Limits limits, Path indexes) {
    throw new UnsupportedOperationException();
  }

  /** As {@link #read(Permit, ExhibitId, Optional, Progress)}, in no declared zone. */
  public ReadReport read(Permit permit, ExhibitId exhibit, Progress progress) {
    return read(permit, exhibit, Optional.empty(), progress);
  }

  /**
   * Reads an exhibit into records: a new generation, whole or not at all. Records out of scope are
   * sealed off as they come. Reading again under the same authority makes a further generation, and
   * the earlier one is no longer shown.
   *
   * @param zone the zone that the analyst declares for local times without one
   * @throws dev.sextant.records.reader.ReaderFault if nobody knows the content, or it cannot be
   *     read to its end; nothing is kept
   */
  public ReadReport read(
      Permit permit, ExhibitId exhibit, Optional<ZoneId> zone, Progress progress) {
    throw new UnsupportedOperationException();
  }

  /** All readings of the case under this authority, by exhibit and generation. */
  public List<ReadReport> readings(Permit permit) {
    throw new UnsupportedOperationException();
  }

  /**
   * Looks for records; the query's words enter the log as a keyed hash only.
   *
   * @throws RecordFault.BadQuery if the words cannot be looked for
   */
  public Page search(Permit permit, RecordQuery query) {
    throw new UnsupportedOperationException();
  }

  /**
   * One record; looking is logged.
   *
   * @throws RecordFault.NotFound if there is none such within the scope
   */
  public StoredRecord record(Permit permit, Digest id) {
    throw new UnsupportedOperationException();
  }

  /** One record, within an act that is under way. */
  public StoredRecord record(Act act, Digest id) {
    throw new UnsupportedOperationException();
  }

  /**
   * Gives every record in scope, of current generations, one after another: by claimed time, those
   * without one last, then by id.
   */
  public void each(Act act, RecordFilter filter, Consumer<StoredRecord> taker) {
    throw new UnsupportedOperationException();
  }

  /**
   * The original bytes at and around a record; looking is logged, and in the exhibit's chain.
   *
   * @param context bytes before and after, at most {@value Excerpt#MOST_CONTEXT}
   * @throws RecordFault.NotFound if there is no such record within the scope
   */
  public Excerpt view(Permit permit, Digest id, int context) {
    throw new UnsupportedOperationException();
  }

  /** As {@link #view(Permit, Digest, int)}, of the record that was read from these bytes. */
  public Excerpt view(Permit permit, Locator at, int context) {
    throw new UnsupportedOperationException();
  }

  /** As {@link #view(Permit, Digest, int)}, within an act that is under way. */
  public Excerpt excerpt(Act act, Digest id, int context) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}

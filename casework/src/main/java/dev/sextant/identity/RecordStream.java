package dev.sextant.identity;

import dev.sextant.authority.Act;
import dev.sextant.records.Record;
import dev.sextant.terms.Digest;
import java.time.Instant;
import java.util.Optional;

/**
 * All records that an act's permit may see, one after another, in an order that depends on the
 * records alone. The record store is one; tests have others.
 */
@FunctionalInterface
public interface RecordStream {
  /** Gives every record, with its id, to the taker. */
  void each(Act act, Taker taker);

  /**
   * As {@link #each(Act, Taker)}, of what had been read at a moment: an exhibit's latest reading at
   * that time, and no exhibit that was read later. A stream that does not keep when it was read
   * gives everything.
   */
  default void each(Act act, Instant known, Taker taker) {
    each(act, taker);
  }

  /**
   * A mark of everything that decides what {@link #each(Act, Taker)} gives this act now: while it
   * stays the same, so do the records. Empty if the stream cannot tell.
   */
  default Optional<Digest> mark(Act act) {
    return Optional.empty();
  }

  /** Takes one record after another. */
  @FunctionalInterface
  interface Taker {
    /**
     * Takes a record.
     *
     * @param id its id
     * @param record the record
     */
    void take(Digest id, Record record);
  }
}

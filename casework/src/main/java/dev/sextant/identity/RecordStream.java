package dev.sextant.identity;

import dev.sextant.authority.Act;
import dev.sextant.records.Record;
import dev.sextant.terms.Digest;

/**
 * All records that an act's permit may see, one after another, in an order that depends on the
 * records alone. The record store is one; tests have others.
 */
@FunctionalInterface
public interface RecordStream {
  /** Gives every record, with its id, to the taker. */
  void each(Act act, Taker taker);

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

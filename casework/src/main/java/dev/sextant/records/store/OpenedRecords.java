package dev.sextant.records.store;

import dev.sextant.records.Record;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records that were opened a while ago, so that the same sealed bytes are not opened and parsed for
 * each look anew. It spares that work and decides nothing: the database shows the row, its key must
 * be had, and the scope judges the record at every look, remembered or not. A record is met again
 * only by the very bytes it was sealed in and by all that they are bound to, so that a row that was
 * changed opens no more than before. In memory alone, within a bound; for many threads.
 */
final class OpenedRecords {
  /** What a record takes in memory beside its text, in bytes, as counted from a heap of them. */
  private static final int OVERHEAD = 1_000;

  /** Bytes of memory for a byte of sealed JSON: texts of two bytes a character at worst. */
  private static final int SPREAD = 2;

  private final long room;
  private long taken;
  private long forgotten;
  private final LinkedHashMap<Key, Held> held = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param room bytes of memory that remembered records may take, as estimated; 0 remembers none
   */
  OpenedRecords(long room) {
    this.room = room;
  }

  /** A thirty-second of the memory that this program may take. */
  static OpenedRecords inProportion() {
    return new OpenedRecords(Runtime.getRuntime().maxMemory() / 32);
  }

  /**
   * By what a record is met again.
   *
   * @param of the case
   * @param bound case and authority, as the seal is bound to them
   * @param clear the columns that the seal is bound to
   * @param sealed digest of the sealed bytes
   */
  record Key(CaseId of, String bound, Sealer.Clear clear, Digest sealed) {
    /** The digest tells keys apart well enough. */
    @Override
    public int hashCode() {
      return sealed.hashCode();
    }
  }

  private record Held(Record record, long size) {}

  /**
   * How often anything was forgotten: to be asked before rows are, so that what is destroyed while
   * they are read is not remembered after all.
   */
  synchronized long age() {
    return forgotten;
  }

  /**
   * The record of a key: remembered, or opened now and remembered.
   *
   * @param age as it was before the row was asked for
   * @param bytes length of the sealed bytes
   */
  Record of(Key key, long age, int bytes, Supplier<Record> opening) {
    Record known = known(key);
    if (known != null) {
      return known;
    }
    // Not under the lock: others wait for nobody's opening, and what two open is the same.
    Record opened = opening.get();
    keep(key, age, new Held(opened, OVERHEAD + (long) SPREAD * bytes));
    return opened;
  }

  private synchronized @Nullable Record known(Key key) {
    Held one = held.get(key);
    return one == null ? null : one.record;
  }

  private synchronized void keep(Key key, long age, Held one) {
    if (one.size > room || age != forgotten) {
      return;
    }
    Held before = held.put(key, one);
    taken += one.size - (before == null ? 0 : before.size);
    var oldest = held.entrySet().iterator();
    while (taken > room) {
      Map.Entry<Key, Held> gone = oldest.next();
      taken -= gone.getValue().size;
      oldest.remove();
    }
  }

  /** Forgets what a case's records say. */
  synchronized void forget(CaseId of) {
    forgotten++;
    held.entrySet()
        .removeIf(one -> {
          boolean goes = one.getKey().of.equals(of);
          taken -= goes ? one.getValue().size : 0;
          return goes;
        });
  }

  /** How many are remembered. */
  synchronized int size() {
    return held.size();
  }

  /** Bytes of memory that they take, as estimated. */
  synchronized long taken() {
    return taken;
  }
}

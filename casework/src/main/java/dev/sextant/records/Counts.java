package dev.sextant.records;

import dev.sextant.authority.Verdict;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of everything in an exhibit. Items are the source's units (a message, a row, a file);
 * one item can give several records.
 *
 * @param items announced by the reader
 * @param read items of which at least one record is in scope
 * @param sealed items of which every record is out of scope
 * @param faults items that are broken, or give only records that were given before
 * @param unknown items of a kind the reader does not know
 * @param ignored parts that are noise by rule; not items
 * @param byKind records in scope, by kind
 * @param sealedBy records out of scope, by why
 */
public record Counts(
    long items,
    long read,
    long sealed,
    long faults,
    long unknown,
    long ignored,
    Map<RecordKind, Long> byKind,
    Map<Verdict, Long> sealedBy) {
  /** Copies. */
  public Counts {
    byKind = Collections.unmodifiableMap(new TreeMap<>(byKind));
    sealedBy = Collections.unmodifiableMap(new TreeMap<>(sealedBy));
  }

  /** True if every item came to exactly one end: nothing was dropped in silence. */
  public boolean balanced() {
    return items == read + sealed + faults + unknown;
  }

  /** Records in scope. */
  public long records() {
    return byKind.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Records out of scope. */
  public long sealedRecords() {
    return sealedBy.values().stream().mapToLong(Long::longValue).sum();
  }
}

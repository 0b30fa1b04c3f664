package dev.sextant.records.reader;

import dev.sextant.records.RecordKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a reading came to, counted by the framework and not by the reader.
 *
 * @param items announced
 * @param read items closed with records
 * @param faults items closed with a fault
 * @param unknown items of a kind the reader does not know
 * @param ignored parts that are noise by rule; not items
 * @param byKind records by kind; an item can give several
 * @param sections unknown items by section
 * @param notes told
 */
public record Tally(
    long items,
    long read,
    long faults,
    long unknown,
    long ignored,
    Map<RecordKind, Long> byKind,
    Map<String, Long> sections,
    List<ReadNote> notes) {
  /** Copies. */
  public Tally {
    byKind = Collections.unmodifiableMap(new TreeMap<>(byKind));
    sections = Collections.unmodifiableMap(new TreeMap<>(sections));
    notes = Collections.unmodifiableList(new ArrayList<>(notes));
  }

  /** True if every item was closed once: nothing was dropped in silence. */
  public boolean balanced() {
    return items == read + faults + unknown;
  }

  /** Records of all kinds. */
  public long records() {
    return byKind.values().stream().mapToLong(Long::longValue).sum();
  }
}

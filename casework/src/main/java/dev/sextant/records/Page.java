package dev.sextant.records;

import dev.sextant.terms.Platform;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Some of the records found.
 *
 * @param total how many were found in all
 * @param from how many were left out before the first
 * @param found those of this page
 * @param byKind records found by kind, whatever kinds the query asks for
 * @param byPlatform records found by platform, whatever platforms the query asks for
 */
public record Page(
    long total,
    int from,
    List<Found> found,
    Map<RecordKind, Long> byKind,
    Map<Platform, Long> byPlatform) {
  /** Stands before each word that was looked for: a private-use character, U+E000. */
  public static final char MARK_START = '\uE000';

  /** Stands after each word that was looked for: a private-use character, U+E001. */
  public static final char MARK_END = '\uE001';

  /** Copies. */
  public Page {
    found = List.copyOf(found);
    byKind = Collections.unmodifiableMap(new TreeMap<>(byKind));
    byPlatform = Collections.unmodifiableMap(new TreeMap<>(byPlatform));
  }

  /**
   * A record that was found.
   *
   * @param record the record
   * @param highlights the places of its words that fit, with {@link #MARK_START} and {@link
   *     #MARK_END} around what was looked for; empty if only names fit or nothing was looked for
   */
  public record Found(StoredRecord record, List<String> highlights) {
    /** Copies. */
    public Found {
      highlights = List.copyOf(highlights);
    }
  }
}

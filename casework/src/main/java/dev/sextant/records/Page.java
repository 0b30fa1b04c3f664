package dev.sextant.records;

import dev.sextant.terms.Platform;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some of the records found.
 *
 * @param total how many were found in all
 * @param from how many were left out before the first; 0 on pages after another
 * @param found those of this page
 * @param facets how many were found by each value of a facet
 * @param next names where this page ends, for {@link RecordQuery#after}; null if it is the last
 */
public record Page(long total, int from, List<Found> found, Facets facets, @Nullable String next) {
  /** Stands before each word that was looked for: a private-use character, U+E000. */
  public static final char MARK_START = '\uE000';

  /** Stands after each word that was looked for: a private-use character, U+E001. */
  public static final char MARK_END = '\uE001';

  /** Copies. */
  public Page {
    found = List.copyOf(found);
  }

  /** Records found by kind, whatever kinds the query asks for. */
  public Map<RecordKind, Long> byKind() {
    return facets.kind();
  }

  /** Records found by platform, whatever platforms the query asks for. */
  public Map<Platform, Long> byPlatform() {
    return facets.platform();
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

package dev.sextant.records;

import java.time.Instant;
import java.util.UUID;

/**
 * A search that a person keeps in a case. It runs like any other: under a permit, and logged.
 *
 * @param id random
 * @param name the person's word for it
 * @param query the search, as the caller wrote it down
 * @param at when it was kept
 */
public record SavedSearch(UUID id, String name, String query, Instant at) {
  /** A name, not a note. */
  public static final int MOST_NAME = 100;

  /** A search with all that was chosen. */
  public static final int MOST_QUERY = 4_000;

  static void check(String name, String query) {
    if (name.isBlank() || name.length() > MOST_NAME) {
      throw new RecordFault.BadQuery(
          "no such name for a search", 0, "give 1 to " + MOST_NAME + " characters");
    }
    if (query.length() > MOST_QUERY) {
      throw new RecordFault.BadQuery(
          "the search is too long to keep", 0, "give at most " + MOST_QUERY + " characters");
    }
  }
}

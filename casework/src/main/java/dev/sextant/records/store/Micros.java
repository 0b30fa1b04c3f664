package dev.sextant.records.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as the database keeps them: whole microseconds, within the years it knows. */
public final class Micros {
  /** Microseconds in a second. */
  public static final long PER_SECOND = 1_000_000L;

  /* PostgreSQL's calendar goes from 4713 BC to AD 294276. A source that claims a moment beyond
   * gets the edge as its place in order; the record itself keeps what was claimed. */
  private static final Instant EARLIEST = Instant.parse("-4700-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("+290000-01-01T00:00:00Z");

  private Micros() {}

  /** Microseconds since 1970, rounded down; at an edge for moments beyond it. */
  public static long of(Instant instant) {
    Instant placed = placed(instant);
    return placed.getEpochSecond() * PER_SECOND + placed.getNano() / 1000;
  }

  /** The moment as the database keeps it. */
  public static Instant placed(Instant instant) {
    if (instant.isBefore(EARLIEST)) {
      return EARLIEST;
    }
    return instant.isAfter(LATEST) ? LATEST : instant.truncatedTo(ChronoUnit.MICROS);
  }
}

package dev.sextant.terms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something happened, as its source says. No time is a value of its own, never 1970.
 *
 * @param instant the moment in UTC, or null if the source gives none that can be placed
 * @param text the source's own words, kept as they stand; empty if it says nothing
 * @param basis how the zone is known
 * @param zone the zone that was stated or assumed (an IANA name or an offset); empty if unknown
 * @param precision the finest unit the source gives
 */
public record ClaimedTime(
    @Nullable Instant instant, String text, ZoneBasis basis, String zone, Precision precision) {

  /** How the zone of a claimed time is known. */
  public enum ZoneBasis {
    /** The source states it, or counts from the epoch. */
    STATED,
    /** The format is documented to use it, or the analyst declared it. */
    ASSUMED,
    /** Nobody knows: the instant is null or rests on the UTC reading of a local text. */
    UNKNOWN
  }

  /** The finest unit a source gives. */
  public enum Precision {
    /** Thousandths of a second or finer. */
    MILLISECOND,
    /** Seconds. */
    SECOND,
    /** Minutes. */
    MINUTE,
    /** Days. */
    DAY,
    /** Not said. */
    NONE
  }

  /** The source says nothing. */
  public static ClaimedTime none() {
    return new ClaimedTime(null, "", ZoneBasis.UNKNOWN, "", Precision.NONE);
  }

  /** The source says something that cannot be read as a time. */
  public static ClaimedTime unreadable(String text) {
    return new ClaimedTime(null, text, ZoneBasis.UNKNOWN, "", Precision.NONE);
  }

  /** A moment that the source states in UTC or as seconds since the epoch. */
  public static ClaimedTime utc(Instant instant, String text, Precision precision) {
    return new ClaimedTime(instant, text, ZoneBasis.STATED, "UTC", precision);
  }
}

package dev.sextant.records.reader;

import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.ClaimedTime.Precision;
import dev.sextant.terms.ClaimedTime.ZoneBasis;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes claimed times of the forms that exports use. Zero and negative epochs are no time. */
public final class ClaimedTimes {
  /** 2200-01-01; later is a wrong unit, not a time. */
  private static final long LAST_SECOND = 7_258_118_400L;

  private ClaimedTimes() {}

  /** Seconds since 1970 in UTC; the text is kept. Exporters write 0 for "never". */
  public static ClaimedTime ofSeconds(@Nullable Long seconds, String text) {
    if (seconds == null || seconds <= 0 || seconds > LAST_SECOND) {
      return text.isEmpty() ? ClaimedTime.none() : ClaimedTime.unreadable(text);
    }
    return ClaimedTime.utc(Instant.ofEpochSecond(seconds), text, Precision.SECOND);
  }

  /** Milliseconds since 1970 in UTC; the text is kept. */
  public static ClaimedTime ofMillis(@Nullable Long millis, String text) {
    if (millis == null || millis <= 0 || millis / 1000 > LAST_SECOND) {
      return text.isEmpty() ? ClaimedTime.none() : ClaimedTime.unreadable(text);
    }
    return ClaimedTime.utc(Instant.ofEpochMilli(millis), text, Precision.MILLISECOND);
  }

  /** ISO 8601 with an offset or Z, such as {@code 2023-06-16T10:00:00.000Z}. */
  public static ClaimedTime ofIso(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return ClaimedTime.none();
    }
    try {
      OffsetDateTime at = OffsetDateTime.parse(text.strip());
      Precision precision = text.contains(".") ? Precision.MILLISECOND : Precision.SECOND;
      String zone = at.getOffset().equals(ZoneOffset.UTC) ? "UTC" : at.getOffset().getId();
      return new ClaimedTime(at.toInstant(), text, ZoneBasis.STATED, zone, precision);
    } catch (DateTimeException e) {
      return ClaimedTime.unreadable(text);
    }
  }

  /**
   * A local time whose zone the source does not give: placed in the declared zone if there is one;
   * else read as if it were UTC and marked as resting on that.
   */
  public static ClaimedTime ofLocal(
      LocalDateTime local, String text, Optional<ZoneId> declared, Precision precision) {
    return declared
        .map(zone ->
            new ClaimedTime(
                local.atZone(zone).toInstant(), text, ZoneBasis.ASSUMED, zone.getId(), precision))
        .orElseGet(() ->
            new ClaimedTime(
                local.toInstant(ZoneOffset.UTC), text, ZoneBasis.UNKNOWN, "", precision));
  }

  /**
   * A local time whose offset the source gives, or, where it gives none, one as {@link #ofLocal}
   * places it.
   */
  public static ClaimedTime ofOffset(
      LocalDateTime local,
      String text,
      @Nullable ZoneOffset offset,
      Optional<ZoneId> declared,
      Precision precision) {
    return offset == null
        ? ofLocal(local, text, declared, precision)
        : new ClaimedTime(
            local.toInstant(offset),
            text,
            ZoneBasis.STATED,
            offset.equals(ZoneOffset.UTC) ? "UTC" : offset.getId(),
            precision);
  }

  /** A local ISO time without zone, such as {@code 2021-05-03T20:01:59}. */
  public static ClaimedTime ofLocalIso(@Nullable String text, Optional<ZoneId> declared) {
    if (text == null || text.isBlank()) {
      return ClaimedTime.none();
    }
    try {
      LocalDateTime local = LocalDateTime.parse(text.strip().replace(' ', 'T'));
      return local.getYear() <= 1970
          ? ClaimedTime.unreadable(text)
          : ofLocal(local, text, declared, Precision.SECOND);
    } catch (DateTimeException e) {
      return ClaimedTime.unreadable(text);
    }
  }
}

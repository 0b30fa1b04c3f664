package dev.sextant.records.reader.archive;

import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.ClaimedTime.Precision;
import dev.sextant.terms.ClaimedTime.ZoneBasis;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times as archives write them in words. */
public final class Times {
  private static final List<DateTimeFormatter> LOCAL =
      List.of(
          pattern("yyyy-MM-dd HH:mm:ss"),
          pattern("yyyy-MM-dd'T'HH:mm:ss"),
          pattern("yyyy-MM-dd HH:mm:ss.SSS"),
          pattern("yyyy-MM-dd HH:mm:ss.SSSSSS"),
          pattern("yyyy/MM/dd HH:mm:ss"),
          pattern("yyyy-MM-dd HH:mm"),
          pattern("yyyy-MM-dd'T'HH:mm"));

  /** {@code Wed Aug 19 12:00:00 UTC 2021}. */
  private static final DateTimeFormatter WORDS = pattern("EEE MMM d HH:mm:ss zzz yyyy");

  /** 2000-01-01T00:00:00Z. */
  private static final long FIRST_MILLIS = 946_684_800_000L;

  private Times() {}

  private static DateTimeFormatter pattern(String text) {
    return DateTimeFormatter.ofPattern(text, Locale.ENGLISH);
  }

  /**
   * A time that the format's maker says is UTC, with or without the word; ISO 8601 with an offset,
   * and seconds, milliseconds or microseconds since 1970, are taken as they stand.
   */
  public static ClaimedTime utc(@Nullable String text) {
    return any(text, Optional.of(ZoneOffset.UTC));
  }

  /** A time of no stated zone: placed in the declared one if there is one. */
  public static ClaimedTime local(@Nullable String text, Optional<ZoneId> declared) {
    return any(text, declared);
  }

  private static ClaimedTime any(@Nullable String text, Optional<ZoneId> zone) {
    if (text == null || Stating.nothing(text)) {
      return ClaimedTime.none();
    }
    String said = text.strip();
    if (said.matches("[0-9]{9,17}")) {
      return epoch(Long.parseLong(said), text);
    }
    if (said.endsWith(" UTC") || said.endsWith(" GMT")) {
      LocalDateTime at = parsed(said.substring(0, said.length() - 4).strip());
      return at == null
          ? ClaimedTime.unreadable(text)
          : placed(at, text, ZoneOffset.UTC, ZoneBasis.STATED, said);
    }
    boolean blank = said.length() > 19 && said.charAt(10) == ' ';
    ClaimedTime iso =
        ClaimedTimes.ofIso(blank ? said.substring(0, 10) + "T" + said.substring(11) : said);
    if (iso.instant() != null) {
      return new ClaimedTime(iso.instant(), text, iso.basis(), iso.zone(), iso.precision());
    }
    LocalDateTime at = parsed(said);
    if (at != null) {
      return at.getYear() <= 1970
          ? ClaimedTime.unreadable(text)
          : zone.isPresent()
              ? placed(at, text, zone.get(), ZoneBasis.ASSUMED, said)
              : ClaimedTimes.ofLocal(at, text, zone, precision(said));
    }
    return inWords(said, text);
  }

  private static ClaimedTime inWords(String said, String text) {
    try {
      ZonedDateTime at = ZonedDateTime.parse(said, WORDS);
      return ClaimedTime.utc(at.toInstant(), text, Precision.SECOND);
    } catch (DateTimeException e) {
      return ClaimedTime.unreadable(text);
    }
  }

  /** Seconds, milliseconds or microseconds since 1970, told apart by their size. */
  public static ClaimedTime epoch(long number, String text) {
    if (number >= 100_000_000_000_000L) {
      return ClaimedTimes.ofMillis(number / 1000, text);
    }
    return number >= 100_000_000_000L
        ? ClaimedTimes.ofMillis(number, text)
        : ClaimedTimes.ofSeconds(number, text);
  }

  /**
   * Milliseconds since 1970, where the format has no other unit. What would lie before 2000 is no
   * time of such a format (a number of seconds, an unset clock) and is kept as text.
   */
  public static ClaimedTime millis(@Nullable String said) {
    if (said == null) {
      return ClaimedTime.none();
    }
    long number = said.matches("[0-9]{1,17}") ? Long.parseLong(said) : 0;
    return number < FIRST_MILLIS
        ? ClaimedTime.unreadable(said)
        : ClaimedTimes.ofMillis(number, said);
  }

  private static ClaimedTime placed(
      LocalDateTime at, String text, ZoneId zone, ZoneBasis basis, String said) {
    if (at.getYear() <= 1970) {
      return ClaimedTime.unreadable(text);
    }
    String name = zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    return new ClaimedTime(at.atZone(zone).toInstant(), text, basis, name, precision(said));
  }

  private static Precision precision(String said) {
    if (said.length() <= 10) {
      return Precision.DAY;
    }
    return said.contains(".")
        ? Precision.MILLISECOND
        : said.chars().filter(c -> c == ':').count() >= 2 ? Precision.SECOND : Precision.MINUTE;
  }

  private static @Nullable LocalDateTime parsed(String said) {
    for (DateTimeFormatter form : LOCAL) {
      try {
        return LocalDateTime.parse(said, form);
      } catch (DateTimeException e) {
        continue; // Another form may fit.
      }
    }
    try {
      return LocalDate.parse(said).atStartOfDay();
    } catch (DateTimeException e) {
      return null; // None does: the words are kept as they stand.
    }
  }
}

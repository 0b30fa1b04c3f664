package dev.sextant.records.reader.archive;

import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.ClaimedTime.Precision;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as exported pages word them, in the language of the account: {@code Mar 5, 2020, 10:00:00
 * AM CET}, {@code 05.03.2020, 10:00:00 MEZ}, {@code 5 mars 2020, 10:00:00 CET}. The order of day
 * and month is taken only where a name, a four-digit year in front, or dots tell it.
 */
public final class WordedTime {
  private static final Pattern CLOCK =
      Pattern.compile(
          "(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?\\s*([AaPp]\\.?\\s?[Mm]\\.?)?\\s*"
              + "((?:UTC|GMT)(?:[+-]\\d{1,2}(?::?\\d{2})?)?|[+-]\\d{2}:?\\d{2}|[A-Z]{2,5})?\\s*$");

  private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})");

  private static final Pattern DOTTED_DAY = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");

  private static final Pattern NAMED_DAY =
      Pattern.compile(
          "(\\d{1,2})(?:\\.|º|st|nd|rd|th)?\\s*(?:de\\s+)?([\\p{L}]{3,12})\\.?,?\\s*(?:de\\s+)?(\\d{4})");

  private static final Pattern NAME_FIRST =
      Pattern.compile("([\\p{L}]{3,12})\\.?\\s+(\\d{1,2}),?\\s+(\\d{4})");

  /** Abbreviations that mean one offset in every place where such pages use them, in hours. */
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("UTC", 0),
          Map.entry("GMT", 0),
          Map.entry("Z", 0),
          Map.entry("WET", 0),
          Map.entry("WEST", 1),
          Map.entry("CET", 1),
          Map.entry("MEZ", 1),
          Map.entry("CEST", 2),
          Map.entry("MESZ", 2),
          Map.entry("EET", 2),
          Map.entry("OEZ", 2),
          Map.entry("EEST", 3),
          Map.entry("OESZ", 3),
          Map.entry("MSK", 3),
          Map.entry("EST", -5),
          Map.entry("EDT", -4),
          Map.entry("CDT", -5),
          Map.entry("MST", -7),
          Map.entry("MDT", -6),
          Map.entry("PST", -8),
          Map.entry("PDT", -7),
          Map.entry("BRT", -3),
          Map.entry("JST", 9));

  private static final Map<String, Month> MONTHS = months();

  private WordedTime() {}

  private static Map<String, Month> months() {
    Map<String, Month> months = new HashMap<>();
    for (String tag :
        List.of("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "pl", "tr", "ro")) {
      Locale locale = Locale.forLanguageTag(tag);
      for (Month month : Month.values()) {
        for (TextStyle style :
            List.of(
                TextStyle.FULL,
                TextStyle.SHORT,
                TextStyle.FULL_STANDALONE,
                TextStyle.SHORT_STANDALONE)) {
          String name = flat(month.getDisplayName(style, locale));
          if (name.length() >= 3) {
            months.putIfAbsent(name, month);
          }
        }
      }
    }
    months.putIfAbsent("sept", Month.SEPTEMBER);
    return Map.copyOf(months);
  }

  private static String flat(String name) {
    return name.toLowerCase(Locale.ROOT).replace(".", "").strip();
  }

  /** The time that a text words. */
  public static ClaimedTime of(@Nullable String text, Optional<ZoneId> declared) {
    if (text == null || text.isBlank()) {
      return ClaimedTime.none();
    }
    String said = text.replaceAll("[\\u202f\\u00a0\\u2009\\u200e\\u200f]", " ").strip();
    ClaimedTime iso = ClaimedTimes.ofIso(said);
    if (iso.instant() != null) {
      return iso;
    }
    Matcher clock = CLOCK.matcher(said);
    if (!clock.find()) {
      return ClaimedTime.unreadable(text);
    }
    int[] day = day(said.substring(0, clock.start()));
    if (day.length == 0) {
      return ClaimedTime.unreadable(text);
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              day[0], day[1], day[2], hour(clock), Integer.parseInt(clock.group(2)), second(clock));
      Precision precision = clock.group(3) == null ? Precision.MINUTE : Precision.SECOND;
      return placed(local, text, clock.group(5), precision, declared);
    } catch (DateTimeException e) {
      return ClaimedTime.unreadable(text);
    }
  }

  private static ClaimedTime placed(
      LocalDateTime local,
      String text,
      @Nullable String zone,
      Precision precision,
      Optional<ZoneId> declared) {
    ZoneOffset offset = zone == null ? null : offset(zone);
    if (local.getYear() <= 1970) {
      return ClaimedTime.unreadable(text);
    }
    return ClaimedTimes.ofOffset(local, text, offset, declared, precision);
  }

  private static int hour(Matcher clock) {
    int hour = Integer.parseInt(clock.group(1));
    String half = clock.group(4);
    if (half == null) {
      return hour;
    }
    boolean afternoon = half.toLowerCase(Locale.ROOT).startsWith("p");
    return hour % 12 + (afternoon ? 12 : 0);
  }

  private static int second(Matcher clock) {
    return clock.group(3) == null ? 0 : Integer.parseInt(clock.group(3));
  }

  private static @Nullable ZoneOffset offset(String zone) {
    Integer known = ZONES.get(zone);
    if (known != null) {
      return ZoneOffset.ofHours(known);
    }
    Matcher m = Pattern.compile("(?:UTC|GMT)?([+-])(\\d{1,2}):?(\\d{2})?").matcher(zone);
    if (!m.matches()) {
      return null; // BST, IST, CST and their like mean several zones.
    }
    int minutes =
        Integer.parseInt(m.group(2)) * 60 + (m.group(3) == null ? 0 : Integer.parseInt(m.group(3)));
    return minutes > 18 * 60
        ? null
        : ZoneOffset.ofTotalSeconds((m.group(1).equals("-") ? -60 : 60) * minutes);
  }

  private static int[] day(String said) {
    Matcher iso = ISO_DAY.matcher(said);
    if (iso.find()) {
      return numbers(iso.group(1), iso.group(2), iso.group(3));
    }
    Matcher dotted = DOTTED_DAY.matcher(said);
    if (dotted.find()) {
      return numbers(dotted.group(3), dotted.group(2), dotted.group(1));
    }
    Matcher first = NAME_FIRST.matcher(said);
    while (first.find()) {
      Month month = MONTHS.get(flat(first.group(1)));
      if (month != null) {
        return numbers(first.group(3), Integer.toString(month.getValue()), first.group(2));
      }
    }
    Matcher named = NAMED_DAY.matcher(said);
    while (named.find()) {
      Month month = MONTHS.get(flat(named.group(2)));
      if (month != null) {
        return numbers(named.group(3), Integer.toString(month.getValue()), named.group(1));
      }
    }
    return new int[0];
  }

  private static int[] numbers(String year, String month, String day) {
    return new int[] {Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)};
  }
}

package dev.sextant.records.reader.mapping;

import dev.sextant.records.reader.MonthNames;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time as people and programs write it: a date of digits or with the month's name (English,
 * Spanish, Portuguese, French, German, Italian, Dutch, Russian), a time of day, a zone. Parsed by
 * pieces, so that joined columns and unusual orders do not matter; only the order of day and month
 * is open.
 *
 * @param a first number of the date, as written; the year if {@code yearFirst}
 * @param b second number, or the month where it was named
 * @param c third number
 * @param kind which of the numbers is what
 * @param clock time of day, or null
 * @param seconds true if the seconds are given
 * @param millis true if a fraction is given
 * @param zone what is said of the zone, or null
 */
record TimeWords(
    int a,
    int b,
    int c,
    Kind kind,
    @Nullable LocalTime clock,
    boolean seconds,
    boolean millis,
    @Nullable ZoneId zone) {
  /** What the numbers are. */
  enum Kind {
    /** Year, month, day. */
    YEAR_FIRST,
    /** Two numbers whose order is open, then the year of four digits. */
    OPEN,
    /** Three numbers of two digits. */
    SHORT
  }

  private static final int LONGEST = 100;

  private static final Pattern COMPACT =
      Pattern.compile(
          "(\\d{4})(\\d{2})(\\d{2})(?:[ T_-]{0,3}(\\d{2})(\\d{2})(\\d{2})?)?(?:\\.(\\d{1,9}))?");

  private static final Pattern CLOCK =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})[:h](\\d{2})(?:[:m](\\d{2})s?(?:[.,:](\\d{1,9}))?)?(?!\\d)"
              + "(?:\\s?([ap])\\.?\\s?m\\.?(?!\\p{L}))?",
          Pattern.CASE_INSENSITIVE);

  /* Only after a date: 10.30.15 could be one itself. */
  private static final Pattern DOTTED_CLOCK =
      Pattern.compile("(?<=\\s)(\\d{1,2})\\.(\\d{2})(?:\\.(\\d{2}))?()()$");

  private static final Pattern OFFSET =
      Pattern.compile("^\\s?(?:UTC|GMT)?([+-]\\d{2}):?(\\d{2})?(?!\\d)");

  private static final Pattern ZONE_NAME =
      Pattern.compile(
          "^\\s?\\(?([A-Za-z]{1,5})\\)?(?![\\p{L}])|^\\s?\\[?([A-Z][A-Za-z_]+/[A-Za-z_/+-]+)\\]?");

  private static final Pattern DIGITS =
      Pattern.compile("(?<!\\d)(\\d{1,4})\\s?([./\\- ])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{1,4})(?!\\d)");

  private static final Pattern EAST =
      Pattern.compile("(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]");

  private static final Pattern PIECE = Pattern.compile("\\d{1,4}|\\p{L}{3,12}");

  private static final Map<String, ZoneId> ZONES = zones();

  private static Map<String, ZoneId> zones() {
    Map<String, ZoneId> zones = new HashMap<>();
    zones.put("z", ZoneOffset.UTC);
    zones.put("utc", ZoneOffset.UTC);
    zones.put("gmt", ZoneOffset.UTC);
    // Those whose letters mean one offset only; CST, IST, BST and the like mean several.
    Map.of(
            "pst", -8, "pdt", -7, "mst", -7, "mdt", -6, "cdt", -5, "edt", -4, "cet", 1, "cest", 2,
            "eet", 2, "eest", 3)
        .forEach((name, hours) -> zones.put(name, ZoneOffset.ofHours(hours)));
    zones.put("est", ZoneOffset.ofHours(-5));
    zones.put("msk", ZoneOffset.ofHours(3));
    return zones;
  }

  /** Parses; null if the text is no time. */
  static @Nullable TimeWords of(String text) {
    if (text.length() > LONGEST || text.isBlank()) {
      return null;
    }
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    try {
      TimeWords compact = compact(plain);
      return compact != null ? compact : pieces(plain);
    } catch (DateTimeException | NumberFormatException e) {
      return null; // Digits that are no time of day or no zone.
    }
  }

  private static @Nullable TimeWords compact(String text) {
    Matcher m = COMPACT.matcher(text);
    if (!m.lookingAt()) {
      return null;
    }
    ZoneId zone = null;
    String rest = text.substring(m.end());
    if (!rest.isBlank()) {
      Zoned zoned = zone(rest);
      if (zoned.zone == null || !zoned.rest.isBlank()) {
        return null;
      }
      zone = zoned.zone;
    }
    int month = Integer.parseInt(m.group(2));
    int day = Integer.parseInt(m.group(3));
    if (month < 1 || month > 12 || day < 1 || day > 31) {
      return null;
    }
    LocalTime clock =
        m.group(4) == null ? null : clock(m.group(4), m.group(5), m.group(6), m.group(7), null);
    return new TimeWords(
        Integer.parseInt(m.group(1)),
        month,
        day,
        Kind.YEAR_FIRST,
        clock,
        m.group(6) != null,
        m.group(7) != null && clock != null,
        zone);
  }

  private static @Nullable TimeWords pieces(String text) {
    LocalTime clock = null;
    ZoneId zone = null;
    boolean seconds = false;
    boolean millis = false;
    String date = text;
    Matcher m = CLOCK.matcher(text);
    boolean found = m.find();
    if (!found) {
      m = DOTTED_CLOCK.matcher(text);
      found = m.find();
    }
    if (found) {
      clock = clock(m.group(1), m.group(2), m.group(3), m.group(4), m.group(5));
      seconds = m.group(3) != null;
      millis = m.group(4) != null && !m.group(4).isEmpty();
      Zoned zoned = zone(text.substring(m.end()));
      zone = zoned.zone;
      date = (text.substring(0, m.start()) + " " + zoned.rest).strip();
    }
    Matcher digits = DIGITS.matcher(date);
    if (digits.find()) {
      return digits(digits, clock, seconds, millis, zone);
    }
    Matcher east = EAST.matcher(date);
    if (east.find()) {
      return new TimeWords(
          Integer.parseInt(east.group(1)),
          Integer.parseInt(east.group(2)),
          Integer.parseInt(east.group(3)),
          Kind.YEAR_FIRST,
          clock,
          seconds,
          millis,
          zone);
    }
    Matcher compact = COMPACT.matcher(date);
    if (compact.matches() && compact.group(4) == null) {
      TimeWords day = compact(date);
      return day == null
          ? null
          : new TimeWords(day.a, day.b, day.c, day.kind, clock, seconds, millis, zone);
    }
    return named(date, clock, seconds, millis, zone);
  }

  private static @Nullable TimeWords digits(
      Matcher m,
      @Nullable LocalTime clock,
      boolean seconds,
      boolean millis,
      @Nullable ZoneId zone) {
    int a = Integer.parseInt(m.group(1));
    int b = Integer.parseInt(m.group(3));
    int c = Integer.parseInt(m.group(4));
    int first = m.group(1).length();
    int last = m.group(4).length();
    if (first == 4 && last <= 2) {
      return new TimeWords(a, b, c, Kind.YEAR_FIRST, clock, seconds, millis, zone);
    }
    if (first > 2 || last == 3) {
      return null;
    }
    return new TimeWords(a, b, c, last == 4 ? Kind.OPEN : Kind.SHORT, clock, seconds, millis, zone);
  }

  /* A date with the month's name: the other two numbers are the day and the year, and the year is
   * the one that cannot be a day, else the later. */
  private static @Nullable TimeWords named(
      String date,
      @Nullable LocalTime clock,
      boolean seconds,
      boolean millis,
      @Nullable ZoneId zone) {
    int month = 0;
    int[] numbers = new int[2];
    int count = 0;
    boolean yearFirst = false;
    Matcher piece = PIECE.matcher(date);
    while (piece.find()) {
      String word = piece.group();
      if (Character.isDigit(word.charAt(0))) {
        if (count == 2) {
          return null;
        }
        yearFirst |= count == 0 && word.length() == 4;
        numbers[count++] = Integer.parseInt(word);
      } else {
        // The last: some languages have a weekday that reads as a month ("mar 12 ene").
        int named = MonthNames.number(word);
        month = named == 0 ? month : named;
      }
    }
    if (month == 0 || count != 2) {
      return null;
    }
    int year = yearFirst ? numbers[0] : numbers[1];
    int day = yearFirst ? numbers[1] : numbers[0];
    return new TimeWords(full(year), month, day, Kind.YEAR_FIRST, clock, seconds, millis, zone);
  }

  private static LocalTime clock(
      String hour,
      String minute,
      @Nullable String second,
      @Nullable String fraction,
      @Nullable String half) {
    int h = Integer.parseInt(hour);
    if (half != null && !half.isEmpty()) {
      if (h < 1 || h > 12) {
        throw new DateTimeException("no hour of twelve");
      }
      h = h % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }
    int nanos = 0;
    if (fraction != null && !fraction.isEmpty()) {
      nanos = Integer.parseInt((fraction + "000000000").substring(0, 9));
    }
    return LocalTime.of(
        h, Integer.parseInt(minute), second == null ? 0 : Integer.parseInt(second), nanos);
  }

  private record Zoned(@Nullable ZoneId zone, String rest) {}

  private static Zoned zone(String rest) {
    Matcher offset = OFFSET.matcher(rest);
    if (offset.find()) {
      return new Zoned(offset(offset.group(1), offset.group(2)), rest.substring(offset.end()));
    }
    Matcher name = ZONE_NAME.matcher(rest);
    if (name.find()) {
      Optional<ZoneId> zone = named(name.group(1) == null ? name.group(2) : name.group(1));
      if (zone.isPresent()) {
        return new Zoned(zone.get(), rest.substring(name.end()));
      }
    }
    return new Zoned(null, rest);
  }

  private static ZoneId offset(String hours, @Nullable String minutes) {
    ZoneOffset offset = ZoneOffset.of(hours + ":" + (minutes == null ? "00" : minutes));
    return offset;
  }

  /** The zone that a word or an offset names. */
  static Optional<ZoneId> named(String word) {
    String name = word.strip();
    ZoneId known = ZONES.get(name.toLowerCase(Locale.ROOT));
    if (known != null) {
      return Optional.of(known);
    }
    Matcher offset = OFFSET.matcher(name);
    try {
      if (offset.matches()) {
        return Optional.of(offset(offset.group(1), offset.group(2)));
      }
      return name.contains("/") ? Optional.of(ZoneId.of(name)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty(); // No zone of that name: the word says nothing.
    }
  }

  private static int full(int year) {
    return year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year;
  }

  /** The date under an order; null if no calendar has it. */
  @Nullable LocalDate date(TimesForm.Order order) {
    try {
      LocalDate date =
          switch (kind) {
            case YEAR_FIRST -> LocalDate.of(a, b, c);
            case OPEN ->
                order == TimesForm.Order.MONTH_DAY_YEAR
                    ? LocalDate.of(c, a, b)
                    : LocalDate.of(c, b, a);
            case SHORT ->
                switch (order) {
                  case DAY_MONTH_YEAR -> LocalDate.of(full(c), b, a);
                  case MONTH_DAY_YEAR -> LocalDate.of(full(c), a, b);
                  case YEAR_MONTH_DAY -> LocalDate.of(full(a), b, c);
                };
          };
      return date.getYear() <= 1970 || date.getYear() > 2200 ? null : date;
    } catch (DateTimeException e) {
      return null; // No such day.
    }
  }

  /** Date and time of day under an order; midnight if no time of day is given. */
  @Nullable LocalDateTime local(TimesForm.Order order) {
    LocalDate date = date(order);
    return date == null ? null : date.atTime(clock == null ? LocalTime.MIDNIGHT : clock);
  }
}

package dev.sextant.records.reader.returns;

import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.ClaimedTime.Precision;
import dev.sextant.terms.ClaimedTime.ZoneBasis;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which providers write times in returns. A zone is taken from the text; where it has
 * none the caller says whether the provider documents UTC, else the analyst's zone counts.
 */
public final class Stamps {
  /** Zone words that stand in returns. Those of the United States are their providers' own. */
  private static final Map<String, String> ZONES =
      Map.ofEntries(
          Map.entry("UTC", "UTC"),
          Map.entry("GMT", "UTC"),
          Map.entry("Z", "UTC"),
          Map.entry("PST", "-08:00"),
          Map.entry("PDT", "-07:00"),
          Map.entry("MST", "-07:00"),
          Map.entry("MDT", "-06:00"),
          Map.entry("CST", "-06:00"),
          Map.entry("CDT", "-05:00"),
          Map.entry("EST", "-05:00"),
          Map.entry("EDT", "-04:00"),
          Map.entry("CET", "+01:00"),
          Map.entry("CEST", "+02:00"));

  /** No provider needs more characters for a time; longer texts are not tried in every form. */
  private static final int LONGEST = 100;

  private static final Pattern ZONE_WORD =
      Pattern.compile(
          "(?<=[0-9 ]|AM|PM)\\(?(UTC|GMT|Z|PST|PDT|MST|MDT|CST|CDT|EST|EDT|CET|CEST)"
              + "([+-][0-9]{1,2}(?::?[0-9]{2})?)?\\)?(?= |$)");

  private static final Pattern OFFSET =
      Pattern.compile("(?<=[0-9]) ?([+-])([0-9]{2}):?([0-9]{2})?(?= [0-9]{4}$|$)");

  private static final Pattern EPOCH = Pattern.compile("[0-9]{9,19}(\\.[0-9]{1,9})?");

  private static final Pattern SERIAL = Pattern.compile("[2-7][0-9]{4}(\\.[0-9]{1,20})?");

  private static final LocalDate SERIAL_DAY_NOUGHT = LocalDate.of(1899, 12, 30);

  /* The day of the week adds nothing, and providers' own examples have the wrong one. */
  private static final Pattern WEEKDAY =
      Pattern.compile("^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? ");

  private static final Pattern FRACTION = Pattern.compile(":[0-9]{2}\\.[0-9]");

  private static final List<DateTimeFormatter> MOMENTS =
      List.of(
          form(
              "yyyy-M-d['T'][ ]H:m[:s][.SSSSSSSSS][.SSSSSSSS][.SSSSSSS][.SSSSSS][.SSSSS][.SSSS]"
                  + "[.SSS][.SS][.S]"),
          form("yyyy/M/d H:m[:s]"),
          form("MMM d H:m:s yyyy"),
          form("M/d/yyyy[,] h:m[:s] a"),
          form("M/d/yyyy[,] H:m[:s]"),
          form("d/M/yyyy[,] H:m[:s]"),
          form("M/d/yy[,] H:m[:s]"),
          form("MMM d, yyyy[,] h:m[:s] a"),
          form("MMM d, yyyy[,] H:m[:s]"),
          form("MMMM d, yyyy[,] [ 'at' ]h:m[:s] a"),
          form("MMMM d, yyyy[,] [ 'at' ]H:m[:s]"),
          form("d MMM yyyy[,] H:m[:s]"),
          form("d MMMM yyyy[,] H:m[:s]"),
          form("d.M.yyyy[,] H:m[:s]"),
          form("yyyyMMdd'T'HHmmss"),
          form("yyyyMMddHHmmss"));

  private static final List<DateTimeFormatter> DAYS =
      List.of(
          form("yyyy-M-d"),
          form("yyyy/M/d"),
          form("M/d/yyyy"),
          form("d/M/yyyy"),
          form("MMM d, yyyy"),
          form("MMMM d, yyyy"),
          form("d MMM yyyy"),
          form("d MMMM yyyy"),
          form("d.M.yyyy"));

  private Stamps() {}

  private static DateTimeFormatter form(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH);
  }

  /** A time whose text may lack a zone: then the analyst's counts. */
  public static ClaimedTime of(@Nullable String text, Optional<ZoneId> declared) {
    return of(text, declared, false);
  }

  /** A time that its provider documents to be in UTC where the text names no zone. */
  public static ClaimedTime utc(@Nullable String text) {
    return of(text, Optional.empty(), true);
  }

  private static ClaimedTime of(@Nullable String text, Optional<ZoneId> declared, boolean utc) {
    String said = text == null ? "" : tidy(text);
    if (nothing(said)) {
      return ClaimedTime.none();
    }
    String raw = text == null ? "" : text.strip();
    if (said.length() > LONGEST) {
      return ClaimedTime.unreadable(raw);
    }
    if (EPOCH.matcher(said).matches()) {
      return epoch(said, raw);
    }
    String zone = "";
    String local = said;
    Matcher word = ZONE_WORD.matcher(said);
    if (word.find()) {
      zone = zone(word.group(1), word.group(2));
      local = join(said, word.start(), word.end());
    } else {
      Matcher offset = OFFSET.matcher(said);
      if (said.indexOf(':') > 0 && offset.find()) {
        zone = offset.group(1) + offset.group(2) + ":" + minutes(offset.group(3));
        local = join(said, offset.start(), offset.end());
      }
    }
    Parsed at = parse(WEEKDAY.matcher(local).replaceFirst(""));
    return at == null || at.time.getYear() <= 1970
        ? ClaimedTime.unreadable(raw)
        : claimed(at, raw, zone, declared, utc);
  }

  private static ClaimedTime claimed(
      Parsed at, String raw, String zone, Optional<ZoneId> declared, boolean utc) {
    try {
      if (!zone.isEmpty()) {
        return new ClaimedTime(
            at.time.atZone(ZoneId.of(zone)).toInstant(), raw, ZoneBasis.STATED, zone, at.precision);
      }
    } catch (DateTimeException e) {
      return ClaimedTime.unreadable(raw); // +99:00 is no offset.
    }
    return utc
        ? new ClaimedTime(
            at.time.toInstant(ZoneOffset.UTC), raw, ZoneBasis.ASSUMED, "UTC", at.precision)
        : ClaimedTimes.ofLocal(at.time, raw, declared, at.precision);
  }

  private static String minutes(@Nullable String said) {
    return said == null || said.isEmpty() ? "00" : said;
  }

  private static String zone(String word, @Nullable String offset) {
    if (offset == null || offset.isEmpty()) {
      return ZONES.getOrDefault(word, "UTC");
    }
    String digits = offset.substring(1).replace(":", "");
    String hours = digits.length() == 1 || digits.length() == 3 ? "0" + digits : digits;
    return offset.charAt(0) + hours.substring(0, 2) + ":" + minutes(hours.substring(2));
  }

  private static String join(String text, int from, int to) {
    return tidy(text.substring(0, from) + " " + text.substring(to));
  }

  /* Bidi marks and odd spaces stand in texts made for pages. */
  private static String tidy(String text) {
    return text.replaceAll("[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]", "")
        .replaceAll("[\\s\\u00a0\\u202f]+", " ")
        .strip();
  }

  /** True for the words that stand where there is no value. */
  public static boolean nothing(String said) {
    return switch (said.toLowerCase(Locale.ROOT)) {
      case "", "-", "--", "n/a", "na", "none", "null", "nil", "unknown", "never", "0", "no data" ->
          true;
      default -> false;
    };
  }

  private static ClaimedTime epoch(String said, String raw) {
    int dot = said.indexOf('.');
    String whole = dot < 0 ? said : said.substring(0, dot);
    long number = Long.parseLong(whole.length() > 18 ? whole.substring(0, 18) : whole);
    return switch (whole.length()) {
      case 9, 10 -> ClaimedTimes.ofSeconds(number, raw);
      case 12, 13 -> ClaimedTimes.ofMillis(number, raw);
      case 15, 16 -> ClaimedTimes.ofMillis(number / 1000, raw);
      case 18 -> ClaimedTimes.ofMillis(number / 1_000_000, raw);
      case 19 -> ClaimedTimes.ofMillis(number / 100_000, raw);
      default -> ClaimedTime.unreadable(raw);
    };
  }

  /** A local time with the finest unit it has. */
  private record Parsed(LocalDateTime time, Precision precision) {}

  private static @Nullable Parsed parse(String local) {
    if (SERIAL.matcher(local).matches()) {
      double days = Double.parseDouble(local);
      long seconds = Math.round((days - Math.floor(days)) * 86_400);
      return new Parsed(
          SERIAL_DAY_NOUGHT.plusDays((long) days).atStartOfDay().plusSeconds(seconds),
          local.indexOf('.') < 0 ? Precision.DAY : Precision.SECOND);
    }
    for (DateTimeFormatter form : MOMENTS) {
      try {
        LocalDateTime time = LocalDateTime.parse(local, form);
        return new Parsed(time, precision(local));
      } catch (DateTimeException e) {
        continue; // The next form may fit.
      }
    }
    for (DateTimeFormatter form : DAYS) {
      try {
        return new Parsed(LocalDate.parse(local, form).atStartOfDay(), Precision.DAY);
      } catch (DateTimeException e) {
        continue; // The next form may fit.
      }
    }
    return null;
  }

  private static Precision precision(String local) {
    if (FRACTION.matcher(local).find()) {
      return Precision.MILLISECOND;
    }
    long colons = local.chars().filter(c -> c == ':').count();
    return colons == 1 ? Precision.MINUTE : Precision.SECOND;
  }
}

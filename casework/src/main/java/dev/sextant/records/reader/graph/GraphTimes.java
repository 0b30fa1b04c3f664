package dev.sextant.records.reader.graph;

import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.ClaimedTime.Precision;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as graph files write them: ISO 8601 cut to what is known, or seconds since 1970. */
final class GraphTimes {
  private static final Pattern LOCAL =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?");

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,17}(\\.\\d{1,9})?");

  private GraphTimes() {}

  /**
   * The claimed time of a text. A number is a moment only if the file says that it counts from 1970
   * or if it can be nothing else; smaller ones are steps of a model and stay text.
   *
   * @param zone that the file or the analyst states for local times
   * @param epoch true if the file says that numbers count from 1970
   */
  static ClaimedTime of(String text, Optional<ZoneId> zone, boolean epoch) {
    String plain = text.strip();
    if (plain.isEmpty()) {
      return ClaimedTime.none();
    }
    try {
      if (NUMBER.matcher(plain).matches()) {
        return number(plain, text, epoch);
      }
      if (plain.matches("\\d{4}-\\d{2}-\\d{2}")) {
        LocalDate day = LocalDate.parse(plain);
        return day.getYear() <= 1970
            ? ClaimedTime.unreadable(text)
            : ClaimedTimes.ofLocal(day.atStartOfDay(), text, zone, Precision.DAY);
      }
      Matcher local = LOCAL.matcher(plain);
      if (local.matches()) {
        LocalDateTime at =
            LocalDateTime.of(
                Integer.parseInt(local.group(1)),
                Integer.parseInt(local.group(2)),
                Integer.parseInt(local.group(3)),
                Integer.parseInt(local.group(4)),
                Integer.parseInt(local.group(5)),
                local.group(6) == null ? 0 : Integer.parseInt(local.group(6)));
        Precision precision = local.group(6) == null ? Precision.MINUTE : Precision.SECOND;
        return at.getYear() <= 1970
            ? ClaimedTime.unreadable(text)
            : ClaimedTimes.ofLocal(at, text, zone, precision);
      }
    } catch (DateTimeException e) {
      return ClaimedTime.unreadable(text);
    }
    return ClaimedTimes.ofIso(plain);
  }

  private static ClaimedTime number(String plain, String text, boolean epoch) {
    double value = Double.parseDouble(plain);
    boolean whole = plain.indexOf('.') < 0;
    if (whole && value >= 1e12 && value < 4e12) {
      return ClaimedTimes.ofMillis(Long.valueOf(plain), text);
    }
    boolean seconds = value >= 1e8 && value < 4e9 && (epoch || value >= 9e8);
    return seconds
        ? ClaimedTimes.ofMillis((long) (value * 1000), text)
        : ClaimedTime.unreadable(text);
  }
}

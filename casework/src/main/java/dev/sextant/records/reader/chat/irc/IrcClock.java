package dev.sextant.records.reader.chat.irc;

import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.chat.LocalTimes;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.ClaimedTime.Precision;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The day that lines with a time of day only fall on: told by the log's own lines, else by the
 * file's name. Without either they have no time, only its text.
 */
final class IrcClock {
  private static final Pattern HEADING =
      Pattern.compile(
          "([A-Z][a-z]{2}) +(\\d{1,2})(?: (\\d{2}):(\\d{2}):(\\d{2}))?(?: [A-Z]{3,5})? (\\d{4})");

  private static final Pattern IN_NAME =
      Pattern.compile("(?<!\\d)((?:19|20)\\d{2})-?(\\d{2})-?(\\d{2})(?!\\d)");

  private static final Pattern MONTHLY =
      Pattern.compile("([A-Z][a-z]{2}) ([ \\d]\\d) (\\d{2}):(\\d{2}):(\\d{2})");

  private final LocalTimes local;
  private @Nullable LocalDate day;

  IrcClock(LocalTimes local, String fileName) {
    this.local = local;
    Matcher m = IN_NAME.matcher(fileName);
    this.day = m.find() ? date(number(m, 1), number(m, 2), number(m, 3)) : null;
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group).strip());
  }

  private static @Nullable LocalDate date(int year, int month, int dayOfMonth) {
    try {
      return year <= 1970 ? null : LocalDate.of(year, month, dayOfMonth);
    } catch (DateTimeException e) {
      return null; // Digits that are no date.
    }
  }

  private static int month(String word) {
    return IrcLine.MONTHS.indexOf(word.toLowerCase(Locale.ROOT)) + 1;
  }

  /** Takes the day of a line about the log itself; its time as far as it tells one. */
  ClaimedTime log(String text) {
    Matcher m = HEADING.matcher(text);
    if (!m.find()) {
      return ClaimedTime.none();
    }
    LocalDate told = date(number(m, 6), month(m.group(1)), number(m, 2));
    if (told == null) {
      return ClaimedTime.unreadable(m.group());
    }
    day = told;
    if (m.group(3) == null) {
      return local.claimed(told.atStartOfDay(), m.group(), Precision.DAY);
    }
    LocalTime time = time(number(m, 3), number(m, 4), number(m, 5));
    return time == null
        ? ClaimedTime.unreadable(m.group())
        : local.claimed(told.atTime(time), m.group(), Precision.SECOND);
  }

  private static @Nullable LocalTime time(int hour, int minute, int second) {
    return hour > 23 || minute > 59 || second > 59 ? null : LocalTime.of(hour, minute, second);
  }

  /** The time of a line's stamp. */
  ClaimedTime of(String stamp) {
    if (stamp.isEmpty()) {
      return ClaimedTime.none();
    }
    if (stamp.length() > 9 && stamp.charAt(4) == '-') {
      return whole(stamp);
    }
    Matcher m = MONTHLY.matcher(stamp);
    LocalDate today = day;
    if (m.matches()) {
      LocalTime time = time(number(m, 3), number(m, 4), number(m, 5));
      if (today == null || time == null) {
        return ClaimedTime.unreadable(stamp);
      }
      int month = month(m.group(1));
      // December goes over into January without a heading.
      int year = today.getMonthValue() == 12 && month == 1 ? today.getYear() + 1 : today.getYear();
      LocalDate told = date(year, month, number(m, 2));
      if (told == null) {
        return ClaimedTime.unreadable(stamp);
      }
      day = told;
      return local.claimed(told.atTime(time), stamp, Precision.SECOND);
    }
    String[] pieces = stamp.split(":");
    LocalTime time =
        time(
            Integer.parseInt(pieces[0]),
            Integer.parseInt(pieces[1]),
            pieces.length > 2 ? Integer.parseInt(pieces[2]) : 0);
    return today == null || time == null
        ? ClaimedTime.unreadable(stamp)
        : local.claimed(
            today.atTime(time), stamp, pieces.length > 2 ? Precision.SECOND : Precision.MINUTE);
  }

  private ClaimedTime whole(String stamp) {
    String iso = stamp.replace(' ', 'T');
    if (iso.endsWith("Z") || iso.matches(".*[+-]\\d{2}:?\\d{2}$")) {
      String zoned = iso.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
      ClaimedTime time = ClaimedTimes.ofIso(zoned);
      return new ClaimedTime(time.instant(), stamp, time.basis(), time.zone(), time.precision());
    }
    try {
      LocalDateTime at = LocalDateTime.parse(iso);
      return at.getYear() <= 1970
          ? ClaimedTime.unreadable(stamp)
          : local.claimed(at, stamp, iso.length() > 16 ? Precision.SECOND : Precision.MINUTE);
    } catch (DateTimeException e) {
      return ClaimedTime.unreadable(stamp);
    }
  }
}

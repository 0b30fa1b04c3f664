package dev.sextant.records.reader.archive.vkontakte;

import dev.sextant.records.reader.MonthNames;
import dev.sextant.records.reader.chat.LocalTimes;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.ClaimedTime.Precision;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as VKontakte words them: {@code 15 мар 2021 в 10:23:04} and {@code at 7:15:40 pm on 3 Nov
 * 2014}, without a zone.
 */
final class VkTimes {
  private static final Pattern RUSSIAN =
      Pattern.compile(
          "(\\d{1,2}) (\\p{L}{3,9})\\.? (\\d{4})(?: (?:г\\.? )?(?:в|at) (\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?");

  private static final Pattern ENGLISH =
      Pattern.compile(
          "at (\\d{1,2}):(\\d{2})(?::(\\d{2}))? ([ap])\\.?m\\.? on (\\d{1,2}) (\\p{L}{3,9})\\.? (\\d{4})");

  private static final int FIRST_YEAR = 2006;

  private final LocalTimes local;

  VkTimes(LocalTimes local) {
    this.local = local;
  }

  /**
   * A time within a text.
   *
   * @param at where it begins
   */
  record Found(ClaimedTime time, int at) {}

  /** The last time that stands in a line, or null. */
  @Nullable Found last(String line) {
    Found found = null;
    Matcher m = ENGLISH.matcher(line);
    while (m.find()) {
      int hour = Integer.parseInt(m.group(1)) % 12 + (m.group(4).equals("p") ? 12 : 0);
      ClaimedTime time =
          time(m.group(), m.group(7), m.group(6), m.group(5), hour, m.group(2), m.group(3));
      found = new Found(time, m.start());
    }
    if (found != null) {
      return found;
    }
    m = RUSSIAN.matcher(line);
    while (m.find()) {
      if (MonthNames.number(m.group(2)) > 0) {
        int hour = m.group(4) == null ? 0 : Integer.parseInt(m.group(4));
        ClaimedTime time =
            time(m.group(), m.group(3), m.group(2), m.group(1), hour, m.group(5), m.group(6));
        found = new Found(time, m.start());
      }
    }
    return found;
  }

  private ClaimedTime time(
      String text,
      String year,
      String month,
      String day,
      int hour,
      @Nullable String minute,
      @Nullable String second) {
    try {
      LocalDateTime at =
          LocalDateTime.of(
              Integer.parseInt(year),
              MonthNames.number(month),
              Integer.parseInt(day),
              hour,
              minute == null ? 0 : Integer.parseInt(minute),
              second == null ? 0 : Integer.parseInt(second));
      return at.getYear() < FIRST_YEAR // VKontakte's first.
          ? ClaimedTime.unreadable(text)
          : local.claimed(
              at,
              text,
              second != null
                  ? Precision.SECOND
                  : minute != null ? Precision.MINUTE : Precision.DAY);
    } catch (DateTimeException e) {
      return ClaimedTime.unreadable(text);
    }
  }
}

package dev.sextant.records.reader.telegram;

import dev.sextant.records.reader.chat.LocalTimes;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.ClaimedTime.Precision;
import dev.sextant.terms.ClaimedTime.ZoneBasis;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times of HTML exports: {@code 18.05.2023 20:01:59 UTC+01:00}, before 2021 without the zone. */
final class PageTimes {
  private static final Pattern FULL =
      Pattern.compile(
          "(\\d{2})\\.(\\d{2})\\.(\\d{4}) (\\d{2}):(\\d{2}):(\\d{2})(?: UTC([+-]\\d{2}:\\d{2}))?");

  private static final Pattern HEADING = Pattern.compile("(\\d{1,2}) ([A-Z][a-z]+) (\\d{4})");

  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private final LocalTimes local;

  PageTimes(LocalTimes local) {
    this.local = local;
  }

  /** The time of a message's date. */
  ClaimedTime of(@Nullable String title) {
    if (title == null || title.isBlank()) {
      return ClaimedTime.none();
    }
    Matcher m = FULL.matcher(title.strip());
    if (!m.matches()) {
      return ClaimedTime.unreadable(title);
    }
    try {
      LocalDateTime at =
          LocalDateTime.of(
              number(m, 3), number(m, 2), number(m, 1), number(m, 4), number(m, 5), number(m, 6));
      if (at.getYear() <= 1970) {
        return ClaimedTime.unreadable(title);
      }
      String zone = m.group(7);
      if (zone == null) {
        return local.claimed(at, title, Precision.SECOND);
      }
      ZoneOffset offset = ZoneOffset.of(zone);
      return new ClaimedTime(
          at.toInstant(offset),
          title,
          ZoneBasis.STATED,
          offset.equals(ZoneOffset.UTC) ? "UTC" : offset.getId(),
          Precision.SECOND);
    } catch (DateTimeException e) {
      return ClaimedTime.unreadable(title);
    }
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  /** The day that a heading between messages names: all that a service note has of a time. */
  ClaimedTime day(String heading) {
    Matcher m = HEADING.matcher(heading.strip());
    int month = m.matches() ? MONTHS.indexOf(m.group(2).toLowerCase(Locale.ROOT)) + 1 : 0;
    if (month == 0) {
      return heading.isBlank() ? ClaimedTime.none() : ClaimedTime.unreadable(heading);
    }
    try {
      LocalDate day = LocalDate.of(number(m, 3), month, number(m, 1));
      return day.getYear() <= 1970
          ? ClaimedTime.unreadable(heading)
          : local.claimed(day.atStartOfDay(), heading, Precision.DAY);
    } catch (DateTimeException e) {
      return ClaimedTime.unreadable(heading);
    }
  }
}

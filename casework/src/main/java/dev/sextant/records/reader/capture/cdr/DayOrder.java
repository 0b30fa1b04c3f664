package dev.sextant.records.reader.capture.cdr;

import dev.sextant.terms.ClaimedTime.Precision;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as operators write them. Whether the day or the month comes first is decided over the whole
 * file: by a number above twelve if there is one, else the day, and told as open.
 */
final class DayOrder {
  private static final Pattern DATE =
      Pattern.compile("(\\d{1,4})[-/.](\\d{1,2}|[A-Za-z]{3})[-/.](\\d{1,4})(?:[T ,]+(.{4,24}))?");

  private static final Pattern CLOCK =
      Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s*([AaPp][Mm])?");

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private boolean dayFirst;
  private boolean monthFirst;
  private boolean open;

  /** What a cell says. */
  record When(LocalDateTime time, Precision precision) {}

  /** Looks at one date. */
  void see(String text) {
    Matcher date = DATE.matcher(CallColumns.bare(text));
    if (!date.matches() || date.group(1).length() == 4 || !date.group(2).matches("\\d+")) {
      return;
    }
    int one = Integer.parseInt(date.group(1));
    int two = Integer.parseInt(date.group(2));
    dayFirst |= one > 12 && two <= 12;
    monthFirst |= two > 12 && one <= 12;
    open |= one <= 12 && two <= 12 && one != two;
  }

  /** True if no date tells which comes first, and it matters. */
  boolean undecided() {
    return open && dayFirst == monthFirst;
  }

  /** A date and a time of day, in one cell or two; null if they are none. */
  @Nullable When read(String text, String clock) {
    Matcher date = DATE.matcher(text);
    if (!date.matches()) {
      return null;
    }
    try {
      LocalDate day = day(date);
      String rest = clock.isBlank() ? date.group(4) : clock;
      if (rest == null || rest.isBlank()) {
        return new When(day.atStartOfDay(), Precision.DAY);
      }
      Matcher time = CLOCK.matcher(rest.strip());
      if (!time.matches()) {
        return null;
      }
      int hour = Integer.parseInt(time.group(1));
      if (time.group(4) != null) {
        hour = hour % 12 + (time.group(4).toLowerCase(Locale.ROOT).equals("pm") ? 12 : 0);
      }
      int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
      LocalTime at = LocalTime.of(hour, Integer.parseInt(time.group(2)), second);
      return new When(day.atTime(at), time.group(3) == null ? Precision.MINUTE : Precision.SECOND);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private LocalDate day(Matcher date) {
    String one = date.group(1);
    String two = date.group(2);
    String three = date.group(3);
    int month =
        two.matches("\\d+")
            ? Integer.parseInt(two)
            : MONTHS.indexOf(two.toLowerCase(Locale.ROOT)) + 1;
    if (one.length() == 4) {
      return LocalDate.of(Integer.parseInt(one), month, Integer.parseInt(three));
    }
    int year = Integer.parseInt(three);
    year = three.length() <= 2 ? 2000 + year : year;
    int first = Integer.parseInt(one);
    boolean swapped = two.matches("\\d+") && monthFirst && !dayFirst;
    return swapped ? LocalDate.of(year, first, month) : LocalDate.of(year, month, first);
  }
}

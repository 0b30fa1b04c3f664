package dev.sextant.records.reader.mapping;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How a table writes times.
 *
 * @param zone zone of times without one, or null if the table's source does not say
 * @param order order of day, month and year, or null to decide over the whole file
 * @param form a fixed form, or null to tell by the column
 */
public record TimesForm(@Nullable ZoneId zone, @Nullable Order order, @Nullable Form form) {
  /** Orders of day, month and year. */
  public enum Order {
    /** 31.12.2023. */
    DAY_MONTH_YEAR,
    /** 12/31/2023. */
    MONTH_DAY_YEAR,
    /** 2023-12-31. */
    YEAR_MONTH_DAY
  }

  /** Forms of a time. */
  public enum Form {
    /** Words and digits of a calendar. */
    CALENDAR,
    /** Seconds since 1970 in UTC. */
    SECONDS,
    /** Milliseconds since 1970 in UTC. */
    MILLISECONDS,
    /** Microseconds since 1970 in UTC. */
    MICROSECONDS,
    /** Days since the end of 1899, as spreadsheets count; a local time. */
    SERIAL
  }

  /** Nothing said. */
  public static TimesForm detected() {
    return new TimesForm(null, null, null);
  }
}

package dev.sextant.records.reader.mapping;

import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.mapping.TimesForm.Form;
import dev.sextant.records.reader.mapping.TimesForm.Order;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.ClaimedTime.Precision;
import dev.sextant.terms.ClaimedTime.ZoneBasis;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a column of times is written in, decided over all of it, and the times as claimed under that
 * decision.
 */
final class TimeColumn {
  /** So much of a column must be of one form before the form is taken for the column's. */
  private static final double MOST = 0.9;

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,17}(?:[.,]\\d{1,12})?");
  private static final Pattern SERIAL =
      Pattern.compile("\\d{1,6}(?:[.,]\\d{1,17})?(?: [01]?[.,]\\d{1,17}| 0| 1)?");

  /** Days from the serial's beginning (1899-12-30, which corrects 1900 as a leap year) to 1970. */
  private static final long SERIAL_1970 = 25_569;

  /** Days between the two calendars of spreadsheets, 1900 and 1904. */
  private static final long SERIAL_1904 = 1462;

  private static final long DAY_MILLIS = 86_400_000;

  private final @Nullable Form given;
  private final boolean workbook;
  private final boolean since1904;
  private final Map<Form, Long> seen = new EnumMap<>(Form.class);
  private long filled;

  /**
   * @param given the form that the profile states, or null
   * @param workbook true if the cells are a workbook's, whose dates are numbers of days
   * @param since1904 true if the workbook counts from 1904
   */
  TimeColumn(@Nullable Form given, boolean workbook, boolean since1904) {
    this.given = given;
    this.workbook = workbook;
    this.since1904 = since1904;
  }

  /** Looks at a cell. */
  void see(String text) {
    if (text.isEmpty()) {
      return;
    }
    filled++;
    Form form = formOf(text);
    if (form != null) {
      seen.merge(form, 1L, Long::sum);
    }
  }

  private @Nullable Form formOf(String text) {
    if (NUMBER.matcher(text).matches()) {
      BigDecimal number = number(text);
      // 2001-09-09 to 2065-01-24 in each unit; a serial of 1954 to 2173.
      if (between(number, 1_000_000_000L, 3_000_000_000L)) {
        return Form.SECONDS;
      }
      if (between(number, 1_000_000_000_000L, 3_000_000_000_000L)) {
        return Form.MILLISECONDS;
      }
      if (between(number, 1_000_000_000_000_000L, 3_000_000_000_000_000L)) {
        return Form.MICROSECONDS;
      }
      if (workbook && between(number, 20_000, 100_000)) {
        return Form.SERIAL;
      }
    }
    if (workbook && SERIAL.matcher(text).matches() && text.indexOf(' ') > 0) {
      return Form.SERIAL;
    }
    return TimeWords.of(text) == null ? null : Form.CALENDAR;
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text.replace(',', '.'));
  }

  private static boolean between(BigDecimal number, long low, long high) {
    return number.compareTo(BigDecimal.valueOf(low)) >= 0
        && number.compareTo(BigDecimal.valueOf(high)) < 0;
  }

  /** The column's form; calendar if nothing is clear. */
  Form form() {
    if (given != null) {
      return given;
    }
    return seen.entrySet().stream()
        .filter(e -> e.getValue() >= filled * MOST)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Form.CALENDAR);
  }

  /** The share of cells that are some time, 0 to 1. */
  double sure() {
    return filled == 0
        ? 0
        : seen.values().stream().mapToLong(Long::longValue).max().orElse(0) / (double) filled;
  }

  /** How many cells were filled. */
  long filled() {
    return filled;
  }

  /**
   * A cell as a claimed time.
   *
   * @param order decided for the file
   * @param zone what the row, the profile or the analyst says of the zone
   */
  ClaimedTime claimed(String text, Order order, Optional<ZoneId> row, Optional<ZoneId> zone) {
    if (text.isBlank()) {
      return ClaimedTime.none();
    }
    return switch (form()) {
      case SECONDS -> epoch(text, 1000);
      case MILLISECONDS -> epoch(text, 1);
      case MICROSECONDS -> micros(text);
      case SERIAL -> serial(text, row, zone);
      case CALENDAR -> calendar(text, order, row, zone);
    };
  }

  private static ClaimedTime epoch(String text, int millis) {
    if (!NUMBER.matcher(text).matches()) {
      return ClaimedTime.unreadable(text);
    }
    BigDecimal value = number(text).multiply(BigDecimal.valueOf(millis));
    if (value.signum() <= 0 || value.precision() - value.scale() > 15) {
      return ClaimedTime.unreadable(text);
    }
    ClaimedTime time = ClaimedTimes.ofMillis(value.longValue(), text);
    Instant at = time.instant();
    boolean fine = millis == 1 || value.longValue() % 1000 != 0;
    return at == null || fine ? time : ClaimedTime.utc(at, text, Precision.SECOND);
  }

  private static ClaimedTime micros(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return ClaimedTime.unreadable(text);
    }
    return ClaimedTimes.ofMillis(
        number(text).divideToIntegralValue(BigDecimal.valueOf(1000)).longValue(), text);
  }

  private ClaimedTime serial(String text, Optional<ZoneId> row, Optional<ZoneId> zone) {
    if (!SERIAL.matcher(text).matches()) {
      return calendar(text, Order.YEAR_MONTH_DAY, row, zone);
    }
    BigDecimal days = BigDecimal.ZERO;
    for (String piece : text.split(" ", -1)) {
      days = days.add(number(piece.startsWith(".") || piece.startsWith(",") ? "0" + piece : piece));
    }
    days = since1904 ? days.add(BigDecimal.valueOf(SERIAL_1904)) : days;
    BigDecimal millis =
        days.subtract(BigDecimal.valueOf(SERIAL_1970)).multiply(BigDecimal.valueOf(DAY_MILLIS));
    if (millis.signum() <= 0) {
      return ClaimedTime.unreadable(text);
    }
    // Half a day in binary fractions misses by less than a millisecond: rounded to the second.
    long second = Math.round(millis.doubleValue() / 1000.0);
    LocalDateTime local = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    boolean day = days.stripTrailingZeros().scale() <= 0;
    return placed(local, text, row, zone, day ? Precision.DAY : Precision.SECOND);
  }

  private static ClaimedTime calendar(
      String text, Order order, Optional<ZoneId> row, Optional<ZoneId> zone) {
    TimeWords words = TimeWords.of(text);
    LocalDateTime local = words == null ? null : words.local(order);
    if (words == null || local == null) {
      return ClaimedTime.unreadable(text);
    }
    Precision precision =
        words.clock() == null
            ? Precision.DAY
            : words.millis()
                ? Precision.MILLISECOND
                : words.seconds() ? Precision.SECOND : Precision.MINUTE;
    ZoneId stated = words.zone();
    return placed(local, text, stated == null ? row : Optional.of(stated), zone, precision);
  }

  private static ClaimedTime placed(
      LocalDateTime local,
      String text,
      Optional<ZoneId> stated,
      Optional<ZoneId> zone,
      Precision precision) {
    if (stated.isPresent()) {
      ZoneId id = stated.get();
      String name = id.equals(ZoneOffset.UTC) ? "UTC" : id.getId();
      return new ClaimedTime(local.atZone(id).toInstant(), text, ZoneBasis.STATED, name, precision);
    }
    return ClaimedTimes.ofLocal(local, text, zone, precision);
  }
}

package dev.sextant.records.reader.mapping;

import dev.sextant.terms.ClaimedTime;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the times of a table are read, decided over all of its rows. */
final class TimePlan {
  private final Map<FieldForm, TimeColumn> columns;
  private final DayOrder.Decided order;
  private final Optional<ZoneId> zone;
  private long zoneless;

  private TimePlan(
      Map<FieldForm, TimeColumn> columns, DayOrder.Decided order, Optional<ZoneId> zone) {
    this.columns = columns;
    this.order = order;
    this.zone = zone;
  }

  /**
   * Goes through the table once.
   *
   * @param declared zone that the analyst declares; the profile's goes before it
   */
  static TimePlan of(
      Table table, MappingProfile profile, Optional<ZoneId> declared, boolean since1904)
      throws IOException {
    Map<FieldForm, TimeColumn> columns = new LinkedHashMap<>();
    boolean workbook = table.kind() == TableForm.Kind.WORKBOOK;
    for (RecordForm record : profile.records()) {
      for (Role role : List.of(Role.TIME, Role.END)) {
        for (FieldForm field : record.all(role)) {
          columns.computeIfAbsent(
              field, f -> new TimeColumn(profile.times().form(), workbook, since1904));
        }
      }
    }
    DayOrder order = new DayOrder(profile.times().order());
    if (!columns.isEmpty()) {
      RecordForm first = profile.records().getFirst();
      table.rows(line -> {
        if (line.fault() != null || line.comment()) {
          return true;
        }
        Cells cells = new Cells(table, line, first);
        int number = 0;
        for (Map.Entry<FieldForm, TimeColumn> e : columns.entrySet()) {
          see(cells.look(e.getKey()), number++, e.getValue(), order);
        }
        return true;
      });
    }
    ZoneId own = profile.times().zone();
    return new TimePlan(columns, order.decide(), own == null ? declared : Optional.of(own));
  }

  private static void see(String text, int number, TimeColumn column, DayOrder order) {
    column.see(text);
    TimeWords words = TimeWords.of(text);
    if (words != null) {
      order.see(number, words);
    }
  }

  /** What was decided about the order of day, month and year. */
  DayOrder.Decided order() {
    return order;
  }

  /** How many times had no zone and none was declared. */
  long zoneless() {
    return zoneless;
  }

  /** Forms of time other than a calendar's, by the columns they are in. */
  Map<String, TimesForm.Form> forms() {
    Map<String, TimesForm.Form> forms = new LinkedHashMap<>();
    columns.forEach((field, column) -> {
      if (column.form() != TimesForm.Form.CALENDAR && column.filled() > 0) {
        forms.put(String.join(" + ", field.columns()), column.form());
      }
    });
    return forms;
  }

  /** A record's claimed time; a cell that is none is told of. */
  ClaimedTime claimed(Cells cells) {
    for (FieldForm field : cells.form().all(Role.TIME)) {
      String text = cells.look(field);
      if (!text.isEmpty()) {
        ClaimedTime time = claimed(cells, field, text);
        if (time.instant() == null) {
          cells.unreadable(field, "no time");
        } else {
          cells.take(field);
          daysOnly(cells, field, time);
        }
        zoneless += time.instant() != null && time.basis() == ClaimedTime.ZoneBasis.UNKNOWN ? 1 : 0;
        return time;
      }
    }
    return ClaimedTime.none();
  }

  /* A day of one column and, in another, what should be the time of day and is none. */
  private static void daysOnly(Cells cells, FieldForm field, ClaimedTime time) {
    if (time.precision() == ClaimedTime.Precision.DAY && field.columns().size() > 1) {
      field.columns().stream()
          .filter(c -> !cells.text(c).isEmpty() && TimeWords.of(cells.text(c)) == null)
          .findFirst()
          .ifPresent(c -> cells.unreadable(c, "no time of day"));
    }
  }

  /** The moment of another role of times, or null. */
  @Nullable Instant instant(Cells cells, Role role) {
    for (FieldForm field : cells.form().all(role)) {
      String text = cells.look(field);
      if (!text.isEmpty()) {
        Instant at = claimed(cells, field, text).instant();
        if (at == null) {
          cells.unreadable(field, "no time");
        }
        return at;
      }
    }
    return null;
  }

  private ClaimedTime claimed(Cells cells, FieldForm field, String text) {
    TimeColumn column = columns.get(field);
    return column == null
        ? ClaimedTime.unreadable(text)
        : column.claimed(text, order.order(), rowZone(cells), zone);
  }

  private static Optional<ZoneId> rowZone(Cells cells) {
    for (FieldForm field : cells.form().all(Role.ZONE)) {
      String text = cells.look(field);
      if (!text.isEmpty()) {
        String ours = field.words().getOrDefault(text.strip().toLowerCase(Locale.ROOT), text);
        Optional<ZoneId> zone = TimeWords.named(ours.matches("[+-]\\d{1,2}") ? padded(ours) : ours);
        if (zone.isEmpty()) {
          cells.unreadable(field, "no zone");
        } else {
          cells.take(field);
        }
        return zone;
      }
    }
    return Optional.empty();
  }

  private static String padded(String hours) {
    return hours.length() == 2 ? hours.charAt(0) + "0" + hours.charAt(1) : hours;
  }
}

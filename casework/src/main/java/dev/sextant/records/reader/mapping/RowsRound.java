package dev.sextant.records.reader.mapping;

import dev.sextant.records.reader.ExhibitSource;
import dev.sextant.records.reader.Source;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table round one place in it, as the child process reads them: with the bytes that
 * each row and cell stand at, so that whoever shows them can mask what is not in scope.
 *
 * @param sheet name of the sheet; empty in other files
 * @param columns names of the columns; empty if the table has no heading
 * @param headingFrom first byte of the heading; -1 if there is none
 * @param rows in order; empty if no table has a row at that place
 */
public record RowsRound(String sheet, List<String> columns, long headingFrom, List<Line> rows) {
  /** Rows on each side: with those, a table fills the screen. */
  static final int SIDE = 12;

  /** Characters of a cell; the rest is in the record that was made of it. */
  private static final int MOST_CELL = 300;

  /** Columns shown; a table of more is looked at column by column in the record's fields. */
  private static final int MOST_CELLS = 200;

  /** Nothing at that place. */
  public static final RowsRound NONE = new RowsRound("", List.of(), -1, List.of());

  /** Copies. */
  public RowsRound {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param from first byte within the part
   * @param to byte after its last
   * @param pointer how to name it
   * @param cells in order
   */
  public record Line(long from, long to, String pointer, List<Cell> cells) {
    /** Copies. */
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /**
   * One cell.
   *
   * @param text what it says, cut at {@value #MOST_CELL} characters
   * @param from first byte within the part
   * @param to byte after its last; {@code from} for one that takes no bytes
   */
  public record Cell(String text, long from, long to) {}

  /**
   * Reads them.
   *
   * @param part path of the table's part, also within archives within the source
   * @param from first byte of the place
   */
  public static RowsRound of(Source source, String part, long from) throws IOException {
    int nested = part.indexOf("!/");
    while (nested >= 0 && source.part(part).isEmpty()) {
      Source.Part outer = source.part(part.substring(0, nested)).orElse(null);
      if (outer != null) {
        try (ExhibitSource inner = ExhibitSource.nested(source, outer)) {
          return of(inner, part, from);
        }
      }
      nested = part.indexOf("!/", nested + 1);
    }
    for (Table table : Tables.of(source, TableForm.detected(), List.of()).tables()) {
      if (table.part().path().equals(part) && table.kind() != TableForm.Kind.JSONL) {
        return round(TableSurvey.headed(source, table, TableForm.detected()), from);
      }
    }
    return NONE;
  }

  private static RowsRound round(Table table, long place) throws IOException {
    ArrayDeque<Line> before = new ArrayDeque<>();
    List<Line> rows = new ArrayList<>();
    int[] after = {-1};
    table
        .walk()
        .each(line -> {
          boolean heading = table.heading() >= 0 && line.from() == table.heading();
          if (heading || line.blank() || line.fault() != null) {
            return after[0] < SIDE;
          }
          if (line.to() <= place) {
            before.addLast(shown(line));
            if (before.size() > SIDE) {
              before.removeFirst();
            }
            return true;
          }
          rows.add(shown(line));
          return ++after[0] < SIDE;
        });
    boolean found = !rows.isEmpty() && rows.getFirst().from() <= place;
    if (!found) {
      return NONE;
    }
    rows.addAll(0, before);
    List<String> columns = table.heading() < 0 ? List.of() : table.heads().names();
    return new RowsRound(
        table.sheet(),
        columns.stream().limit(MOST_CELLS).map(RowsRound::cut).toList(),
        table.heading(),
        rows);
  }

  private static Line shown(Grid.Line line) {
    List<Cell> cells =
        line.cells().stream()
            .limit(MOST_CELLS)
            .map(cell -> new Cell(cut(cell.text()), cell.from(), cell.to()))
            .toList();
    return new Line(line.from(), line.to(), line.pointer(), cells);
  }

  private static String cut(String text) {
    if (text.length() <= MOST_CELL) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(MOST_CELL - 1)) ? MOST_CELL - 1 : MOST_CELL;
    return text.substring(0, end) + "…";
  }

  /** As {@link #of(Map)} reads it. */
  public Map<String, Object> map() {
    List<Object> lines = new ArrayList<>();
    for (Line line : rows) {
      List<Object> cells = new ArrayList<>();
      line.cells().forEach(c -> cells.add(List.of(c.text(), c.from(), c.to())));
      lines.add(
          new TreeMap<>(
              Map.of("from", line.from(), "to", line.to(), "at", line.pointer(), "cells", cells)));
    }
    return new TreeMap<>(
        Map.of("sheet", sheet, "columns", columns, "heading", headingFrom, "rows", lines));
  }

  /**
   * Rows of what {@link #map} made.
   *
   * @throws IllegalStateException if nothing that this class writes looks so
   */
  public static RowsRound of(Map<?, ? extends @Nullable Object> map) {
    List<Line> lines = new ArrayList<>();
    for (Object one : list(map.get("rows"))) {
      if (!(one instanceof Map<?, ?> line)) {
        throw new IllegalStateException("no row");
      }
      List<Cell> cells = new ArrayList<>();
      for (Object cell : list(line.get("cells"))) {
        List<?> said = list(cell);
        if (said.size() != 3) {
          throw new IllegalStateException("no cell");
        }
        cells.add(new Cell(text(said.get(0)), number(said.get(1)), number(said.get(2))));
      }
      lines.add(
          new Line(number(line.get("from")), number(line.get("to")), text(line.get("at")), cells));
    }
    return new RowsRound(
        text(map.get("sheet")),
        list(map.get("columns")).stream().map(RowsRound::text).toList(),
        number(map.get("heading")),
        lines);
  }

  private static List<?> list(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new IllegalStateException("no list");
  }

  private static String text(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw new IllegalStateException("no text");
  }

  private static long number(@Nullable Object value) {
    if (value instanceof Long number) {
      return number;
    }
    throw new IllegalStateException("no number");
  }
}

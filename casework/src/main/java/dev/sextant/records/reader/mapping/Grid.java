package dev.sextant.records.reader.mapping;

import dev.sextant.records.reader.FreeNames;
import dev.sextant.records.reader.ReadFault;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a table, in order. */
interface Grid extends Closeable {
  /** The next row, or null at the end. */
  @Nullable Line next() throws IOException;

  /** How many characters could not be decoded so far. */
  default long replaced() {
    return 0;
  }

  /**
   * One cell.
   *
   * @param text without blanks around it
   * @param from first byte
   * @param to byte after the last
   */
  record Cell(String text, long from, long to) {
    /** A cell that is not there. */
    static final Cell NONE = new Cell("", 0, 0);
  }

  /**
   * Names of columns.
   *
   * @param names in order, each once
   */
  record Heads(List<String> names, Map<String, Integer> index) {
    /** Of what a heading says: a nameless column is {@code #n}, a name given again is numbered. */
    static Heads of(List<String> said) {
      List<String> names = new ArrayList<>();
      Map<String, Integer> index = new HashMap<>();
      FreeNames free = new FreeNames();
      for (int i = 0; i < said.size(); i++) {
        String name = said.get(i).isBlank() ? "#" + (i + 1) : said.get(i).strip();
        String own = free.of(name, index::containsKey);
        index.put(own, i);
        names.add(own);
      }
      return new Heads(List.copyOf(names), index);
    }

    /** The name of a column by its place, also beyond the heading. */
    String name(int column) {
      return column < names.size() ? names.get(column) : "#" + (column + 1);
    }

    /** The place of a column by name or position; by name without regard to case; -1 if absent. */
    int find(String column) {
      Integer exact = index.get(column);
      if (exact != null) {
        return exact;
      }
      if (column.matches("#[1-9][0-9]{0,4}")) {
        return Integer.parseInt(column.substring(1)) - 1;
      }
      for (int i = 0; i < names.size(); i++) {
        if (names.get(i).equalsIgnoreCase(column)) {
          return i;
        }
      }
      return -1;
    }

    /** True if the heading has every one of these. */
    boolean hasAll(List<String> columns) {
      return columns.stream()
          .allMatch(c -> find(c) >= 0 && (!c.startsWith("#") || find(c) < names.size()));
    }
  }

  /**
   * One row.
   *
   * @param number of the line or sheet row it begins at, from 1
   * @param from first byte
   * @param to byte after the last
   * @param pointer how to name the place
   * @param cells in order; those of a JSON object in its order
   * @param own names of its own cells, or null if they are the table's
   * @param comment true if it is none of the table's rows
   * @param fault why it cannot be used, or null
   */
  record Line(
      long number,
      long from,
      long to,
      String pointer,
      List<Cell> cells,
      @Nullable Heads own,
      boolean comment,
      @Nullable ReadFault fault) {
    /** True if every cell is empty. */
    boolean blank() {
      return cells.stream().allMatch(c -> c.text().isEmpty());
    }

    /** The cell of a place; an empty one beyond the last. */
    Cell cell(int column) {
      return column >= 0 && column < cells.size() ? cells.get(column) : Cell.NONE;
    }

    /** The texts of the cells. */
    List<String> texts() {
      return cells.stream().map(Cell::text).toList();
    }
  }
}

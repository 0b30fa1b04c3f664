package dev.sextant.records.reader.graph;

import dev.sextant.records.reader.ReadFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table.
 *
 * @param number of the line or sheet row it begins at, from 1
 * @param from first byte
 * @param to byte after the last, the line end not included
 * @param cells without blanks around them; empty for a comment
 * @param comment a comment's text without its mark, or null for a row of cells
 * @param fault why the row cannot be used, or null
 */
public record Row(
    long number,
    long from,
    long to,
    List<Cell> cells,
    @Nullable String comment,
    @Nullable ReadFault fault) {
  /**
   * One cell.
   *
   * @param text stripped
   * @param from first byte, quotation mark included
   * @param to byte after the last
   */
  public record Cell(String text, long from, long to) {}

  /** True if every cell is empty. */
  public boolean blank() {
    return cells.stream().allMatch(c -> c.text().isEmpty());
  }

  /** The text of a cell, empty beyond the last. */
  public String text(int column) {
    return column >= 0 && column < cells.size() ? cells.get(column).text() : "";
  }

  /** How many cells, empty ones at the end not counted. */
  public int width() {
    int n = cells.size();
    while (n > 0 && cells.get(n - 1).text().isEmpty()) {
      n--;
    }
    return n;
  }

  /** The place of the whole row. */
  Scribe.Place place() {
    return new Scribe.Place(from, to, Long.toString(number));
  }

  /** The place of one cell. */
  Scribe.Place place(int column) {
    Cell cell = cells.get(column);
    return new Scribe.Place(cell.from(), cell.to(), number + ":" + (column + 1));
  }
}

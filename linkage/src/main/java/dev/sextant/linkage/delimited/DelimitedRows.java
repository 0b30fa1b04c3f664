package dev.sextant.linkage.delimited;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.table.CellReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of delimited text, with named columns where there is a header. Empty lines are passed over.
 * One row is held at a time.
 *
 * <pre>{@code
 * try (DelimitedRows rows = DelimitedRows.table(path)) {
 *   int id = rows.column("id_a");
 *   while (rows.next()) use(rows.cell(id));
 * }
 * }</pre>
 */
public final class DelimitedRows implements Closeable {
  private final CellReader in;
  private long rowLine;
  private char[] row = new char[256];
  private int rowLength;
  private int[] ends = new int[16];
  private int cells;
  private List<String> header = List.of();

  private DelimitedRows(CellReader in) {
    this.in = in;
  }

  /**
   * Opens a table whose first row names the columns, as {@link CellReader#table} does.
   *
   * @throws IOException if the file cannot be read
   * @throws LinkageFault {@code SX-LINK-EMPTY} if there is no first row
   */
  public static DelimitedRows table(Path file) throws IOException {
    DelimitedRows rows = new DelimitedRows(CellReader.table(file));
    try {
      if (!rows.next()) {
        throw new LinkageFault(
            "SX-LINK-EMPTY",
            "the table is empty",
            rows.in.place(),
            "",
            "give a table with a header");
      }
      rows.header = rows.cells();
      return rows;
    } catch (IOException | RuntimeException e) {
      rows.close();
      throw e;
    }
  }

  /**
   * Opens tab-separated text without a header, cells as they stand.
   *
   * @throws IOException if the file cannot be read
   */
  public static DelimitedRows tabs(Path file) throws IOException {
    return new DelimitedRows(CellReader.tabs(file));
  }

  /** The names of the columns; empty without a header. */
  public List<String> header() {
    return header;
  }

  /**
   * The index of a named column.
   *
   * @throws LinkageFault {@code SX-LINK-COLUMN} if the header has no such name
   */
  public int column(String name) {
    int at = header.indexOf(name);
    if (at < 0) {
      throw new LinkageFault(
          "SX-LINK-COLUMN",
          "the table has no such column",
          in.place(),
          name,
          "name one of: " + String.join(", ", header));
    }
    return at;
  }

  /**
   * Goes to the next row.
   *
   * @return false at the end
   * @throws LinkageFault {@code SX-LINK-QUOTE} if a quote is not closed where its cell ends, {@code
   *     SX-LINK-UTF8} if the bytes are not UTF-8
   */
  public boolean next() throws IOException {
    do {
      rowLength = 0;
      cells = 0;
      rowLine = in.line() + (in.rowEnds() ? 1 : 0);
      boolean more = in.next();
      if (!more) {
        return false;
      }
      take();
      while (!in.rowEnds() && in.next()) {
        take();
      }
    } while (cells == 1 && rowLength == 0);
    return true;
  }

  private void take() {
    int length = in.length();
    if (row.length - rowLength < length) {
      row = Arrays.copyOf(row, Math.max(2 * row.length, rowLength + length));
    }
    System.arraycopy(in.text(), 0, row, rowLength, length);
    rowLength += length;
    if (cells == ends.length) {
      ends = Arrays.copyOf(ends, ends.length * 2);
    }
    ends[cells++] = rowLength;
  }

  /** How many cells the present row has. */
  public int size() {
    return cells;
  }

  /** A cell of the present row; empty where the row is shorter. */
  public String cell(int column) {
    if (column >= cells) {
      return "";
    }
    int from = column == 0 ? 0 : ends[column - 1];
    return new String(row, from, ends[column] - from);
  }

  /** All cells of the present row. */
  public List<String> cells() {
    List<String> all = new ArrayList<>(cells);
    for (int i = 0; i < cells; i++) {
      all.add(cell(i));
    }
    return List.copyOf(all);
  }

  /** File and line of the present row, for a fault. */
  public String place() {
    return in.place() + ", line " + rowLine;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

package dev.sextant.linkage.delimited;

import dev.sextant.linkage.LinkageFault;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads UTF-8 text row by row. Comma-separated cells may be quoted as RFC 4180 says, and then hold
 * commas, line ends and doubled quotes; tab-separated cells are taken as they stand. Empty lines
 * are passed over. One row is held at a time.
 *
 * <pre>{@code
 * try (DelimitedRows rows = DelimitedRows.commas(path)) {
 *   int id = rows.column("id_a");
 *   while (rows.next()) use(rows.cell(id));
 * }
 * }</pre>
 */
public final class DelimitedRows implements Closeable {
  private static final int BUFFER_CHARS = 1 << 15;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader reader;
  private final String place;
  private final char separator;
  private final boolean quotes;
  private final char[] buffer = new char[BUFFER_CHARS];
  private int position;
  private int limit;
  private long line = 1;
  private long rowLine;
  private char[] row = new char[256];
  private int rowLength;
  private int[] ends = new int[16];
  private int cells;
  private List<String> header = List.of();

  private DelimitedRows(Reader reader, String place, char separator) {
    this.reader = reader;
    this.place = place;
    this.separator = separator;
    this.quotes = separator != '\t';
  }

  /**
   * Opens comma-separated text whose first row names the columns.
   *
   * @throws IOException if the file cannot be read
   * @throws LinkageFault {@code SX-LINK-EMPTY} if there is no first row
   */
  public static DelimitedRows commas(Path file) throws IOException {
    DelimitedRows rows = open(file, ',');
    try {
      if (!rows.next()) {
        throw new LinkageFault(
            "SX-LINK-EMPTY", "the table is empty", rows.place, "", "give a table with a header");
      }
      rows.header = rows.cells();
      return rows;
    } catch (IOException | RuntimeException e) {
      rows.close();
      throw e;
    }
  }

  /**
   * Opens tab-separated text without a header.
   *
   * @throws IOException if the file cannot be read
   */
  public static DelimitedRows tabs(Path file) throws IOException {
    return open(file, '\t');
  }

  private static DelimitedRows open(Path file, char separator) throws IOException {
    Reader reader =
        new InputStreamReader(
            Files.newInputStream(file),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    return new DelimitedRows(reader, String.valueOf(file.getFileName()), separator);
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
          place,
          name,
          "name one of: " + String.join(", ", header));
    }
    return at;
  }

  /**
   * Goes to the next row.
   *
   * @return false at the end
   * @throws LinkageFault {@code SX-LINK-QUOTE} if a quote is never closed, {@code SX-LINK-UTF8} if
   *     the bytes are not UTF-8
   */
  public boolean next() throws IOException {
    do {
      rowLine = line;
      rowLength = 0;
      cells = 0;
      if (!readRow()) {
        return false;
      }
    } while (cells == 1 && rowLength == 0);
    return true;
  }

  private boolean readRow() throws IOException {
    int c = read();
    if (c < 0) {
      return false;
    }
    while (true) {
      if (quotes && c == '"') {
        c = readQuoted();
      }
      while (c >= 0 && c != separator && c != '\n' && c != '\r') {
        append((char) c);
        c = read();
      }
      endCell();
      if (c == separator) {
        c = read();
        continue;
      }
      if (c == '\r') {
        c = read();
        if (c >= 0 && c != '\n') {
          position--; // A lone carriage return ends a row as well.
        }
      }
      line++;
      return true;
    }
  }

  /* Reads to the closing quote; returns the character after it. */
  private int readQuoted() throws IOException {
    while (true) {
      int c = read();
      if (c < 0) {
        throw new LinkageFault(
            "SX-LINK-QUOTE",
            "a quote is never closed",
            place + " line " + rowLine,
            "",
            "close it, or double quotes within a cell");
      }
      if (c == '"') {
        c = read();
        if (c != '"') {
          return c;
        }
      }
      if (c == '\n') {
        line++;
      }
      append((char) c);
    }
  }

  private int read() throws IOException {
    if (position == limit) {
      boolean first = limit == 0 && line == 1;
      try {
        limit = reader.read(buffer, 0, buffer.length);
      } catch (CharacterCodingException e) {
        throw new LinkageFault(
            "SX-LINK-UTF8",
            "the bytes are not UTF-8",
            place + " after line " + line,
            "",
            "convert the table to UTF-8");
      }
      position = 0;
      if (limit <= 0) {
        limit = 0;
        return -1;
      }
      if (first && buffer[0] == BYTE_ORDER_MARK) {
        position = 1;
        return read();
      }
    }
    return buffer[position++];
  }

  private void append(char c) {
    if (rowLength == row.length) {
      row = Arrays.copyOf(row, row.length * 2);
    }
    row[rowLength++] = c;
  }

  private void endCell() {
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
    return place + " line " + rowLine;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}

package dev.sextant.linkage.table;

import dev.sextant.linkage.LinkageFault;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Cells of delimited text in UTF-8 (RFC 4180, with line feeds or carriage returns alone allowed
 * too), one at a time, without a string for each. White space round an unquoted cell is kept: the
 * table trims.
 */
public final class CellReader implements Closeable {
  private static final int EOF = -1;

  private final Reader in;
  private final String place;
  private final char delimiter;
  private final boolean quotes;
  private final char[] buffer = new char[1 << 16];
  private int at;
  private int end;
  private char[] cell = new char[256];
  private int length;
  private long line = 1;
  private boolean rowEnds;
  private boolean afterDelimiter;

  CellReader(Reader in, String place, char delimiter) {
    this(in, place, delimiter, true);
  }

  private CellReader(Reader in, String place, char delimiter, boolean quotes) {
    this.in = in;
    this.place = place;
    this.delimiter = delimiter;
    this.quotes = quotes;
  }

  /**
   * Opens a table that somebody brings: parted as its name and its first line say, cells quoted or
   * not.
   *
   * @throws LinkageFault {@code SX-LINK-FILE} if there is no such file
   * @throws IOException if the file cannot be read
   */
  public static CellReader table(Path file) throws IOException {
    readable(file);
    return open(file, delimiter(file), true);
  }

  /**
   * Opens a table that this library wrote: parted by tabs, cells as they stand.
   *
   * @throws LinkageFault {@code SX-LINK-FILE} if there is no such file
   * @throws IOException if the file cannot be read
   */
  public static CellReader tabs(Path file) throws IOException {
    readable(file);
    return open(file, '\t', false);
  }

  private static void readable(Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new LinkageFault(
          "SX-LINK-FILE", "there is no such file", "table", file.toString(), "check the path");
    }
  }

  private static CellReader open(Path file, char delimiter, boolean quotes) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    in.mark(3);
    if (in.read() != 0xEF || in.read() != 0xBB || in.read() != 0xBF) {
      in.reset();
    }
    InputStreamReader text =
        new InputStreamReader(
            in,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    return new CellReader(text, String.valueOf(file.getFileName()), delimiter, quotes);
  }

  private static char delimiter(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (name.endsWith(".tsv") || name.endsWith(".tab") || name.endsWith(".txt")) {
      return '\t';
    }
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(8192), StandardCharsets.ISO_8859_1);
      int ends = head.indexOf('\n');
      String first = ends < 0 ? head : head.substring(0, ends);
      if (first.indexOf(',') >= 0) {
        return ',';
      }
      return first.indexOf(';') >= 0 ? ';' : first.indexOf('\t') >= 0 ? '\t' : ',';
    }
  }

  /** The name of the file, for a fault. */
  public String place() {
    return place;
  }

  /** The line that the last cell ended on, from 1. */
  public long line() {
    return line;
  }

  /** The characters of the last cell; only the first {@link #length} count. */
  public char[] text() {
    return cell;
  }

  /** How long the last cell is. */
  public int length() {
    return length;
  }

  /** Whether the last cell was its row's last. */
  public boolean rowEnds() {
    return rowEnds;
  }

  /** Reads the next cell; false at the end of the file. */
  public boolean next() throws IOException {
    if (rowEnds) {
      line++;
    }
    length = 0;
    rowEnds = false;
    int c = read();
    if (c == EOF) {
      if (afterDelimiter) {
        afterDelimiter = false;
        rowEnds = true;
        return true;
      }
      return false;
    }
    if (quotes && c == '"') {
      quoted();
      return true;
    }
    while (c != delimiter && c != '\n' && c != '\r' && c != EOF) {
      add((char) c);
      c = read();
    }
    finish(c);
    return true;
  }

  private void quoted() throws IOException {
    long opened = line;
    while (true) {
      int c = read();
      if (c == EOF) {
        throw new LinkageFault(
            "SX-LINK-QUOTE",
            "a quoted cell is never closed",
            place + ", line " + opened,
            "",
            "close the quote, or double quotes inside the cell");
      }
      if (c != '"') {
        if (c == '\n') {
          line++;
        }
        add((char) c);
        continue;
      }
      c = read();
      if (c == '"') {
        add('"');
      } else if (c == delimiter || c == '\n' || c == '\r' || c == EOF) {
        finish(c);
        return;
      } else {
        throw new LinkageFault(
            "SX-LINK-QUOTE",
            "text follows the quote that closes a cell",
            place + ", line " + line,
            new String(cell, 0, Math.min(length, 40)),
            "double quotes inside a quoted cell");
      }
    }
  }

  private void finish(int c) throws IOException {
    afterDelimiter = c == delimiter;
    if (c == delimiter) {
      return;
    }
    rowEnds = true;
    if (c == '\r') {
      int following = read();
      if (following != '\n' && following != EOF) {
        at--;
      }
    }
  }

  private void add(char c) {
    if (length == cell.length) {
      cell = Arrays.copyOf(cell, length * 2);
    }
    cell[length++] = c;
  }

  private int read() throws IOException {
    if (at == end) {
      try {
        end = in.read(buffer, 0, buffer.length);
      } catch (CharacterCodingException e) {
        throw new LinkageFault(
            "SX-LINK-UTF8",
            "the bytes are not UTF-8",
            place + ", after line " + line,
            "",
            "save the table as UTF-8",
            e);
      }
      at = 0;
      if (end <= 0) {
        end = 0;
        return EOF;
      }
    }
    return buffer[at++];
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

package dev.sextant.linkage.table;

import dev.sextant.linkage.LinkageFault;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;

/**
 * Cells of delimited text (RFC 4180, with line feeds or carriage returns alone allowed too), one at
 * a time, without a string for each. White space round an unquoted cell is kept: the table trims.
 */
final class CellReader {
  private static final int EOF = -1;

  private final Reader in;
  private final String place;
  private final char delimiter;
  private final char[] buffer = new char[1 << 16];
  private int at;
  private int end;
  private char[] cell = new char[256];
  private int length;
  private long line = 1;
  private boolean rowEnds;
  private boolean afterDelimiter;

  CellReader(Reader in, String place, char delimiter) {
    this.in = in;
    this.place = place;
    this.delimiter = delimiter;
  }

  /** The line that the last cell ended on, from 1. */
  long line() {
    return line;
  }

  char[] text() {
    return cell;
  }

  int length() {
    return length;
  }

  /** Whether the last cell was its row's last. */
  boolean rowEnds() {
    return rowEnds;
  }

  /** Reads the next cell; false at the end of the file. */
  boolean next() throws IOException {
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
    if (c == '"') {
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
}

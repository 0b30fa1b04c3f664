package dev.sextant.records.reader.archive;

import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.Source;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of delimited text (RFC 4180, UTF-8) with their byte ranges. Cells keep their blanks and line
 * ends, since they are what people wrote.
 */
public final class CsvBytes implements Closeable {
  /** Cells a row may have; more is an attack. */
  private static final int MOST_CELLS = 10_000;

  /**
   * One row.
   *
   * @param number line at which it begins, from 1
   * @param from first byte
   * @param to byte after the last, the line end not included
   * @param cells as written, without their quotation marks
   * @param fault why it cannot be used, or null
   */
  public record Line(
      long number, long from, long to, List<String> cells, @Nullable ReadFault fault) {
    /** True if every cell is blank. */
    public boolean blank() {
      return fault == null && cells.stream().allMatch(String::isBlank);
    }
  }

  private final BufferedInputStream in;
  private final int delimiter;
  private final int longest;
  private long at;
  private long line = 1;
  private long bad;
  private int pushed = -2;

  private final ByteArrayOutputStream cell = new ByteArrayOutputStream();
  private int kept;

  private CsvBytes(InputStream bytes, char delimiter, int longest) {
    this.in = new BufferedInputStream(bytes, 1 << 16);
    this.delimiter = delimiter;
    this.longest = longest;
  }

  /** Opens a part; tab, semicolon or comma separates, whichever its first line has most of. */
  public static CsvBytes of(Source.Part part, int longest) throws IOException {
    String head = ArchiveReader.head(part);
    int end = head.indexOf('\n');
    String first = end < 0 ? head : head.substring(0, end);
    char best = ',';
    for (char c : new char[] {';', '\t'}) {
      if (count(first, c) > count(first, best)) {
        best = c;
      }
    }
    CsvBytes rows = new CsvBytes(part.open(), best, longest);
    rows.mark();
    return rows;
  }

  private static long count(String text, char c) {
    return text.chars().filter(x -> x == c).count();
  }

  private void mark() throws IOException {
    in.mark(3);
    byte[] start = in.readNBytes(3);
    if (start.length == 3
        && start[0] == (byte) 0xEF
        && start[1] == (byte) 0xBB
        && start[2] == (byte) 0xBF) {
      at = 3;
    } else {
      in.reset();
    }
  }

  private int read() throws IOException {
    int b = pushed == -2 ? in.read() : pushed;
    pushed = -2;
    if (b >= 0) {
      at++;
    }
    return b;
  }

  private int peek() throws IOException {
    if (pushed == -2) {
      pushed = in.read();
    }
    return pushed;
  }

  /** Cells so far that were not UTF-8. */
  public long bad() {
    return bad;
  }

  /** The next row, or null at the end. */
  public @Nullable Line next() throws IOException {
    if (peek() < 0) {
      return null;
    }
    long from = at;
    long number = line;
    List<String> cells = new ArrayList<>();
    kept = 0;
    boolean closed = true;
    long to;
    while (true) {
      cell.reset();
      if (peek() == '"') {
        read();
        closed &= quoted();
      }
      to = plain();
      if (cells.size() < MOST_CELLS) {
        cells.add(decoded());
      }
      int b = read();
      if (b != delimiter) {
        if (b == '\r' && peek() == '\n') {
          read();
        }
        line++;
        break;
      }
    }
    return new Line(number, from, to, List.copyOf(cells), fault(cells.size(), closed));
  }

  private @Nullable ReadFault fault(int cells, boolean closed) {
    if (kept > longest || cells >= MOST_CELLS) {
      return new ReadFault(ReadFault.LIMIT, "a row longer than " + longest + " bytes");
    }
    return closed ? null : new ReadFault(ReadFault.TRUNCATED, "a quotation without an end");
  }

  /* Up to the delimiter or the line's end; both stay. */
  private long plain() throws IOException {
    int b = peek();
    while (b >= 0 && b != delimiter && b != '\n' && b != '\r') {
      keep(read());
      b = peek();
    }
    return at;
  }

  private boolean quoted() throws IOException {
    while (true) {
      int b = read();
      if (b < 0) {
        return false;
      }
      if (b == '"') {
        if (peek() != '"') {
          return true;
        }
        read();
      } else if (b == '\n') {
        line++;
      }
      keep(b);
    }
  }

  private void keep(int b) {
    if (kept++ < longest) {
      cell.write(b);
    }
  }

  private String decoded() {
    byte[] bytes = cell.toByteArray();
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      bad++; // Shown with U+FFFD; the reader tells how many cells were so.
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

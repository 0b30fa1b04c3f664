package dev.sextant.records.reader.mapping;

import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.StrayNuls;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of delimited text (RFC 4180), with any one delimiter and quotation mark and the line ends of
 * any system; text after a closing quotation mark is taken as it stands, and so is a mark within a
 * cell that does not begin with one.
 */
final class DelimitedGrid implements Grid {
  /** More cells in a row than any table has; further ones are passed over. */
  private static final int MOST_CELLS = 20_000;

  private final CharText text;
  private final int delimiter;
  private final int quote;
  private final @Nullable String comments;
  private final int longest;
  private final StringBuilder cell = new StringBuilder();
  private List<Cell> cells = new ArrayList<>();
  private long line = 1;
  private int length;
  private boolean unclosed;
  private int nulIn;
  private int lineEnd;

  /**
   * @param dialect what stands between and around cells
   * @param comments what a line begins with that is no row, or null
   * @param longest longest row kept, in characters
   */
  DelimitedGrid(CharText text, Dialect dialect, @Nullable String comments, int longest) {
    this.text = text;
    this.delimiter = dialect.delimiter();
    this.quote = dialect.quote();
    this.comments = comments;
    this.longest = longest;
  }

  /**
   * What stands between and around cells.
   *
   * @param delimiter between
   * @param quote around; -1 if nothing does
   */
  record Dialect(int delimiter, int quote) {}

  @Override
  public @Nullable Line next() throws IOException {
    if (text.peek() < 0) {
      return null;
    }
    long from = text.at();
    long number = line;
    cells = new ArrayList<>();
    length = 0;
    unclosed = false;
    nulIn = 0;
    boolean more = true;
    while (more) {
      more = cell();
    }
    long to = text.at() - lineEnd;
    String first = cells.isEmpty() ? "" : cells.getFirst().text();
    boolean comment = comments != null && first.startsWith(comments);
    return new Line(
        number, from, to, Long.toString(number), List.copyOf(cells), null, comment, fault());
  }

  private @Nullable ReadFault fault() {
    if (length > longest) {
      return new ReadFault(ReadFault.LIMIT, "a row longer than " + longest + " characters");
    }
    if (unclosed) {
      return new ReadFault(ReadFault.TRUNCATED, "a quotation without an end");
    }
    return nulIn > 0 ? StrayNuls.fault(nulIn) : null;
  }

  /** Reads one cell and what ends it; true if the row goes on. */
  private boolean cell() throws IOException {
    while (text.peek() == ' ' && delimiter != ' ') {
      text.next();
      length++;
    }
    cell.setLength(0);
    long from = text.at();
    if (quote >= 0 && text.peek() == quote) {
      text.next();
      quoted();
    }
    while (true) {
      long to = text.at();
      if (endOfLine()) {
        add(from, to);
        return false;
      }
      int c = text.next();
      if (c == delimiter) {
        add(from, to);
        return true;
      }
      keep(c);
    }
  }

  /** Consumes a line end or the end of the text, remembering how many bytes it took. */
  private boolean endOfLine() throws IOException {
    int c = text.peek();
    if (c >= 0 && c != '\n' && c != '\r') {
      return false;
    }
    long before = text.at();
    if (c >= 0) {
      text.next();
      if (c == '\r' && text.peek() == '\n') {
        text.next();
      }
      line++;
    }
    lineEnd = (int) (text.at() - before);
    return true;
  }

  private void quoted() throws IOException {
    while (true) {
      int c = text.next();
      if (c < 0) {
        unclosed = true;
        return;
      }
      if (c == quote) {
        if (text.peek() != quote) {
          return;
        }
        text.next();
      } else if (c == '\n') {
        line++;
      }
      keep(c);
    }
  }

  private void keep(int c) {
    if (c == 0 && nulIn == 0) {
      nulIn = cells.size() + 1;
    }
    if (length++ < longest) {
      cell.appendCodePoint(c);
    }
  }

  private void add(long from, long to) {
    length++;
    if (length <= longest && cells.size() < MOST_CELLS) {
      cells.add(new Cell(cell.toString().strip(), from, to));
    }
  }

  @Override
  public long replaced() {
    return text.replaced();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}

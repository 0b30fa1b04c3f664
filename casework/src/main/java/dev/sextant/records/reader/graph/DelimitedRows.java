package dev.sextant.records.reader.graph;

import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.StrayNuls;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of delimited text: RFC 4180 with any one delimiter, line ends of any system, and text after
 * a closing quotation mark taken as it stands. With a blank as delimiter, any run of blanks and
 * tabs separates, and those at the ends of a line do not.
 */
public final class DelimitedRows implements Rows {
  private final DecodedText text;
  private final char delimiter;
  private final boolean comments;
  private final int longest;
  private long line = 1;

  private final StringBuilder cell = new StringBuilder();
  private List<Row.Cell> cells = new ArrayList<>();
  private int length;
  private boolean unclosed;
  private int nulIn;

  /**
   * @param text the characters
   * @param delimiter between cells
   * @param comments true if lines that begin with {@code #} or {@code %} are comments
   * @param longest longest row kept, in characters
   */
  public DelimitedRows(DecodedText text, char delimiter, boolean comments, int longest) {
    this.text = text;
    this.delimiter = delimiter;
    this.comments = comments;
    this.longest = longest;
  }

  @Override
  public @Nullable Row next() throws IOException {
    if (text.peek() < 0) {
      return null;
    }
    long from = text.at();
    long number = line;
    cells = new ArrayList<>();
    length = 0;
    unclosed = false;
    nulIn = 0;
    if (comments && (text.peek() == '#' || text.peek() == '%')) {
      text.next();
      String said = toLineEnd();
      return new Row(number, from, text.at() - lineEnd(), List.of(), said, null);
    }
    boolean more = true;
    while (more) {
      more = cell();
    }
    long to = text.at();
    to -= lineEnd();
    return new Row(number, from, to, List.copyOf(cells), null, fault());
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

  private int consumedLineEnd;

  private int lineEnd() {
    return consumedLineEnd;
  }

  private String toLineEnd() throws IOException {
    cell.setLength(0);
    while (!endOfLine()) {
      int c = text.next();
      if (cell.length() < longest) {
        cell.appendCodePoint(c);
      }
    }
    return cell.toString().strip();
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
    consumedLineEnd = (int) (text.at() - before);
    return true;
  }

  /** Reads one cell and what ends it; true if the row goes on. */
  private boolean cell() throws IOException {
    skipBlanks();
    if (delimiter == ' ' && endOfLine()) {
      return false;
    }
    cell.setLength(0);
    long from = text.at();
    if (text.peek() == '"') {
      text.next();
      quoted();
    }
    long to = text.at();
    while (true) {
      to = text.at();
      if (endOfLine()) {
        add(from, to);
        return false;
      }
      int c = text.next();
      if (c == delimiter || (delimiter == ' ' && c == '\t')) {
        add(from, to);
        return true;
      }
      keep(c);
    }
  }

  private void skipBlanks() throws IOException {
    while (text.peek() == ' ' || (text.peek() == '\t' && delimiter != '\t')) {
      text.next();
      length++;
    }
  }

  private void quoted() throws IOException {
    while (true) {
      int c = text.next();
      if (c < 0) {
        unclosed = true;
        return;
      }
      if (c == '"') {
        if (text.peek() != '"') {
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
    if (length <= longest) {
      cells.add(new Row.Cell(cell.toString().strip(), from, to));
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

package dev.sextant.records.reader.graph;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The lines of a text, each with its byte range; constant memory however long a line is. */
final class LineCursor implements Closeable {
  private final DecodedText text;
  private final int longest;
  private long number;

  /**
   * @param text the characters
   * @param longest longest line kept, in characters, so that a file without a line end does not
   *     fill the memory
   */
  LineCursor(DecodedText text, int longest) {
    this.text = text;
    this.longest = longest;
  }

  /**
   * One line.
   *
   * @param number from 1
   * @param from first byte
   * @param to byte after the last, the line end not included
   * @param text the characters; only the first ones if it is too long
   * @param cut true if it is too long
   */
  record Line(long number, long from, long to, String text, boolean cut) {
    /** The words between blanks. */
    java.util.List<String> words() {
      String stripped = text.strip();
      return stripped.isEmpty()
          ? java.util.List.of()
          : java.util.List.of(stripped.split("\\s+", -1));
    }
  }

  /** The next line, or null at the end. A line end at the very end begins no further line. */
  @Nullable Line next() throws IOException {
    if (text.peek() < 0) {
      return null;
    }
    long from = text.at();
    StringBuilder line = new StringBuilder();
    boolean cut = false;
    long to = from;
    while (true) {
      to = text.at();
      int c = text.next();
      if (c < 0 || c == '\n') {
        break;
      }
      if (c == '\r') {
        if (text.peek() == '\n') {
          text.next();
        }
        break;
      }
      if (line.length() < longest) {
        line.appendCodePoint(c);
      } else {
        cut = true;
      }
    }
    return new Line(++number, from, to, line.toString(), cut);
  }

  /** How many characters could not be decoded so far. */
  long replaced() {
    return text.replaced();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}

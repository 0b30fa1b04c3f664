package dev.sextant.records.reader;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a UTF-8 text with their byte ranges. Lines end at LF; a CR before it and a
 * byte-order mark at the start belong to no line's text.
 */
public final class TextLines implements Closeable {
  /**
   * One line.
   *
   * @param text decoded; bytes that are not UTF-8 are shown as U+FFFD
   * @param number from 1
   * @param from first byte
   * @param to byte after the last, without the line's end
   * @param whole false if it was longer than the limit and the rest was passed over
   */
  public record Line(String text, long number, long from, long to, boolean whole) {}

  private final RawLines lines;
  private long number;
  private long bad;

  /**
   * Reads bytes from their start.
   *
   * @param limit longest line kept, in bytes
   */
  public TextLines(InputStream in, int limit) {
    this.lines = new RawLines(in, limit);
  }

  /** Lines so far that held bytes which are not UTF-8. */
  public long badLines() {
    return bad;
  }

  /** The next line, or null at the end. */
  public @Nullable Line line() throws IOException {
    RawLines.Line raw = lines.line();
    if (raw == null) {
      return null;
    }
    number++;
    int length = raw.bytes().length;
    long to = raw.to();
    boolean last = raw.next() == to; // No line end was read that a CR could belong to.
    if (raw.whole() && last && length > 0 && raw.bytes()[length - 1] == '\r') {
      length--;
      to--;
    }
    return new Line(decode(raw.bytes(), length), number, raw.from(), to, raw.whole());
  }

  private String decode(byte[] content, int length) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(content, 0, length))
          .toString();
    } catch (CharacterCodingException e) {
      bad++; // Shown with U+FFFD; the reader tells how many lines were so.
      return new String(content, 0, length, StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}

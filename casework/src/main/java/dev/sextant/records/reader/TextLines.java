package dev.sextant.records.reader;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a UTF-8 text with their byte ranges. Lines end at LF; a CR before it and a
 * byte-order mark at the start belong to no line's text.
 */
public final class TextLines implements Closeable {
  private static final int BUFFER = 1 << 16;

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

  private final InputStream in;
  private final int limit;
  private final LineBytes bytes = new LineBytes();
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private long base;
  private long number;
  private long bad;

  /**
   * Reads bytes from their start.
   *
   * @param limit longest line kept, in bytes
   */
  public TextLines(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** Lines so far that held bytes which are not UTF-8. */
  public long badLines() {
    return bad;
  }

  private int next() throws IOException {
    if (at == end) {
      base += end;
      at = 0;
      end = Math.max(0, in.read(buffer, 0, BUFFER));
      if (end == 0) {
        return -1;
      }
    }
    return buffer[at++] & 0xff;
  }

  /** The next line, or null at the end. */
  public @Nullable Line line() throws IOException {
    bytes.length = 0;
    long from = base + at;
    int b = next();
    if (b < 0) {
      return null;
    }
    boolean whole = true;
    while (b >= 0 && b != '\n') {
      if (bytes.length < limit) {
        bytes.add((byte) b);
      } else {
        whole = false;
      }
      b = next();
    }
    long to = base + at - (b == '\n' ? 1 : 0);
    number++;
    int start = 0;
    if (number == 1 && bytes.startsWithMark()) {
      start = 3;
    }
    int length = bytes.length;
    if (whole && length > start && bytes.content[length - 1] == '\r') {
      length--;
      to--;
    }
    return new Line(decode(bytes.content, start, length), number, from + start, to, whole);
  }

  private String decode(byte[] content, int start, int end) {
    ByteBuffer range = ByteBuffer.wrap(content, start, end - start);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(range).toString();
    } catch (CharacterCodingException e) {
      bad++; // Shown with U+FFFD; the reader tells how many lines were so.
      return new String(content, start, end - start, StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Room for one line, used again for the next. */
  private static final class LineBytes {
    private byte[] content = new byte[256];
    private int length;

    private void add(byte b) {
      if (length == content.length) {
        content = Arrays.copyOf(content, length * 2);
      }
      content[length++] = b;
    }

    private boolean startsWithMark() {
      return length >= 3
          && content[0] == (byte) 0xEF
          && content[1] == (byte) 0xBB
          && content[2] == (byte) 0xBF;
    }
  }
}

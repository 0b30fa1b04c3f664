package dev.sextant.records.reader;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a part as bytes, undecoded, with their ranges: for formats whose character set is
 * told inside the lines or changes between them. Lines end at LF; a CR before it belongs to the
 * end.
 */
public final class RawLines implements Closeable {
  private static final int BUFFER = 1 << 16;

  /**
   * One line.
   *
   * @param bytes without the line's end
   * @param from first byte within the part
   * @param to byte after the last, without the line's end
   * @param next byte after the line's end
   * @param whole false if it was longer than the limit and the rest was passed over
   */
  public record Line(byte[] bytes, long from, long to, long next, boolean whole) {
    /** True if nothing stands in it. */
    public boolean empty() {
      return bytes.length == 0;
    }
  }

  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[BUFFER];
  private byte[] line = new byte[256];
  private int at;
  private int end;
  private long base;

  /**
   * Reads bytes from their start; a byte-order mark of UTF-8 belongs to no line.
   *
   * @param limit longest line kept, in bytes
   */
  public RawLines(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
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
    long from = base + at;
    int length = 0;
    boolean whole = true;
    int b = next();
    if (b < 0) {
      return null;
    }
    while (b >= 0 && b != '\n') {
      if (length < limit) {
        if (length == line.length) {
          line = Arrays.copyOf(line, length * 2);
        }
        line[length++] = (byte) b;
      } else {
        whole = false;
      }
      b = next();
    }
    long after = base + at;
    long to = b == '\n' ? after - 1 : after;
    if (whole && b == '\n' && length > 0 && line[length - 1] == '\r') {
      length--;
      to--;
    }
    int start = 0;
    if (from == 0
        && length >= 3
        && line[0] == (byte) 0xEF
        && line[1] == (byte) 0xBB
        && line[2] == (byte) 0xBF) {
      start = 3;
    }
    return new Line(Arrays.copyOfRange(line, start, length), from + start, to, after, whole);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

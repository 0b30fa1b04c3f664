package dev.sextant.records.reader.mapping;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The characters of a text in any character set without shift states, each with the place of its
 * first byte. Bytes below 0x80 are themselves (but in UTF-16 and UTF-32, and after the first byte
 * of a longer character); every other character is decoded by itself, since the JDK's decoders read
 * ahead and do not say where a character stood.
 */
final class CharText implements Closeable {
  /** What stands for bytes that are no character. */
  static final int REPLACEMENT = 0xFFFD;

  private static final int BUFFER = 1 << 16;

  /** No character of any set is longer, in bytes. */
  private static final int LONGEST = 8;

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final boolean wide;
  private final byte[] buffer = new byte[BUFFER];
  private final CharBuffer out = CharBuffer.allocate(2);
  private int position;
  private int filled;
  private boolean ended;
  private long consumed;
  private int peeked = -2;
  private long peekedAt;
  private long replaced;

  /**
   * @param in the bytes from the very start
   * @param charset how to read them
   * @param mark length of the byte order mark to pass over
   */
  CharText(InputStream in, Charset charset, int mark) throws IOException {
    this.in = in;
    this.wide = charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    fill();
    advance(Math.min(mark, filled));
  }

  /** The character set of that name, if its characters can be told one by one. */
  static boolean supported(Charset charset) {
    String name = charset.name();
    return !name.startsWith("ISO-2022")
        && !name.startsWith("x-ISO-2022")
        && !name.startsWith("x-JIS")
        && !name.equals("UTF-7")
        && !name.startsWith("IBM")
        && !name.startsWith("x-IBM")
        && "a,;\"\n".equals(new String("a,;\"\n".getBytes(StandardCharsets.US_ASCII), charset))
            | name.startsWith("UTF-16")
            | name.startsWith("UTF-32");
  }

  /** The next character as a code point, or -1 at the end. */
  int next() throws IOException {
    if (peeked != -2) {
      int c = peeked;
      peeked = -2;
      return c;
    }
    return decode();
  }

  /** The character that {@link #next} will return. */
  int peek() throws IOException {
    if (peeked == -2) {
      peekedAt = consumed;
      peeked = decode();
    }
    return peeked;
  }

  /** Byte offset of the character that {@link #next} will return. */
  long at() {
    return peeked == -2 ? consumed : peekedAt;
  }

  /** How many characters could not be read and stand as U+FFFD. */
  long replaced() {
    return replaced;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private int decode() throws IOException {
    if (filled - position < LONGEST && !ended) {
      fill();
    }
    if (position == filled) {
      return -1;
    }
    int first = buffer[position];
    if (first >= 0 && !wide) {
      advance(1);
      return first;
    }
    int most = Math.min(LONGEST, filled - position);
    for (int n = 1; n <= most; n++) {
      out.clear();
      decoder.reset();
      ByteBuffer step = ByteBuffer.wrap(buffer, position, n);
      CoderResult result = decoder.decode(step, out, false);
      if (result.isError()) {
        return bad(Math.max(1, Math.min(n, result.length())));
      }
      if (out.position() > 0) {
        out.flip();
        advance(n - step.remaining());
        return Character.codePointAt(out, 0);
      }
    }
    return bad(most);
  }

  private int bad(int bytes) {
    replaced++;
    advance(bytes);
    return REPLACEMENT;
  }

  private void advance(int bytes) {
    position += bytes;
    consumed += bytes;
  }

  private void fill() throws IOException {
    System.arraycopy(buffer, position, buffer, 0, filled - position);
    filled -= position;
    position = 0;
    int n = in.readNBytes(buffer, filled, BUFFER - filled);
    ended = n < BUFFER - filled;
    filled += n;
  }
}

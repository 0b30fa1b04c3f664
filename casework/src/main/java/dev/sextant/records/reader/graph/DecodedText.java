package dev.sextant.records.reader.graph;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;

/**
 * The characters of a text, one by one, each with the place of its first byte. The JDK's decoders
 * read ahead and do not say where a character stood; locators need it.
 */
public final class DecodedText implements Closeable {
  /** What stands for bytes that are no character, as Unicode recommends. */
  public static final int REPLACEMENT = 0xFFFD;

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final TextEncoding.Form form;
  private final byte[] buffer = new byte[BUFFER];
  private final char[] codePage;
  private int position;
  private int filled;
  private long consumed;
  private int peeked = -2;
  private long peekedAt;
  private long replaced;

  /**
   * @param in the bytes from the very start, byte order mark included
   * @param encoding how to read them
   */
  public DecodedText(InputStream in, TextEncoding encoding) throws IOException {
    this.in = in;
    this.form = encoding.form();
    this.codePage =
        switch (form) {
          case WINDOWS_1252 -> codePage("windows-1252");
          case WINDOWS_1251 -> codePage("windows-1251");
          case UTF_8, UTF_16LE, UTF_16BE -> new char[0];
        };
    for (int i = 0; i < encoding.mark(); i++) {
      nextByte();
    }
  }

  private static char[] codePage(String name) {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    return Charset.forName(name).decode(ByteBuffer.wrap(all)).toString().toCharArray();
  }

  /** The next character as a code point, or -1 at the end. */
  public int next() throws IOException {
    if (peeked != -2) {
      int c = peeked;
      peeked = -2;
      return c;
    }
    return decode();
  }

  /** The character that {@link #next} will return. */
  public int peek() throws IOException {
    if (peeked == -2) {
      peekedAt = consumed;
      peeked = decode();
    }
    return peeked;
  }

  /** Byte offset of the character that {@link #next} will return. */
  public long at() {
    return peeked == -2 ? consumed : peekedAt;
  }

  /** How many characters could not be read and stand as U+FFFD. */
  public long replaced() {
    return replaced;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private int decode() throws IOException {
    return switch (form) {
      case UTF_8 -> utf8();
      case WINDOWS_1252, WINDOWS_1251 -> {
        int b = nextByte();
        yield b < 0 ? -1 : codePage[b];
      }
      case UTF_16LE, UTF_16BE -> utf16();
    };
  }

  private int utf8() throws IOException {
    int first = nextByte();
    if (first < 0x80) {
      return first;
    }
    int due = TextEncoding.Utf8.following(first);
    if (due == 0) {
      return bad();
    }
    int low = TextEncoding.Utf8.lowestSecond(first);
    int high = TextEncoding.Utf8.highestSecond(first);
    int c = first & (0x3F >> due);
    for (int i = 0; i < due; i++) {
      int b = peekByte();
      if (b < low || b > high) {
        return bad();
      }
      nextByte();
      c = c << 6 | b & 0x3F;
      low = 0x80;
      high = 0xBF;
    }
    return c;
  }

  private int utf16() throws IOException {
    int unit = unit();
    if (unit < 0 || !Character.isSurrogate((char) unit)) {
      return unit;
    }
    if (!Character.isHighSurrogate((char) unit)) {
      return bad();
    }
    int low = unit();
    if (low < 0 || !Character.isLowSurrogate((char) low)) {
      return bad();
    }
    return Character.toCodePoint((char) unit, (char) low);
  }

  private int unit() throws IOException {
    int a = nextByte();
    if (a < 0) {
      return -1;
    }
    int b = nextByte();
    if (b < 0) {
      return bad();
    }
    return form == TextEncoding.Form.UTF_16LE ? b << 8 | a : a << 8 | b;
  }

  private int bad() {
    replaced++;
    return REPLACEMENT;
  }

  private int nextByte() throws IOException {
    int b = peekByte();
    if (b >= 0) {
      position++;
      consumed++;
    }
    return b;
  }

  private int peekByte() throws IOException {
    if (position == filled) {
      filled = in.readNBytes(buffer, 0, BUFFER);
      position = 0;
      if (filled == 0) {
        return -1;
      }
    }
    return buffer[position] & 0xFF;
  }
}

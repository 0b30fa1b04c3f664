package dev.sextant.records.reader.json;

import dev.sextant.records.reader.LoneSurrogates;
import dev.sextant.records.reader.ReadFault;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lexer under {@link JsonStream}: bytes with a position, texts, words. */
final class ByteReader implements Closeable {
  private static final int BUFFER = 1 << 17;

  /** Field names repeat: those up to this length are made once. */
  private static final int REMEMBERED_LENGTH = 48;

  private static final int REMEMBERED = 1 << 9;

  /** Eight bytes at a place, the first lowest. */
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Times a byte, that byte eight times. */
  private static final long EACH = 0x0101010101010101L;

  /** The highest bit of each byte. */
  private static final long HIGH = 0x8080808080808080L;

  private static final boolean[] WORD = new boolean[256];

  static {
    for (int b = 0; b < 256; b++) {
      WORD[b] = Character.isLetterOrDigit(b) || b == '-' || b == '+' || b == '.';
    }
  }

  /** A word (number, true) longer than this is no JSON of any exporter. */
  private static final int MAX_WORD = 400;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private final @Nullable String[] remembered = new @Nullable String[REMEMBERED];
  private int at;
  private int end;
  private long base;
  private long leniencies;

  ByteReader(InputStream in) {
    this.in = in;
  }

  long leniencies() {
    return leniencies;
  }

  long position() {
    return base + at;
  }

  JsonBroken broken(String code, String what) {
    return new JsonBroken(code, what, position());
  }

  private boolean fill() throws IOException {
    base += end;
    at = 0;
    end = Math.max(0, in.read(buffer, 0, BUFFER));
    return end > 0;
  }

  int peek() throws IOException {
    return at < end || fill() ? buffer[at] & 0xff : -1;
  }

  int next() throws IOException {
    int b = peek();
    if (b >= 0) {
      at++;
    }
    return b;
  }

  void byteOrderMark() throws IOException {
    int first = peek();
    if (first == 0xEF) {
      next();
      if (next() != 0xBB || next() != 0xBF) {
        throw new JsonBroken(ReadFault.CHARSET, "not UTF-8", 0);
      }
      leniencies++;
    } else if (first == 0xFF || first == 0xFE || first == 0) {
      throw new JsonBroken(ReadFault.CHARSET, "UTF-16 or binary, not UTF-8", 0);
    }
  }

  int peekPastSpace() throws IOException {
    do {
      int i = at;
      while (i < end) {
        int b = buffer[i] & 0xff;
        if (b == '\n' && i + Long.BYTES < end) {
          i += 1 + spaces(i + 1);
        } else if (b > ' ' || (b != ' ' && b != '\n' && b != '\r' && b != '\t')) {
          at = i;
          return b;
        } else {
          i++;
        }
      }
      at = i;
    } while (fill());
    return -1;
  }

  /* Exporters indent: how many of the eight bytes from here are blanks, in one look. What differs
   * from eight blanks has its first bit set in the first byte that is none. */
  private int spaces(int from) {
    long different = (long) EIGHT.get(buffer, from) ^ ' ' * EACH;
    return Long.numberOfTrailingZeros(different) >>> 3;
  }

  void skipPast(char mark) throws IOException {
    int b = next();
    while (b != mark) {
      if (b < 0) {
        throw broken(ReadFault.MALFORMED, "no value after the name");
      }
      b = next();
    }
  }

  void expectPastSpace(char wanted) throws IOException {
    int b = peekPastSpace();
    if (b != wanted) {
      throw b < 0
          ? broken(ReadFault.TRUNCATED, "the bytes end in the middle")
          : broken(ReadFault.MALFORMED, "expected '" + wanted + "'");
    }
    at++;
  }

  /** Takes a comma (true) or the closing bracket (false). */
  boolean commaOr(char close) throws IOException {
    int b = peekPastSpace();
    if (b == ',') {
      at++;
      return true;
    }
    expectPastSpace(close);
    return false;
  }

  String word() throws IOException {
    int from = at;
    while (at < end && WORD[buffer[at] & 0xff]) {
      at++;
    }
    if (at < end && at > from && at - from <= MAX_WORD) {
      return new String(buffer, from, at - from, StandardCharsets.ISO_8859_1);
    }
    at = from;
    return wordAcross();
  }

  /* A word that reaches over the end of the buffer, or is none. */
  private String wordAcross() throws IOException {
    StringBuilder out = new StringBuilder();
    int b = peek();
    while (b >= 0 && WORD[b]) {
      out.append((char) b);
      at++;
      if (out.length() > MAX_WORD) {
        throw broken(ReadFault.MALFORMED, "neither a value nor a bracket");
      }
      b = peek();
    }
    if (out.isEmpty()) {
      throw broken(ReadFault.MALFORMED, "neither a value nor a bracket");
    }
    return out.toString();
  }

  void skipString() throws IOException {
    expectPastSpace('"');
    while (true) {
      int i = at;
      while (i < end && buffer[i] != '"' && buffer[i] != '\\') {
        i++;
      }
      at = i;
      int b = next();
      if (b == '"') {
        return;
      }
      if (b == '\\') {
        b = next();
      }
      if (b < 0) {
        throw broken(ReadFault.TRUNCATED, "the bytes end in the middle of a text");
      }
    }
  }

  /** The name of a field. */
  String name(int maxBytes) throws IOException {
    expectPastSpace('"');
    int hash = 0;
    int most = Math.min(end, at + REMEMBERED_LENGTH);
    for (int i = at; i < most; i++) {
      int b = buffer[i];
      if (b == '"') {
        return remembered(hash, i);
      }
      if (b < 0x20 || b == '\\') {
        break; // Not plain ASCII (bytes above it are negative).
      }
      hash = hash * 31 + b;
    }
    return text(maxBytes);
  }

  private String remembered(int hash, int to) {
    int slot = (hash ^ hash >>> 15) & REMEMBERED - 1;
    String known = remembered[slot];
    int length = to - at;
    if (known == null || !same(known, length)) {
      known =
          new String(buffer, at, length, StandardCharsets.ISO_8859_1)
              .intern(); // Code asks by literals.
      remembered[slot] = known;
    }
    at = to + 1;
    return known;
  }

  private boolean same(String known, int length) {
    if (known.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (known.charAt(i) != buffer[at + i]) {
        return false;
      }
    }
    return true;
  }

  String string(int maxBytes) throws IOException {
    expectPastSpace('"');
    return text(maxBytes);
  }

  /* Nearly all texts lie whole in the buffer and have no escapes: they are decoded in one go. */
  private String text(int maxBytes) throws IOException {
    int i = at;
    long beyond = 0;
    while (i + Long.BYTES <= end) {
      long eight = (long) EIGHT.get(buffer, i);
      long ends = ends(eight);
      if (ends != 0) {
        beyond |= eight & Long.lowestOneBit(ends) - 1;
        i += Long.numberOfTrailingZeros(ends) >>> 3;
        break;
      }
      beyond |= eight;
      i += Long.BYTES;
    }
    int bits = (beyond & HIGH) == 0 ? 0 : -1;
    while (i < end) {
      int b = buffer[i];
      if (b == '"') {
        String whole = whole(i, bits < 0, maxBytes);
        if (whole != null) {
          at = i + 1;
          return whole;
        }
        break;
      }
      if (b == '\\' || (b >= 0 && b < 0x20)) {
        break;
      }
      bits |= b;
      i++;
    }
    return textByParts(maxBytes);
  }

  /* The highest bit of each byte that a plain text does not hold: a quotation mark, a backslash, a
   * control character. Bytes above the first of them may be marked in error (a borrow passes on),
   * so only the lowest counts. A byte is zero, or below a bound, if taking one, or the bound, from
   * it sets its highest bit, which was not set before (Hacker's Delight, 2nd ed., 6-1). */
  private static long ends(long eight) {
    long quote = eight ^ '"' * EACH;
    long slash = eight ^ '\\' * EACH;
    long below = eight - ' ' * EACH & ~eight;
    return (below | quote - EACH & ~quote | slash - EACH & ~slash) & HIGH;
  }

  /* Null if the bytes up to here need the careful way. */
  private @Nullable String whole(int to, boolean beyondAscii, int maxBytes) {
    int length = to - at;
    if (length > maxBytes) {
      return null;
    }
    if (!beyondAscii) {
      return new String(buffer, at, length, StandardCharsets.ISO_8859_1);
    }
    String decoded = new String(buffer, at, length, StandardCharsets.UTF_8);
    return decoded.indexOf('\uFFFD') < 0 ? decoded : null;
  }

  private String textByParts(int maxBytes) throws IOException {
    long from = position();
    StringBuilder out = new StringBuilder();
    while (true) {
      plain(out);
      if (position() - from > maxBytes) {
        throw broken(ReadFault.LIMIT, "a text larger than " + maxBytes + " bytes");
      }
      int b = next();
      if (b == '"') {
        return paired(out);
      }
      if (b < 0) {
        throw broken(ReadFault.TRUNCATED, "the bytes end in the middle of a text");
      }
      if (b == '\\') {
        escape(out);
      } else if (b < 0x80) {
        if (b < 0x20) {
          leniencies++;
        }
        out.append((char) b);
      } else {
        severalBytes(out, b);
      }
    }
  }

  /* Takes what lies in the buffer up to the next byte that is not plain ASCII. */
  private void plain(StringBuilder out) {
    int i = at;
    while (i < end && buffer[i] >= 0x20 && buffer[i] != '"' && buffer[i] != '\\') {
      i++;
    }
    if (i > at) {
      out.append(new String(buffer, at, i - at, StandardCharsets.ISO_8859_1));
      at = i;
    }
  }

  private void escape(StringBuilder out) throws IOException {
    int b = next();
    switch (b) {
      case '"', '\\', '/' -> out.append((char) b);
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'u' -> out.append((char) hex(4));
      case 'x' -> {
        leniencies++;
        out.append((char) hex(2));
      }
      case -1 -> throw broken(ReadFault.TRUNCATED, "the bytes end in the middle of a text");
      default -> throw broken(ReadFault.MALFORMED, "an escape that JSON does not have");
    }
  }

  private int hex(int digits) throws IOException {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int b = next();
      int digit = b < 0 ? -1 : Character.digit(b, 16);
      if (digit < 0) {
        throw b < 0
            ? broken(ReadFault.TRUNCATED, "the bytes end in the middle of a text")
            : broken(ReadFault.MALFORMED, "an escape that JSON does not have");
      }
      value = value * 16 + digit;
    }
    return value;
  }

  /* Decodes one character by RFC 3629; a byte that does not fit becomes U+FFFD and the next byte
   * starts afresh, so that a bad byte never swallows a quotation mark. */
  private void severalBytes(StringBuilder out, int lead) throws IOException {
    int more = lead >= 0xF0 && lead <= 0xF4 ? 3 : lead >= 0xE0 ? 2 : 1;
    int point = lead & (0x3F >> more);
    boolean good = lead >= 0xC2 && lead <= 0xF4;
    for (int i = 0; good && i < more; i++) {
      int b = peek();
      good = b >= 0x80 && b <= 0xBF;
      if (good) {
        point = point << 6 | (b & 0x3F);
        at++;
      }
    }
    boolean shortest = more == 1 || (more == 2 ? point >= 0x800 : point >= 0x10000);
    boolean scalar = point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
    if (good && shortest && scalar) {
      out.appendCodePoint(point);
    } else {
      leniencies++;
      out.append('\uFFFD');
    }
  }

  private String paired(StringBuilder out) {
    leniencies += LoneSurrogates.show(out);
    return out.toString();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

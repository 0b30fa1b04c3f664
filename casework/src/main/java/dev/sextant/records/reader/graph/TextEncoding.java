package dev.sextant.records.reader.graph;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How a text's bytes stand for characters, and how it is known.
 *
 * @param form the encoding
 * @param mark length of the byte order mark in bytes, 0 if there is none
 */
public record TextEncoding(Form form, int mark) {
  /** The encodings that table and graph programs write. */
  public enum Form {
    /** UTF-8, RFC 3629. */
    UTF_8,
    /** UTF-16, low byte first. */
    UTF_16LE,
    /** UTF-16, high byte first. */
    UTF_16BE,
    /** Windows code page 1252, the fallback for bytes that are no UTF-8. */
    WINDOWS_1252,
    /** Windows code page 1251, Cyrillic; only where something says so. */
    WINDOWS_1251
  }

  /**
   * Decides over a whole text: its byte order mark, else a zero byte in every second place, else
   * whether all of it is UTF-8.
   *
   * @param cut true if the bytes may end in the middle of a character because only the start of the
   *     text is given
   */
  public static TextEncoding of(InputStream bytes, boolean cut) throws IOException {
    BufferedInputStream in = new BufferedInputStream(bytes, 1 << 16);
    in.mark(512);
    byte[] start = in.readNBytes(512);
    in.reset();
    TextEncoding marked = byMark(start);
    if (marked != null) {
      return marked;
    }
    Form wide = wide(start);
    if (wide != null) {
      return new TextEncoding(wide, 0);
    }
    return new TextEncoding(isUtf8(in, cut) ? Form.UTF_8 : Form.WINDOWS_1252, 0);
  }

  /** Decides over the first bytes of a text. */
  public static TextEncoding of(byte[] head, boolean cut) {
    byte[] start = Arrays.copyOf(head, Math.min(head.length, 512));
    TextEncoding marked = byMark(start);
    if (marked != null) {
      return marked;
    }
    Form wide = wide(start);
    if (wide != null) {
      return new TextEncoding(wide, 0);
    }
    Utf8 utf8 = new Utf8();
    for (byte b : head) {
      if (!utf8.takes(b & 0xFF)) {
        return new TextEncoding(Form.WINDOWS_1252, 0);
      }
    }
    return new TextEncoding(utf8.ends(cut) ? Form.UTF_8 : Form.WINDOWS_1252, 0);
  }

  private static @Nullable TextEncoding byMark(byte[] b) {
    if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
      return new TextEncoding(Form.UTF_8, 3);
    }
    if (b.length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
      return new TextEncoding(Form.UTF_16LE, 2);
    }
    if (b.length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
      return new TextEncoding(Form.UTF_16BE, 2);
    }
    return null;
  }

  /* Latin text in UTF-16 has a zero in every second byte; text in UTF-8 has none at all. */
  private static @Nullable Form wide(byte[] b) {
    int even = 0;
    int odd = 0;
    for (int i = 0; i + 1 < b.length; i += 2) {
      even += b[i] == 0 ? 1 : 0;
      odd += b[i + 1] == 0 ? 1 : 0;
    }
    int pairs = b.length / 2;
    if (pairs >= 4 && odd > pairs * 0.6 && even < pairs * 0.1) {
      return Form.UTF_16LE;
    }
    return pairs >= 4 && even > pairs * 0.6 && odd < pairs * 0.1 ? Form.UTF_16BE : null;
  }

  private static boolean isUtf8(InputStream in, boolean cut) throws IOException {
    Utf8 utf8 = new Utf8();
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (!utf8.takes(b)) {
        return false;
      }
    }
    return utf8.ends(cut);
  }

  /** The ranges of RFC 3629, section 4. */
  static final class Utf8 {
    private int due;
    private int low = 0x80;
    private int high = 0xBF;

    private Utf8() {}

    /** False if a byte cannot stand here. */
    private boolean takes(int b) {
      if (due > 0) {
        boolean fits = b >= low && b <= high;
        low = 0x80;
        high = 0xBF;
        due--;
        return fits;
      }
      if (b >= 0x80) {
        due = following(b);
        low = lowestSecond(b);
        high = highestSecond(b);
        return due > 0;
      }
      return true;
    }

    /** False if the bytes end in the middle of a character and were not cut. */
    private boolean ends(boolean cut) {
      return cut || due == 0;
    }

    /** How many bytes follow this first byte of a longer character; 0 if it cannot be one. */
    static int following(int first) {
      if (first >= 0xC2 && first <= 0xDF) {
        return 1;
      }
      if (first >= 0xE0 && first <= 0xEF) {
        return 2;
      }
      return first >= 0xF0 && first <= 0xF4 ? 3 : 0;
    }

    /** The lowest second byte after this first byte. */
    static int lowestSecond(int first) {
      return switch (first) {
        case 0xE0 -> 0xA0;
        case 0xF0 -> 0x90;
        default -> 0x80;
      };
    }

    /** The highest second byte after this first byte. */
    static int highestSecond(int first) {
      return switch (first) {
        case 0xED -> 0x9F;
        case 0xF4 -> 0x8F;
        default -> 0xBF;
      };
    }
  }
}

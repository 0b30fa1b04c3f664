package dev.sextant.records.reader.mapping;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import dev.sextant.records.reader.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * In which character set a table's text is, and how it is known.
 *
 * @param charset the set
 * @param mark length of the byte order mark in bytes
 * @param how in words, for the note
 */
record Charsets(Charset charset, int mark, String how) {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int PROBE = 512;

  /** Decides over the first 64 KiB of a part, for a first look. */
  static Charsets ofHead(Source.Part part) throws IOException {
    byte[] head = part.head();
    Charsets marked = byMark(head);
    if (marked != null) {
      return marked;
    }
    Charset wide = wide(head);
    if (wide != null) {
      return new Charsets(wide, 0, "by zero bytes in every second place");
    }
    try (CharText text = new CharText(new ByteArrayInputStream(head), StandardCharsets.UTF_8, 0)) {
      boolean utf8 = isUtf8(text);
      return utf8
          ? new Charsets(StandardCharsets.UTF_8, 0, "all of it is UTF-8")
          : byStatistics(head);
    }
  }

  /** Decides over a whole part; a name that the profile gives stands. */
  static Charsets of(Source.Part part, @Nullable String named) throws IOException {
    byte[] head = part.head();
    Charsets marked = byMark(head);
    if (named != null) {
      Charset charset = Charset.forName(named);
      int mark = marked != null && family(marked.charset, charset) ? marked.mark : 0;
      return new Charsets(
          mark > 0 && marked != null ? marked.charset : charset, mark, "as the profile says");
    }
    if (marked != null) {
      return marked;
    }
    Charset wide = wide(head);
    if (wide != null) {
      return new Charsets(wide, 0, "by zero bytes in every second place");
    }
    return isUtf8(part)
        ? new Charsets(StandardCharsets.UTF_8, 0, "all of it is UTF-8")
        : byStatistics(head);
  }

  private static boolean family(Charset marked, Charset named) {
    return named.name().startsWith(marked.name()) || marked.name().startsWith(named.name());
  }

  private static @Nullable Charsets byMark(byte[] b) {
    if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
      return new Charsets(StandardCharsets.UTF_8, 3, "by its byte order mark");
    }
    if (b.length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
      return new Charsets(StandardCharsets.UTF_16LE, 2, "by its byte order mark");
    }
    if (b.length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
      return new Charsets(StandardCharsets.UTF_16BE, 2, "by its byte order mark");
    }
    return null;
  }

  /* In UTF-16 a comma, a blank and a line end have a zero in every second byte, in any script; text
   * in other sets has none at all. */
  private static @Nullable Charset wide(byte[] b) {
    int even = 0;
    int odd = 0;
    int length = Math.min(PROBE, b.length);
    for (int i = 0; i + 1 < length; i += 2) {
      even += b[i] == 0 ? 1 : 0;
      odd += b[i + 1] == 0 ? 1 : 0;
    }
    int pairs = length / 2;
    double some = pairs * 0.03;
    if (pairs >= 4 && odd > some && even * 10 < odd) {
      return StandardCharsets.UTF_16LE;
    }
    return pairs >= 4 && even > some && odd * 10 < even ? StandardCharsets.UTF_16BE : null;
  }

  private static boolean isUtf8(Source.Part part) throws IOException {
    try (InputStream in = part.open();
        CharText text = new CharText(in, StandardCharsets.UTF_8, 0)) {
      return isUtf8(text);
    }
  }

  private static boolean isUtf8(CharText text) throws IOException {
    for (int c = text.next(); c >= 0; c = text.next()) {
      if (text.replaced() > 0) {
        // A character cut off by the very end is a truncation and not another set.
        return text.next() < 0;
      }
    }
    return true;
  }

  /* ICU's statistics, over the first 64 KiB; what they cannot tell is taken for windows-1252, in
   * which every byte is some character. */
  private static Charsets byStatistics(byte[] head) {
    CharsetDetector detector = new CharsetDetector();
    detector.setText(head);
    for (CharsetMatch match : detector.detectAll()) {
      String name = match.getName();
      if (!name.startsWith("UTF") && Charset.isSupported(name)) {
        Charset charset = name.equals("ISO-8859-1") ? WINDOWS_1252 : Charset.forName(name);
        if (CharText.supported(charset) && match.getConfidence() >= 20) {
          return new Charsets(
              charset, 0, "by statistics, confidence " + match.getConfidence() + " of 100");
        }
      }
    }
    return new Charsets(WINDOWS_1252, 0, "since it is no UTF-8 and statistics tell nothing");
  }
}

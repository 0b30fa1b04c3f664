package dev.sextant.records.reader.chat.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A mail or a part of one, as a range of the mail's bytes; RFC 2045 and 2046, with what real
 * mailers get wrong: boundaries that never close, parts without fields, unknown encodings.
 *
 * @param headers its fields
 * @param type its content type
 * @param from first byte of the body within the mail
 * @param to byte after the last
 * @param parts of a multipart, else empty
 */
record Entity(Headers headers, Worded type, int from, int to, List<Entity> parts) {
  /**
   * Reads the structure of a range.
   *
   * @param depth how deep parts may stand in one another; deeper ones are taken as they stand
   */
  static Entity of(byte[] bytes, int from, int to, int depth) {
    Headers headers = Headers.of(bytes, from, to);
    Worded type = Worded.of(headers.get("Content-Type"));
    int body = Math.min(headers.bodyFrom(), to);
    List<Entity> parts = new ArrayList<>();
    String boundary = type.get("boundary");
    if (type.value().startsWith("multipart/") && boundary != null && depth > 0) {
      split(bytes, body, to, boundary, depth, parts);
    }
    return new Entity(headers, type, body, to, List.copyOf(parts));
  }

  private static void split(
      byte[] bytes, int from, int to, String boundary, int depth, List<Entity> parts) {
    byte[] mark = ("--" + boundary).getBytes(StandardCharsets.UTF_8);
    int begun = -1;
    int at = from;
    while (at < to) {
      int end = Headers.lineEnd(bytes, at, to);
      if (matches(bytes, at, end, mark)) {
        if (begun >= 0) {
          parts.add(of(bytes, begun, beforeBreak(bytes, begun, at), depth - 1));
        }
        begun = Math.min(to, end + 1);
        if (closes(bytes, at + mark.length, end)) {
          return;
        }
      }
      at = end + 1;
    }
    if (begun >= 0 && begun < to) {
      parts.add(of(bytes, begun, to, depth - 1)); // The closing boundary is missing.
    }
  }

  private static boolean matches(byte[] bytes, int from, int end, byte[] mark) {
    if (end - from < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if (bytes[from + i] != mark[i]) {
        return false;
      }
    }
    int rest = from + mark.length;
    return rest == end || bytes[rest] == '-' || bytes[rest] <= ' ';
  }

  private static boolean closes(byte[] bytes, int from, int end) {
    return end - from >= 2 && bytes[from] == '-' && bytes[from + 1] == '-';
  }

  /* The line break before a boundary belongs to the boundary. */
  private static int beforeBreak(byte[] bytes, int from, int at) {
    int end = at;
    if (end > from && bytes[end - 1] == '\n') {
      end--;
    }
    return end > from && bytes[end - 1] == '\r' ? end - 1 : end;
  }

  /** The type without parameters; plain text if none is said. */
  String kind() {
    return type.value().isEmpty() || !type.value().contains("/") ? "text/plain" : type.value();
  }

  /** The name of the file it is, or null. */
  @Nullable String fileName() {
    String name = Worded.of(headers.get("Content-Disposition")).get("filename");
    String said = name == null ? type.get("name") : name;
    return said == null || said.isBlank() ? null : Headers.decode(said);
  }

  /** True if it is words to be read in the mail itself. */
  boolean inlineText() {
    boolean attached = Worded.of(headers.get("Content-Disposition")).value().equals("attachment");
    return !attached
        && fileName() == null
        && (kind().equals("text/plain")
            || kind().equals("text/html")
            || kind().equals("text/enriched"));
  }

  /** The transfer encoding in lower case; empty if none is said. */
  String encoding() {
    String said = headers.get("Content-Transfer-Encoding");
    return said == null ? "" : said.strip().toLowerCase(Locale.ROOT);
  }

  /** The bytes that the body stands for, opened. */
  InputStream content(byte[] bytes) {
    InputStream raw = new ByteArrayInputStream(bytes, from, to - from);
    return switch (encoding()) {
      case "base64" -> new Base64InputStream(raw, DecodeMonitor.SILENT);
      case "quoted-printable" -> new QuotedPrintableInputStream(raw, DecodeMonitor.SILENT);
      default -> raw;
    };
  }

  /**
   * The words of the body.
   *
   * @param quotedFrom true where {@code >From } at the start of a line stands for {@code From }
   */
  String text(byte[] bytes, boolean quotedFrom) throws IOException {
    byte[] plain;
    try (InputStream in = content(bytes)) {
      plain = in.readAllBytes();
    }
    String text = Charsets.decode(plain, type.get("charset")).replace("\r\n", "\n");
    boolean encoded = encoding().equals("base64") || encoding().equals("quoted-printable");
    // A mailbox's writer escapes lines as they stand, so encoded bodies were escaped before it.
    return quotedFrom && !encoded ? text.replaceAll("(?m)^>(>*From )", "$1") : text;
  }
}

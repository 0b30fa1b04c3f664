package dev.sextant.records.reader.chat.vcard;

import dev.sextant.records.reader.chat.mail.Charsets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.jspecify.annotations.Nullable;

/**
 * One property of a card, unfolded: {@code group.NAME;PARAM=value:value}.
 *
 * @param group before the dot, or the empty text
 * @param name in upper case
 * @param parameters by name in upper case; 2.1's bare words stand under TYPE
 * @param raw the value's bytes
 */
record ContentLine(String group, String name, Map<String, List<String>> parameters, byte[] raw) {
  /** Reads a line, or null if it has no colon. */
  static @Nullable ContentLine of(byte[] line) {
    int colon = -1;
    boolean quoted = false;
    for (int i = 0; i < line.length && colon < 0; i++) {
      quoted ^= line[i] == '"';
      if (line[i] == ':' && !quoted) {
        colon = i;
      }
    }
    if (colon <= 0) {
      return null;
    }
    List<String> words = split(Charsets.decode(java.util.Arrays.copyOf(line, colon), null), ';');
    String full = words.getFirst().strip();
    int dot = full.indexOf('.');
    String name = full.substring(dot + 1).toUpperCase(Locale.ROOT);
    if (!name.matches("[A-Z0-9_-]{1,60}")) {
      return null;
    }
    Map<String, List<String>> parameters = new TreeMap<>();
    for (String word : words.subList(1, words.size())) {
      int equals = word.indexOf('=');
      String key = equals < 0 ? bare(word) : word.substring(0, equals).strip();
      List<String> into =
          parameters.computeIfAbsent(key.toUpperCase(Locale.ROOT), k -> new ArrayList<>());
      for (String value : split(word.substring(equals + 1), ',')) {
        into.add(value.replace("\"", "").strip());
      }
    }
    return new ContentLine(
        dot < 0 ? "" : full.substring(0, dot),
        name,
        parameters,
        java.util.Arrays.copyOfRange(line, colon + 1, line.length));
  }

  /* vCard 2.1 writes TEL;CELL: and PHOTO;BASE64: without naming the parameter. */
  private static String bare(String word) {
    return switch (word.strip().toUpperCase(Locale.ROOT)) {
      case "QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT" -> "ENCODING";
      default -> "TYPE";
    };
  }

  private static List<String> split(String text, char at) {
    List<String> out = new ArrayList<>();
    StringBuilder one = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (c == at && !quoted) {
        out.add(one.toString());
        one.setLength(0);
      } else {
        one.append(c);
      }
    }
    out.add(one.toString());
    return out;
  }

  private boolean encoded(String first, String second) {
    return parameters.getOrDefault("ENCODING", List.of()).stream()
        .anyMatch(e -> e.equalsIgnoreCase(first) || e.equalsIgnoreCase(second));
  }

  /** True if the value is quoted-printable. */
  boolean quotedPrintable() {
    return encoded("QUOTED-PRINTABLE", "Q");
  }

  /** True if the value is base64. */
  boolean base64() {
    return encoded("BASE64", "B");
  }

  /** All types that the line gives, in lower case. */
  List<String> types() {
    return parameters.getOrDefault("TYPE", List.of()).stream()
        .map(t -> t.toLowerCase(Locale.ROOT))
        .toList();
  }

  /** A parameter's first value, or null. */
  @Nullable String parameter(String name) {
    List<String> values = parameters.get(name);
    return values == null || values.isEmpty() ? null : values.getFirst();
  }

  /** The value before its escapes are undone. */
  String value() {
    byte[] bytes = raw;
    if (quotedPrintable()) {
      try (InputStream in =
          new QuotedPrintableInputStream(new ByteArrayInputStream(raw), DecodeMonitor.SILENT)) {
        bytes = in.readAllBytes();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e); // Bytes in memory do not fail.
      }
    }
    return Charsets.decode(bytes, parameter("CHARSET"));
  }

  /** The components of a value split at a mark, escapes undone. */
  List<String> components(char at) {
    List<String> out = new ArrayList<>();
    StringBuilder one = new StringBuilder();
    String value = value();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        char next = value.charAt(++i);
        one.append(next == 'n' || next == 'N' ? '\n' : next);
      } else if (c == at) {
        out.add(one.toString().strip());
        one.setLength(0);
      } else {
        one.append(c);
      }
    }
    out.add(one.toString().strip());
    return out;
  }

  /** The whole value, escapes undone. */
  String text() {
    return components('\0').getFirst();
  }

  /** The bytes that the value holds inline: base64 or a data address; null if it holds none. */
  byte @Nullable [] inline() {
    String text = new String(raw, StandardCharsets.ISO_8859_1).strip();
    int comma = text.indexOf(',');
    boolean address = text.regionMatches(true, 0, "data:", 0, 5) && comma > 0;
    if (!base64() && !(address && text.substring(0, comma).endsWith(";base64"))) {
      return null;
    }
    try {
      return Base64.getMimeDecoder().decode(address ? text.substring(comma + 1) : text);
    } catch (IllegalArgumentException e) {
      return null; // Said to be base64 and is not: the text is kept as it stands.
    }
  }
}

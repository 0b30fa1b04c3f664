package dev.sextant.records.reader.chat.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A field's value with parameters: {@code text/plain; charset=utf-8}, and the continued and encoded
 * forms of RFC 2231 ({@code filename*0*=utf-8''...}).
 *
 * @param value before the first semicolon, lower case
 * @param parameters by name in lower case
 */
record Worded(String value, Map<String, String> parameters) {
  static Worded of(@Nullable String field) {
    if (field == null) {
      return new Worded("", Map.of());
    }
    int semicolon = field.indexOf(';');
    String value = (semicolon < 0 ? field : field.substring(0, semicolon)).strip();
    Map<String, String> plain = new TreeMap<>();
    Map<String, StringBuilder> pieces = new TreeMap<>();
    int at = semicolon;
    while (at >= 0 && at < field.length()) {
      int end = endOf(field, at + 1);
      String one = field.substring(at + 1, end);
      int equals = one.indexOf('=');
      if (equals > 0) {
        String name = one.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        String said = unquoted(one.substring(equals + 1).strip());
        int star = name.indexOf('*');
        if (star > 0) {
          boolean encoded = name.endsWith("*");
          pieces
              .computeIfAbsent(name.substring(0, star), n -> new StringBuilder())
              .append(encoded ? said : said.replace("%", "%25"));
        } else {
          plain.putIfAbsent(name, said);
        }
      }
      at = end;
    }
    pieces.forEach((name, text) -> plain.put(name, extended(text.toString())));
    return new Worded(value.toLowerCase(Locale.ROOT), plain);
  }

  private static int endOf(String field, int from) {
    boolean quoted = false;
    for (int i = from; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ';' && !quoted) {
        return i;
      }
    }
    return field.length();
  }

  static String unquoted(String text) {
    if (text.length() < 2 || text.charAt(0) != '"') {
      return text;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 1; i < text.length() && text.charAt(i) != '"'; i++) {
      if (text.charAt(i) == '\\' && i + 1 < text.length()) {
        i++;
      }
      out.append(text.charAt(i));
    }
    return out.toString();
  }

  /* charset'language'percent-encoded bytes. */
  private static String extended(String text) {
    int first = text.indexOf('\'');
    int second = first < 0 ? -1 : text.indexOf('\'', first + 1);
    String charset = second < 0 ? null : text.substring(0, first);
    String encoded = second < 0 ? text : text.substring(second + 1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      int high = i + 2 < encoded.length() && c == '%' ? hex(encoded.charAt(i + 1)) : -1;
      int low = high >= 0 ? hex(encoded.charAt(i + 2)) : -1;
      if (low >= 0) {
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return Charsets.decode(bytes.toByteArray(), charset);
  }

  private static int hex(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  /** A parameter, or null. */
  @Nullable String get(String name) {
    return parameters.get(name);
  }
}

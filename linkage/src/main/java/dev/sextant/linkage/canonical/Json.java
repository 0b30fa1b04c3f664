package dev.sextant.linkage.canonical;

import dev.sextant.linkage.LinkageFault;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads JSON in one form only: keys sorted by UTF-16 units, no spaces, as RFC 8785
 * orders it. Values are {@link Map} (String keys), {@link List}, {@link String}, {@link Integer},
 * {@link Long}, {@link Boolean}, null; for reports that nobody signs also {@link BigDecimal},
 * written plainly. Whole numbers that must survive any reader are within 2^53.
 */
public final class Json {
  /** Deeper nesting is refused: no document of ours comes near, and the reader recurses. */
  private static final int MAX_DEPTH = 64;

  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  /** The text of a value. */
  public static String write(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    append(out, value);
    return out.toString();
  }

  /** A fraction for a report: six decimals, trailing zeros cut; not a number is null. */
  public static @Nullable Object decimal(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.isNaN(value) ? null : value > 0 ? "infinity" : "-infinity";
    }
    return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN).stripTrailingZeros();
  }

  private static void append(StringBuilder out, @Nullable Object value) {
    switch (value) {
      case null -> out.append("null");
      case String s -> quote(out, s);
      case Integer i -> out.append(i.intValue());
      case Long l -> out.append(l.longValue());
      case Boolean b -> out.append(b.booleanValue());
      case BigDecimal d -> out.append(d.toPlainString());
      case Map<?, ?> map -> {
        out.append('{');
        String comma = "";
        for (Map.Entry<String, Object> entry : sorted(map).entrySet()) {
          out.append(comma);
          quote(out, entry.getKey());
          out.append(':');
          append(out, entry.getValue());
          comma = ",";
        }
        out.append('}');
      }
      case List<?> list -> {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
          if (i > 0) {
            out.append(',');
          }
          append(out, list.get(i));
        }
        out.append(']');
      }
      default -> throw new IllegalArgumentException("no JSON form: " + value.getClass());
    }
  }

  private static TreeMap<String, Object> sorted(Map<?, ?> map) {
    TreeMap<String, Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put((String) key, value));
    return sorted;
  }

  private static void quote(StringBuilder out, String s) {
    out.append('"');
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          if (c < 0x20) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  /**
   * Reads one document. Strict: what is read is exactly what {@link #write} prints for it, so that
   * two texts are never one document.
   *
   * @return maps, lists, strings, longs, booleans, nulls
   * @throws LinkageFault {@code SX-LINK-JSON} if the text is not such a document
   */
  public static @Nullable Object read(String text) {
    Json json = new Json(text);
    Object value = json.value(0);
    if (json.at != text.length()) {
      throw json.fault();
    }
    if (!write(value).equals(text)) {
      throw new LinkageFault(
          "SX-LINK-JSON",
          "the JSON is not in its one form",
          "offset 0",
          "",
          "give the document as it was written: sorted keys, no spaces");
    }
    return value;
  }

  private @Nullable Object value(int depth) {
    if (depth > MAX_DEPTH) {
      throw fault();
    }
    char c = peek();
    return switch (c) {
      case '{' -> object(depth);
      case '[' -> list(depth);
      case '"' -> string();
      case 't' -> word("true", Boolean.TRUE);
      case 'f' -> word("false", Boolean.FALSE);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, Object> object(int depth) {
    // TreeMap takes null values, and the document's order is the sorted one.
    TreeMap<String, Object> map = new TreeMap<>();
    at++;
    if (peek() == '}') {
      at++;
      return map;
    }
    while (true) {
      if (peek() != '"') {
        throw fault();
      }
      String key = string();
      expect(':');
      if (map.containsKey(key)) {
        throw fault();
      }
      put(map, key, value(depth + 1));
      if (peek() == '}') {
        at++;
        return map;
      }
      expect(',');
    }
  }

  @SuppressWarnings("NullAway") // A JSON null is a value here; TreeMap holds it.
  private static void put(TreeMap<String, Object> map, String key, @Nullable Object value) {
    map.put(key, value);
  }

  private List<@Nullable Object> list(int depth) {
    List<@Nullable Object> list = new ArrayList<>();
    at++;
    if (peek() == ']') {
      at++;
      return list;
    }
    while (true) {
      list.add(value(depth + 1));
      if (peek() == ']') {
        at++;
        return list;
      }
      expect(',');
    }
  }

  private String string() {
    StringBuilder out = new StringBuilder();
    at++;
    while (true) {
      char c = peek();
      at++;
      if (c == '"') {
        return out.toString();
      }
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char escaped = peek();
      at++;
      switch (escaped) {
        case '"', '\\' -> out.append(escaped);
        case 'n' -> out.append('\n');
        case 'r' -> out.append('\r');
        case 't' -> out.append('\t');
        case 'b' -> out.append('\b');
        case 'f' -> out.append('\f');
        case 'u' -> out.append(unit());
        default -> throw fault();
      }
    }
  }

  private char unit() {
    if (at + 4 > text.length()) {
      throw fault();
    }
    int unit = 0;
    for (int end = at + 4; at < end; at++) {
      int digit = Character.digit(text.charAt(at), 16);
      if (digit < 0) {
        throw fault();
      }
      unit = unit * 16 + digit;
    }
    return (char) unit;
  }

  private Long number() {
    int from = at;
    if (peek() == '-') {
      at++;
    }
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    try {
      return Long.valueOf(text.substring(from, at));
    } catch (NumberFormatException e) {
      at = from;
      throw fault();
    }
  }

  private @Nullable Boolean word(String word, @Nullable Boolean value) {
    if (!text.startsWith(word, at)) {
      throw fault();
    }
    at += word.length();
    return value;
  }

  private void expect(char c) {
    if (peek() != c) {
      throw fault();
    }
    at++;
  }

  private char peek() {
    if (at >= text.length()) {
      throw fault();
    }
    return text.charAt(at);
  }

  private LinkageFault fault() {
    return new LinkageFault(
        "SX-LINK-JSON",
        "the JSON breaks off or is not of the expected form",
        "offset " + at,
        "",
        "give the document as it was written");
  }
}

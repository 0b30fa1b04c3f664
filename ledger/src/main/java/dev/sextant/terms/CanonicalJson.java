package dev.sextant.terms;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which Sextant writes what it signs or hashes: JSON with sorted keys, no spaces and
 * whole numbers only, as RFC 8785 orders it. Values are {@link Map} (String keys), {@link List},
 * {@link String}, {@link Long}, {@link Integer}, {@link Boolean} and null. Fractions are written as
 * strings by those who have them: two programs must never differ in a digit.
 *
 * <p>Reading is strict: what {@link #read} accepts is exactly what {@link #write} prints.
 */
public final class CanonicalJson {
  /** Deeper nesting is refused: no document of ours comes near, and the reader recurses. */
  private static final int MAX_DEPTH = 64;

  private CanonicalJson() {}

  /** The bytes of a value, UTF-8. */
  public static byte[] write(@Nullable Object value) {
    return text(value).getBytes(StandardCharsets.UTF_8);
  }

  /** The text of a value. */
  public static String text(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    append(out, value, 0);
    return out.toString();
  }

  private static void append(StringBuilder out, @Nullable Object value, int depth) {
    if (depth > MAX_DEPTH) {
      throw new BadValue(
          "SX-TERMS-JSON", "canonical JSON", "depth " + depth, "nest at most 64 deep");
    }
    switch (value) {
      case null -> out.append("null");
      case String s -> quote(out, s);
      case Long l -> out.append(l.longValue());
      case Integer i -> out.append(i.intValue());
      case Boolean b -> out.append(b.booleanValue());
      case Map<?, ?> map -> object(out, map, depth);
      case List<?> list -> {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
          if (i > 0) {
            out.append(',');
          }
          append(out, list.get(i), depth + 1);
        }
        out.append(']');
      }
      default ->
          throw new BadValue(
              "SX-TERMS-JSON",
              "canonical JSON",
              value.getClass().getName(),
              "use maps, lists, strings, whole numbers");
    }
  }

  private static void object(StringBuilder out, Map<?, ?> map, int depth) {
    out.append('{');
    boolean first = true;
    for (Map.Entry<?, ?> entry : sorted(map).entrySet()) {
      if (!first) {
        out.append(',');
      }
      first = false;
      quote(out, (String) entry.getKey());
      out.append(':');
      append(out, entry.getValue(), depth + 1);
    }
    out.append('}');
  }

  /* RFC 8785 sorts by UTF-16 code units, which is String's own order: a map that has it is taken as it
   * is, since a verifier writes millions of entries that it has just read. */
  private static Map<?, ?> sorted(Map<?, ?> map) {
    if (map instanceof SortedMap<?, ?> ordered && ordered.comparator() == null) {
      return ordered;
    }
    TreeMap<String, @Nullable Object> sorted = new TreeMap<>();
    map.forEach((k, v) -> sorted.put((String) k, v));
    return sorted;
  }

  private static boolean plain(char c) {
    return c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
  }

  private static void quote(StringBuilder out, String s) {
    out.append('"');
    int run = 0;
    while (run < s.length() && plain(s.charAt(run))) {
      run++;
    }
    out.append(s, 0, run);
    for (int i = run; i < s.length(); i++) {
      char c = s.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20) {
            out.append(String.format("\\u%04x", (int) c));
          } else if (Character.isSurrogate(c) && !paired(s, i)) {
            // A lone surrogate has no UTF-8 form; evidence can hold one, so it is shown, not lost.
            out.append('\uFFFD');
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean paired(String s, int i) {
    return Character.isHighSurrogate(s.charAt(i))
        ? i + 1 < s.length() && Character.isLowSurrogate(s.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(s.charAt(i - 1));
  }

  /**
   * Reads a document.
   *
   * @throws BadValue with the byte offset if the bytes are not canonical JSON
   */
  public static @Nullable Object read(byte[] bytes) {
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
    } catch (CharacterCodingException e) {
      throw new BadValue(
          "SX-TERMS-JSON",
          "canonical JSON",
          "not UTF-8",
          "the file was altered or is another kind");
    }
    Parser parser = new Parser(text);
    Object value = parser.value(0);
    if (parser.at != text.length() || !text(value).equals(text)) {
      throw parser.bad("trailing or non-canonical text");
    }
    return value;
  }

  /** Reads a document whose root is an object. */
  @SuppressWarnings("unchecked")
  public static Map<String, @Nullable Object> readObject(byte[] bytes) {
    if (read(bytes) instanceof Map<?, ?> map) {
      return (Map<String, @Nullable Object>) map;
    }
    throw new BadValue(
        "SX-TERMS-JSON",
        "canonical JSON",
        "not an object",
        "the file was altered or is another kind");
  }

  private static final class Parser {
    private final String text;
    private int at;

    Parser(String text) {
      this.text = text;
    }

    BadValue bad(String what) {
      return new BadValue(
          "SX-TERMS-JSON",
          "canonical JSON",
          what + " at character " + at,
          "the file was altered or is another kind");
    }

    private char peek() {
      if (at >= text.length()) {
        throw bad("unexpected end");
      }
      return text.charAt(at);
    }

    private void expect(char c) {
      if (peek() != c) {
        throw bad("expected '" + c + "'");
      }
      at++;
    }

    private @Nullable Object word(String word, @Nullable Object value) {
      if (!text.startsWith(word, at)) {
        throw bad("unknown word");
      }
      at += word.length();
      return value;
    }

    @Nullable Object value(int depth) {
      if (depth > MAX_DEPTH) {
        throw bad("nested too deep");
      }
      return switch (peek()) {
        case '{' -> map(depth);
        case '[' -> list(depth);
        case '"' -> string();
        case 't' -> word("true", true);
        case 'f' -> word("false", false);
        case 'n' -> word("null", null);
        default -> number();
      };
    }

    private Map<String, @Nullable Object> map(int depth) {
      expect('{');
      TreeMap<String, @Nullable Object> map = new TreeMap<>();
      if (peek() == '}') {
        at++;
        return map;
      }
      while (true) {
        String key = string();
        expect(':');
        if (map.containsKey(key)) {
          throw bad("key twice");
        }
        map.put(key, value(depth + 1));
        if (peek() == '}') {
          at++;
          return Collections.unmodifiableSortedMap(map);
        }
        expect(',');
      }
    }

    private List<@Nullable Object> list(int depth) {
      expect('[');
      List<@Nullable Object> list = new ArrayList<>();
      if (peek() == ']') {
        at++;
        return list;
      }
      while (true) {
        list.add(value(depth + 1));
        if (peek() == ']') {
          at++;
          return Collections.unmodifiableList(list);
        }
        expect(',');
      }
    }

    private Long number() {
      int start = at;
      if (peek() == '-') {
        at++;
      }
      while (at < text.length() && Character.isDigit(text.charAt(at))) {
        at++;
      }
      try {
        return Long.valueOf(text.substring(start, at));
      } catch (NumberFormatException e) {
        throw bad("not a whole number");
      }
    }

    private String string() {
      expect('"');
      int run = at;
      while (run < text.length() && plain(text.charAt(run))) {
        run++;
      }
      if (run < text.length() && text.charAt(run) == '"') {
        String whole = text.substring(at, run);
        at = run + 1;
        return whole;
      }
      StringBuilder out = new StringBuilder();
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
        char escape = peek();
        at++;
        switch (escape) {
          case '"', '\\' -> out.append(escape);
          case 'b' -> out.append('\b');
          case 'f' -> out.append('\f');
          case 'n' -> out.append('\n');
          case 'r' -> out.append('\r');
          case 't' -> out.append('\t');
          case 'u' -> {
            if (at + 4 > text.length()) {
              throw bad("unexpected end");
            }
            try {
              out.append((char) Integer.parseInt(text, at, at + 4, 16));
            } catch (NumberFormatException e) {
              throw bad("bad escape");
            }
            at += 4;
          }
          default -> throw bad("bad escape");
        }
      }
    }
  }
}

package dev.sextant.training;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON as the platforms do: keys in the order given, indented, and on request with Meta's
 * way of writing UTF-8 bytes as if they were characters.
 */
final class ExportJson {
  private final StringBuilder out = new StringBuilder();
  private final String indent;
  private final boolean meta;

  private ExportJson(String indent, boolean meta) {
    this.indent = indent;
    this.meta = meta;
  }

  /** Text of a value, indented by this many blanks. */
  static String text(Object value, int blanks) {
    ExportJson json = new ExportJson(" ".repeat(blanks), false);
    json.value(value, 0);
    return json.out.toString();
  }

  /** Text of a value as Meta writes it: ASCII only, each byte of UTF-8 as one {@code \\u00XX}. */
  static String meta(Object value) {
    ExportJson json = new ExportJson("  ", true);
    json.value(value, 0);
    return json.out.toString();
  }

  /** An object: names and values in turn, null values left out. */
  static Map<String, Object> object(@Nullable Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      if (value != null) {
        object.put(String.valueOf(namesAndValues[i]), value);
      }
    }
    return object;
  }

  private void value(Object value, int depth) {
    switch (value) {
      case Map<?, ?> map -> object(map, depth);
      case List<?> list -> list(list, depth);
      case String text -> string(text);
      default -> out.append(value);
    }
  }

  private void object(Map<?, ?> map, int depth) {
    if (map.isEmpty()) {
      out.append("{}");
      return;
    }
    out.append('{');
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<?, ?> entry = entries.next();
      line(depth + 1);
      string(String.valueOf(entry.getKey()));
      out.append(": ");
      value(java.util.Objects.requireNonNull(entry.getValue()), depth + 1);
      out.append(entries.hasNext() ? "," : "");
    }
    line(depth);
    out.append('}');
  }

  private void list(List<?> list, int depth) {
    if (list.isEmpty()) {
      out.append("[]");
      return;
    }
    out.append('[');
    Iterator<?> values = list.iterator();
    while (values.hasNext()) {
      line(depth + 1);
      value(java.util.Objects.requireNonNull(values.next()), depth + 1);
      out.append(values.hasNext() ? "," : "");
    }
    line(depth);
    out.append(']');
  }

  private void line(int depth) {
    out.append('\n').append(indent.repeat(depth));
  }

  private void string(String text) {
    out.append('"');
    String written =
        meta
            ? new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
            : text;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || (meta && c >= 0x7F)) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}

package dev.sextant.disclosure.export;

import dev.sextant.terms.CanonicalJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as text, members in the order of the map, for formats that want numbers with fractions,
 * which the house's canonical JSON has not. One member a line, so that people can read it too.
 */
final class JsonText {
  private final StringBuilder out = new StringBuilder();

  private JsonText() {}

  /**
   * A number of the result's own digits.
   *
   * @param digits as JSON has it
   */
  record Number(String digits) {
    /** A finite double as Java prints it, or null where JSON has no word for it. */
    static @Nullable Number of(String value) {
      double number = Double.parseDouble(value);
      return Double.isFinite(number) ? new Number(Double.toString(number)) : null;
    }
  }

  static String lines(Object value) {
    JsonText text = new JsonText();
    text.write(value, "\n");
    return text.out.append('\n').toString();
  }

  /** In one line. */
  static String line(Object value) {
    JsonText text = new JsonText();
    text.write(value, "");
    return text.out.append('\n').toString();
  }

  private void write(@Nullable Object value, String indent) {
    switch (value) {
      case Map<?, ?> map -> map(map, indent);
      case List<?> list -> list(list, indent);
      case Number n -> out.append(n.digits());
      case Integer i -> out.append(i);
      case Long l -> out.append(l);
      case Boolean b -> out.append(b);
      case null -> out.append("null");
      default -> string(value.toString());
    }
  }

  private void map(Map<?, ?> map, String indent) {
    String deeper = indent.isEmpty() ? "" : indent + " ";
    String between = "{";
    for (Map.Entry<?, ?> member : map.entrySet()) {
      out.append(between).append(deeper);
      string(String.valueOf(member.getKey()));
      out.append(indent.isEmpty() ? ":" : ": ");
      write(member.getValue(), deeper);
      between = ",";
    }
    out.append(map.isEmpty() ? "{}" : indent + "}");
  }

  private void list(List<?> list, String indent) {
    String deeper = indent.isEmpty() ? "" : indent + " ";
    String between = "[";
    for (Object item : list) {
      out.append(between).append(deeper);
      write(item, deeper);
      between = ",";
    }
    out.append(list.isEmpty() ? "[]" : indent + "]");
  }

  private void string(String text) {
    out.append(
        new String(CanonicalJson.write(wellFormed(text)), java.nio.charset.StandardCharsets.UTF_8));
  }

  /* Half of a surrogate pair has no bytes in UTF-8. */
  private static String wellFormed(String text) {
    StringBuilder whole = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c ->
            whole.appendCodePoint(
                c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c));
    return whole.toString();
  }
}

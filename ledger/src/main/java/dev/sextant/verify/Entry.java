package dev.sextant.verify;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log as docs/formats/acts.md has it. A field that is missing reads as empty: what
 * must be there, the replay asks for.
 *
 * @param leaf its index
 * @param fields what it says
 */
record Entry(long leaf, Map<String, @Nullable Object> fields) {
  /** A text, empty if there is none. */
  String text(String name) {
    return text(fields, name);
  }

  /** A number, -1 if there is none. */
  long number(String name) {
    return number(fields, name);
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  /** A particular of the inputs, empty if there is none. */
  String input(String name) {
    return text(map("inputs"), name);
  }

  /** A particular of the outputs, empty if there is none. */
  String output(String name) {
    return text(map("outputs"), name);
  }

  long outputNumber(String name) {
    return number(map("outputs"), name);
  }

  Map<?, ?> map(String name) {
    return fields.get(name) instanceof Map<?, ?> map ? map : Map.of();
  }

  List<?> list(String name) {
    return fields.get(name) instanceof List<?> list ? list : List.of();
  }

  boolean is(String kind) {
    return kind.equals(fields.get("kind"));
  }

  boolean done() {
    return is("outcome") && "DONE".equals(fields.get("outcome"));
  }

  /** When, or null if it says no moment. */
  @Nullable Instant at() {
    return moment(text("at"));
  }

  static @Nullable Instant moment(String text) {
    try {
      return text.isEmpty() ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      return null; // The caller says what is missing.
    }
  }

  static String text(Map<?, ?> map, String name) {
    return map.get(name) instanceof String text ? text : "";
  }

  static long number(Map<?, ?> map, String name) {
    return map.get(name) instanceof Long number ? number : -1;
  }
}

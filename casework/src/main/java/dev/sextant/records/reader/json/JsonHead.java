package dev.sextant.records.reader.json;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which fields a JSON file shows in its first bytes, whatever order its writer puts them in: for
 * telling whose file it is. The bytes may end anywhere.
 *
 * @param shape the first bracket, or 0 if the text begins with none
 * @param keys the fields of the outermost object, or of the objects that the outermost array holds
 * @param all the fields at any depth
 */
public record JsonHead(char shape, Set<String> keys, Set<String> all) {
  /** Copies the sets. */
  public JsonHead {
    keys = Set.copyOf(keys);
    all = Set.copyOf(all);
  }

  /** Looks over the start of a file. */
  public static JsonHead of(String text) {
    return new Looking(text).head();
  }

  /** True if it begins as an object. */
  public boolean object() {
    return shape == '{';
  }

  /** True if it begins as an array. */
  public boolean array() {
    return shape == '[';
  }

  /** True if all of these are among the outermost fields. */
  public boolean has(String... names) {
    return keys.containsAll(List.of(names));
  }

  /** True if one of these is among the outermost fields. */
  public boolean hasAny(String... names) {
    return Arrays.stream(names).anyMatch(keys::contains);
  }

  /** True if all of these are fields somewhere. */
  public boolean holds(String... names) {
    return all.containsAll(List.of(names));
  }

  /** One pass over the text: a quoted text with a colon behind it is a field's name. */
  private static final class Looking {
    private final String text;
    private final Set<String> keys = new HashSet<>();
    private final Set<String> all = new HashSet<>();
    private int at;

    Looking(String text) {
      this.text = text;
    }

    JsonHead head() {
      at = text.startsWith("\uFEFF") ? 1 : 0;
      space();
      char first = at < text.length() ? text.charAt(at) : 0;
      if (first != '{' && first != '[') {
        return new JsonHead((char) 0, keys, all);
      }
      int outermost = first == '{' ? 1 : 2;
      int depth = 0;
      while (at < text.length()) {
        switch (text.charAt(at++)) {
          case '{', '[' -> depth++;
          case '}', ']' -> depth--;
          case '"' -> quoted(depth == outermost);
          default -> {
            // Between the brackets and texts nothing tells.
          }
        }
      }
      return new JsonHead(first, keys, all);
    }

    private void quoted(boolean outermost) {
      int from = at;
      while (at < text.length() && text.charAt(at) != '"') {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      if (at >= text.length()) {
        return;
      }
      int to = at++;
      space();
      if (at < text.length() && text.charAt(at) == ':') {
        String name = text.substring(from, to);
        all.add(name);
        if (outermost) {
          keys.add(name);
        }
      }
    }

    private void space() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }
  }
}

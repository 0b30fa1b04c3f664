package dev.sextant.records.reader.graph;

import dev.sextant.records.reader.FreeNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A node or edge element that has begun and not yet ended. */
final class XmlFrame {
  final boolean node;
  final long from;
  final Map<String, String> attributes;
  final Map<String, String> values = new LinkedHashMap<>();
  final Map<String, String> extra = new TreeMap<>();
  final List<String> starts = new ArrayList<>();
  final List<String> ends = new ArrayList<>();
  private final FreeNames freeValues = new FreeNames();
  private final FreeNames freeExtra = new FreeNames();

  XmlFrame(boolean node, long from, Map<String, String> attributes) {
    this.node = node;
    this.from = from;
    this.attributes = new HashMap<>(attributes);
  }

  /** Takes an attribute of the element away, so that what remains can be kept as extra. */
  String take(String name) {
    String value = attributes.remove(name);
    return value == null ? "" : value;
  }

  /** Takes the first of these values away, by name in any case; null if there is none. */
  @Nullable String takeValue(String... names) {
    for (String name : names) {
      for (String key : values.keySet()) {
        if (key.toLowerCase(Locale.ROOT).equals(name)) {
          return values.remove(key);
        }
      }
    }
    return null;
  }

  /** Keeps a value; where the name is taken, under a numbered one. */
  void keepValue(String name, String value) {
    values.put(freeValues.of(name, values::containsKey), value);
  }

  /** Keeps something else; where the name is taken, under a numbered one. */
  void keepExtra(String name, String value) {
    extra.put(freeExtra.of(name, extra::containsKey), value);
  }

  /** Moves the element's remaining attributes and the values to extra. */
  Map<String, String> rest() {
    Map<String, String> rest = new TreeMap<>(extra);
    FreeNames free = new FreeNames();
    for (Map<String, String> more : List.of(values, attributes)) {
      more.forEach((name, value) -> rest.put(free.of(name, rest::containsKey), value));
    }
    return rest;
  }
}

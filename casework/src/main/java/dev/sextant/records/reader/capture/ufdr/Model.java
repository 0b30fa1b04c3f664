package dev.sextant.records.reader.capture.ufdr;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A {@code <model>} element: what the report decoded as one thing. Fields are taken one by one;
 * what nobody took is left over.
 */
final class Model {
  /** A field's value: its text, and for a time the words beside it. */
  record Value(String text, String type) {}

  private static final Set<String> OWN =
      Set.of(
          "type",
          "id",
          "deleted_state",
          "decoding_confidence",
          "extractionId",
          "source_index",
          "isrelated",
          "isRelated",
          "file_id");

  private final String type;
  private final Map<String, String> attributes;
  private final Map<String, List<Value>> fields = new LinkedHashMap<>();
  private final Map<String, List<Model>> models = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Set<String> takenModels = new HashSet<>();

  Model(String type, Map<String, String> attributes) {
    this.type = type;
    this.attributes = Map.copyOf(attributes);
  }

  String type() {
    return type;
  }

  /** An attribute of the element, or the empty text. */
  String attribute(String name) {
    return attributes.getOrDefault(name, "");
  }

  void add(String field, Value value) {
    fields.computeIfAbsent(field, f -> new ArrayList<>()).add(value);
  }

  void add(String field, Model model) {
    models.computeIfAbsent(field, f -> new ArrayList<>()).add(model);
  }

  /** Takes a field's first value; the empty text if it has none. */
  String text(String... names) {
    String found = "";
    for (String name : names) {
      List<Value> values = fields.get(name);
      if (values != null && found.isEmpty()) {
        found = values.getFirst().text();
        taken.add(name);
      }
    }
    return found;
  }

  /** A field's first value without taking it. */
  String peek(String name) {
    List<Value> values = fields.get(name);
    return values == null ? "" : values.getFirst().text();
  }

  /** Takes every value of a field. */
  List<String> texts(String name) {
    taken.add(name);
    return fields.getOrDefault(name, List.of()).stream().map(Value::text).toList();
  }

  /** Takes the models of a field. */
  List<Model> models(String... names) {
    List<Model> all = new ArrayList<>();
    for (String name : names) {
      takenModels.add(name);
      all.addAll(models.getOrDefault(name, List.of()));
    }
    return all;
  }

  /** Takes the first model of a field, or null. */
  @Nullable Model model(String... names) {
    for (String name : names) {
      List<Model> found = models(name);
      if (!found.isEmpty()) {
        return found.getFirst();
      }
    }
    return null;
  }

  /** True for {@code True}. */
  boolean flag(String name) {
    return text(name).equalsIgnoreCase("true");
  }

  /** True if it has neither fields nor models with content. */
  boolean empty() {
    return fields.isEmpty() && models.isEmpty() && OWN.containsAll(attributes.keySet());
  }

  /**
   * What nobody took, by path ({@code Field}, {@code Models[0].Field}), with the state of deletion
   * and how sure the decoder is, which every record of a telephone must show.
   */
  Map<String, String> rest() {
    Map<String, String> rest = new TreeMap<>();
    for (String name :
        new String[] {"deleted_state", "decoding_confidence", "id", "extractionId"}) {
      if (!attribute(name).isEmpty()) {
        rest.put(name.equals("id") ? "model" : name, attribute(name));
      }
    }
    further("", rest);
    rest("", rest, 0);
    return rest;
  }

  private void further(String path, Map<String, String> into) {
    attributes.forEach((name, value) -> {
      if (!OWN.contains(name) && !value.isBlank()) {
        keep(into, path + name, value);
      }
    });
  }

  /* A field and one of a model of the field's name may be called the same. */
  private static void keep(Map<String, String> into, String name, String value) {
    String free = name;
    for (int i = 2; into.containsKey(free); i++) {
      free = name + " (" + i + ")";
    }
    into.put(free, value);
  }

  private void rest(String path, Map<String, String> into, int depth) {
    fields.forEach((name, values) -> {
      for (int i = 0; i < values.size() && !taken.contains(name); i++) {
        if (!name.equals("UserMapping")) {
          keep(into, path + name + (values.size() > 1 ? "[" + i + "]" : ""), values.get(i).text());
        }
      }
    });
    models.forEach((name, list) -> {
      for (int i = 0; i < list.size() && depth < 8; i++) {
        Model model = list.get(i);
        String at = path + name + (list.size() > 1 ? "[" + i + "]" : "");
        if (!takenModels.contains(name)) {
          into.put(at, model.type());
        }
        model.further(at + ".", into);
        model.rest(at + ".", into, depth + 1);
        String state = model.attribute("deleted_state");
        if (state.equals("Deleted") || state.equals("Trash")) {
          into.put(at + ".deleted_state", state);
        }
      }
    });
  }
}

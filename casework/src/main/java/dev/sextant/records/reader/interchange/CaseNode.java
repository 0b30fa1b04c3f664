package dev.sextant.records.reader.interchange;

import dev.sextant.records.reader.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A JSON-LD object seen by the last segments of its names: {@code uco-observable:messageText},
 * {@code https://.../observable/messageText} and {@code messageText} are one. Remembers what was
 * taken.
 */
final class CaseNode {
  private final Json.Obj object;
  private final Set<String> taken = new HashSet<>();
  private final Map<String, String> within = new TreeMap<>();

  CaseNode(Json.Obj object) {
    this.object = object;
  }

  /** The last segment of a name. */
  static String local(String name) {
    int cut =
        Math.max(Math.max(name.lastIndexOf('/'), name.lastIndexOf('#')), name.lastIndexOf(':'));
    return cut < 0 || cut == name.length() - 1 ? name : name.substring(cut + 1);
  }

  /** Its id, or null. */
  @Nullable String id() {
    return object.get("@id") instanceof Json.Text text ? Forms.blank(text.text()) : null;
  }

  /** Its types by their last segments. */
  List<String> types() {
    List<String> types = new ArrayList<>();
    each(object.get("@type"), one -> types.add(local(one.raw())));
    return types;
  }

  private interface Each {
    void take(Json one);
  }

  private static void each(@Nullable Json value, Each each) {
    if (value instanceof Json.Arr list) {
      list.items().forEach(each::take);
    } else if (value != null && !(value instanceof Json.Null)) {
      each.take(value);
    }
  }

  /** The values of a name, taken. */
  List<Json> all(String name) {
    List<Json> all = new ArrayList<>();
    for (Map.Entry<String, Json> field : object.fields().entrySet()) {
      if (!field.getKey().startsWith("@") && local(field.getKey()).equals(name)) {
        taken.add(field.getKey());
        each(field.getValue(), all::add);
      }
    }
    return all;
  }

  /** The nodes of a name, taken. */
  List<CaseNode> nodes(String name) {
    List<CaseNode> nodes = new ArrayList<>();
    for (Json one : all(name)) {
      if (one instanceof Json.Obj obj) {
        nodes.add(new CaseNode(obj));
      }
    }
    return nodes;
  }

  /** The texts of some names, typed values unwrapped, taken. */
  List<String> texts(String... names) {
    List<String> texts = new ArrayList<>();
    for (String name : names) {
      for (Json one : all(name)) {
        Json value = one instanceof Json.Obj obj ? obj.get("@value") : one;
        keep(name, one);
        if (value != null && !(value instanceof Json.Obj) && !value.raw().isBlank()) {
          texts.add(value.raw());
        }
      }
    }
    return texts;
  }

  /** The first text of some names, or null. */
  @Nullable String text(String... names) {
    List<String> texts = texts(names);
    return texts.isEmpty() ? null : texts.getFirst();
  }

  /** The ids that some names refer to, taken. */
  List<String> refs(String... names) {
    List<String> refs = new ArrayList<>();
    for (String name : names) {
      for (Json one : all(name)) {
        keep(name, one);
        String id =
            one instanceof Json.Obj obj
                ? new CaseNode(obj).id()
                : one instanceof Json.Text text ? Forms.blank(text.text()) : null;
        if (id != null) {
          refs.add(id);
        }
      }
    }
    return refs;
  }

  private static boolean bare(Json.Obj typed) {
    return typed.fields().keySet().stream().allMatch(name -> name.startsWith("@"));
  }

  /* What a typed value or a reference says beside its value or id. */
  private void keep(String name, Json one) {
    if (one instanceof Json.Obj obj) {
      obj.fields()
          .forEach((of, said) -> {
            if (!of.startsWith("@") && !(said instanceof Json.Null)) {
              within.put(name + "." + of, said.raw());
            }
          });
    }
  }

  /**
   * What nobody took, by its name as written; of typed values and references that were taken, by
   * both names.
   */
  Map<String, String> rest() {
    Map<String, String> rest = new TreeMap<>(within);
    object
        .fields()
        .forEach((name, value) -> {
          if (!taken.contains(name) && !name.equals("@id") && !name.equals("@type")) {
            rest.put(
                name,
                value instanceof Json.Obj obj
                        && bare(obj)
                        && obj.get("@value") instanceof Json typed
                    ? typed.raw()
                    : value.raw());
          }
        });
    return rest;
  }
}

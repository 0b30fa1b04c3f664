package dev.sextant.records.reader.json;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An object whose fields are taken one by one; what nobody took is left over for a record's {@code
 * extra}, so that unknown fields are kept.
 */
public final class Fields {
  private final Json.Obj object;
  private final Set<String> taken = new HashSet<>();

  /** Wraps an object. */
  public Fields(Json.Obj object) {
    this.object = object;
  }

  /** Wraps a value if it is an object, else an empty one. */
  public static Fields of(@Nullable Json value) {
    return new Fields(value instanceof Json.Obj o ? o : new Json.Obj(Map.of(), 0, 0));
  }

  /** The object. */
  public Json.Obj object() {
    return object;
  }

  /** True if the field is there, even if null. */
  public boolean has(String name) {
    return object.fields().containsKey(name);
  }

  /** Takes a field; null if it is absent or null. */
  public @Nullable Json take(String name) {
    Json value = object.get(name);
    if (value instanceof Json.Null) {
      taken.add(name); // Null says what absence says; nothing is lost with it.
      return null;
    }
    if (value != null) {
      taken.add(name);
    }
    return value;
  }

  /** Takes a text or number as text; null if absent. Other kinds stay untaken. */
  public @Nullable String text(String name) {
    return switch (object.get(name)) {
      case Json.Text t -> {
        taken.add(name);
        yield t.text();
      }
      case Json.Num n -> {
        taken.add(name);
        yield n.text();
      }
      case null, default -> null;
    };
  }

  /** Takes a text; the empty text if absent. */
  public String textOrEmpty(String name) {
    String text = text(name);
    return text == null ? "" : text;
  }

  /** Takes a whole number, written as number or text; null if absent or not one. */
  public @Nullable Long whole(String name) {
    Json value = object.get(name);
    String text =
        value instanceof Json.Text t ? t.text() : value instanceof Json.Num n ? n.text() : "";
    if (!text.matches("-?[0-9]{1,18}")) {
      return null;
    }
    taken.add(name);
    return Long.valueOf(text);
  }

  /** Takes a number; null if absent or not one. */
  public @Nullable Double number(String name) {
    Json value = object.get(name);
    String text =
        value instanceof Json.Text t ? t.text() : value instanceof Json.Num n ? n.text() : "";
    if (!text.matches("-?[0-9]{1,18}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?")) {
      return null;
    }
    taken.add(name);
    return Double.valueOf(text);
  }

  /** Takes an array's elements; empty if absent or not an array. */
  public List<Json> array(String name) {
    if (object.get(name) instanceof Json.Arr a) {
      taken.add(name);
      return a.items();
    }
    return List.of();
  }

  /** Takes an object; one without fields if absent. */
  public Fields object(String name) {
    Json value = object.get(name);
    if (value instanceof Json.Obj o) {
      taken.add(name);
      return new Fields(o);
    }
    return of(null);
  }

  /** Marks fields as understood without using their value. */
  public void known(String... names) {
    taken.addAll(List.of(names));
  }

  /** What nobody took, as raw text by name. Nulls say what absence says and are left out. */
  public Map<String, String> rest() {
    Map<String, String> rest = new TreeMap<>();
    object
        .fields()
        .forEach((name, value) -> {
          if (!taken.contains(name) && !(value instanceof Json.Null)) {
            rest.put(name, value.raw());
          }
        });
    return rest;
  }
}

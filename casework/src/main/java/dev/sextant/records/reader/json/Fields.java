package dev.sextant.records.reader.json;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An object whose fields are taken one by one; what nobody took is left over for a record's {@code
 * extra}, so that unknown fields are kept.
 */
public final class Fields {
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?");

  private final Json.Obj object;
  private final FieldMap fields;
  private final boolean[] taken;
  private @Nullable Map<String, Fields> within;
  private boolean told;

  /** Wraps an object. */
  public Fields(Json.Obj object) {
    this.object = object;
    this.fields = FieldMap.of(object.fields());
    this.taken = new boolean[fields.size()];
  }

  /** Wraps a value if it is an object, else an empty one. */
  public static Fields of(@Nullable Json value) {
    return new Fields(value instanceof Json.Obj o ? o : new Json.Obj(Map.of(), 0, 0));
  }

  /** The object; who asks for it whole goes through its fields without taking them one by one. */
  public Json.Obj object() {
    told = true;
    return object;
  }

  /** True if the field is there, even if null. */
  public boolean has(String name) {
    return fields.place(name) >= 0;
  }

  /** Takes a field; null if it is absent or null. */
  public @Nullable Json take(String name) {
    int place = fields.place(name);
    if (place < 0) {
      return null;
    }
    taken[place] = true; // Null says what absence says; nothing is lost with it.
    Json value = fields.value(place);
    return value instanceof Json.Null ? null : value;
  }

  /** Takes a text or number as text; null if absent. Other kinds stay untaken. */
  public @Nullable String text(String name) {
    int place = fields.place(name);
    String text = place < 0 ? null : words(fields.value(place));
    if (text != null) {
      taken[place] = true;
    }
    return text;
  }

  /* A text's or number's words, or null. */
  private static @Nullable String words(Json value) {
    return switch (value) {
      case Json.Text t -> t.text();
      case Json.Num n -> n.text();
      default -> null;
    };
  }

  /** Takes a text; the empty text if absent. */
  public String textOrEmpty(String name) {
    String text = text(name);
    return text == null ? "" : text;
  }

  /** Takes a whole number, written as number or text; null if absent or not one. */
  public @Nullable Long whole(String name) {
    int place = fields.place(name);
    String text = place < 0 ? null : words(fields.value(place));
    if (text == null || !Numerals.whole(text, 18)) {
      return null;
    }
    taken[place] = true;
    return Long.valueOf(text);
  }

  /** Takes a number; null if absent or not one. */
  public @Nullable Double number(String name) {
    int place = fields.place(name);
    String text = place < 0 ? null : words(fields.value(place));
    if (text == null || !NUMBER.matcher(text).matches()) {
      return null;
    }
    taken[place] = true;
    return Double.valueOf(text);
  }

  /** Takes an array's elements; empty if absent or not an array. */
  public List<Json> array(String name) {
    int place = fields.place(name);
    if (place >= 0 && fields.value(place) instanceof Json.Arr a) {
      taken[place] = true;
      return a.items();
    }
    return List.of();
  }

  /**
   * Takes an object, the same one each time; one without fields if absent. What nobody takes of it
   * is left over here, unless its own rest is asked for.
   */
  public Fields object(String name) {
    int place = fields.place(name);
    if (place >= 0 && fields.value(place) instanceof Json.Obj o) {
      taken[place] = true;
      if (within == null) {
        within = new TreeMap<>();
      }
      return within.computeIfAbsent(name, n -> new Fields(o));
    }
    return of(null);
  }

  /** Marks fields as understood without using their value. */
  public void known(String... names) {
    for (String name : names) {
      int place = fields.place(name);
      if (place >= 0) {
        taken[place] = true;
      }
    }
  }

  /**
   * What nobody took, as raw text by name; of objects within by both names. Nulls say what absence
   * says and are left out.
   */
  public Map<String, String> rest() {
    told = true;
    Map<String, String> rest = new TreeMap<>();
    for (int place = 0; place < taken.length; place++) {
      Json value = fields.value(place);
      if (!taken[place] && !(value instanceof Json.Null)) {
        rest.put(fields.name(place), value.raw());
      }
    }
    if (within != null) {
      within.forEach((name, object) -> {
        if (!object.told) {
          object.rest().forEach((of, raw) -> rest.putIfAbsent(name + "." + of, raw));
          object.told = false;
        }
      });
    }
    return rest;
  }
}

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
  private final @Nullable Fields earlier;
  private @Nullable Map<String, Fields> within;
  private boolean told;

  /** Wraps an object. */
  public Fields(Json.Obj object) {
    this.object = object;
    this.fields = FieldMap.of(object.fields());
    this.taken = new boolean[fields.size()];
    this.earlier = fields.takers();
    fields.takenBy(this);
  }

  /** Wraps a value if it is an object, else an empty one. */
  public static Fields of(@Nullable Json value) {
    return new Fields(value instanceof Json.Obj o ? o : new Json.Obj(Map.of(), 0, 0));
  }

  /**
   * The object, to look at; nothing is taken by it. Who goes through it whole says so by {@link
   * #apart()}, lest it be left over in an object around it.
   */
  public Json.Obj object() {
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

  /**
   * The text or number under a name as text, without taking it; the empty text if it is absent, of
   * another kind, or the value is no object.
   */
  public static String look(Json value, String name) {
    Json field = value instanceof Json.Obj o ? o.get(name) : null;
    String text = field == null ? null : words(field);
    return text == null ? "" : text;
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

  /**
   * Its rest is kept by itself, wherever it is asked for: it is not left over in an object around
   * it.
   */
  public Fields apart() {
    told = true;
    return this;
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
   * What nobody took, as raw text by name; of objects within, also those in lists, by all names on
   * the way ({@code reactions.0.emoji.id}), as far as somebody takes their fields one by one and
   * nobody asked for their own rest. Nulls say what absence says and are left out.
   *
   * @return a fresh map, sorted by name
   */
  public Map<String, String> rest() {
    told = true;
    Map<String, String> rest = new TreeMap<>();
    for (int place = 0; place < taken.length; place++) {
      Json value = fields.value(place);
      if (!taken[place]) {
        if (!(value instanceof Json.Null)) {
          rest.put(fields.name(place), value.raw());
        }
      } else if (composite(value)) {
        within(value, new Way(null, fields.name(place)), rest);
      }
    }
    return rest;
  }

  /* The names on the way to a value. They are put together only where something is left over, which
   * is seldom: most exports repeat the same fields, and a reader takes them all. */
  private record Way(@Nullable Way before, String step) {
    String name() {
      return before == null ? step : before.name() + "." + step;
    }
  }

  private static boolean composite(Json value) {
    return value instanceof Json.Obj || value instanceof Json.Arr;
  }

  private static void within(Json value, Way way, Map<String, String> rest) {
    if (value instanceof Json.Arr list) {
      for (int i = 0; i < list.items().size(); i++) {
        Json item = list.items().get(i);
        if (composite(item)) {
          within(item, new Way(way, Integer.toString(i)), rest);
        }
      }
    } else if (value instanceof Json.Obj o) {
      left(FieldMap.of(o.fields()), way, rest);
    }
  }

  /* An object whose fields nobody takes one by one was taken whole; there may be one within it whose
   * fields are. */
  private static void left(FieldMap fields, Way way, Map<String, String> rest) {
    Fields takers = fields.takers();
    for (Fields one = takers; one != null; one = one.earlier) {
      if (one.told) {
        return;
      }
    }
    for (int place = 0; place < fields.size(); place++) {
      Json value = fields.value(place);
      if (takers == null || takers.anyTook(place)) {
        if (composite(value)) {
          within(value, new Way(way, fields.name(place)), rest);
        }
      } else if (!(value instanceof Json.Null)) {
        rest.putIfAbsent(new Way(way, fields.name(place)).name(), value.raw());
      }
    }
  }

  private boolean anyTook(int place) {
    for (Fields one = this; one != null; one = one.earlier) {
      if (one.taken[place]) {
        return true;
      }
    }
    return false;
  }
}

package dev.sextant.findings;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Typed reading of one object of a canonical document; every miss is a fault naming the field. */
final class Fields {
  private final String place;
  private final Map<?, ?> map;

  Fields(String place, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> object)) {
      throw new FindingFault.Damaged(place, "not an object");
    }
    this.place = place;
    this.map = object;
  }

  FindingFault.Damaged bad(String name, String what) {
    return new FindingFault.Damaged(place + "." + name, what);
  }

  @Nullable String maybe(String name) {
    Object value = map.get(name);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw bad(name, "not a text");
  }

  String text(String name) {
    String value = maybe(name);
    if (value == null) {
      throw bad(name, "missing");
    }
    return value;
  }

  long number(String name) {
    if (map.get(name) instanceof Long value) {
      return value;
    }
    throw bad(name, "not a whole number");
  }

  UUID id(String name) {
    try {
      return UUID.fromString(text(name));
    } catch (IllegalArgumentException e) {
      throw bad(name, "not an identifier");
    }
  }

  boolean flag(String name) {
    if (map.get(name) instanceof Boolean value) {
      return value;
    }
    throw bad(name, "not true or false");
  }

  Instant instant(String name) {
    Instant value = maybeInstant(name);
    if (value == null) {
      throw bad(name, "missing");
    }
    return value;
  }

  @Nullable Instant maybeInstant(String name) {
    String text = maybe(name);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      throw bad(name, "not a time");
    }
  }

  <E extends Enum<E>> E one(Class<E> type, String name) {
    String text = text(name);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    throw bad(name, "not one of the known words");
  }

  <E extends Enum<E>> List<E> words(Class<E> type, String name) {
    List<E> all = new ArrayList<>();
    for (String text : texts(name)) {
      E found = null;
      for (E constant : type.getEnumConstants()) {
        if (constant.name().equals(text)) {
          found = constant;
        }
      }
      if (found == null) {
        throw bad(name + "[" + all.size() + "]", "not one of the known words");
      }
      all.add(found);
    }
    return List.copyOf(all);
  }

  Fields object(String name) {
    return new Fields(place + "." + name, map.get(name));
  }

  boolean has(String name) {
    return map.get(name) != null;
  }

  @Nullable Fields maybeObject(String name) {
    return map.get(name) == null ? null : object(name);
  }

  <T> List<T> objects(String name, Function<Fields, T> reading) {
    List<T> all = new ArrayList<>();
    for (Object item : list(name)) {
      all.add(reading.apply(new Fields(place + "." + name + "[" + all.size() + "]", item)));
    }
    return List.copyOf(all);
  }

  List<String> texts(String name) {
    List<String> all = new ArrayList<>();
    for (Object item : list(name)) {
      if (!(item instanceof String text)) {
        throw bad(name, "not a list of texts");
      }
      all.add(text);
    }
    return List.copyOf(all);
  }

  private List<?> list(String name) {
    if (map.get(name) instanceof List<?> list) {
      return list;
    }
    throw bad(name, "not a list");
  }

  Map<String, String> map(String name) {
    Map<String, String> all = new TreeMap<>();
    if (!(map.get(name) instanceof Map<?, ?> object)) {
      throw bad(name, "not an object");
    }
    object.forEach((k, v) -> {
      if (!(v instanceof String text)) {
        throw bad(name, "not an object of texts");
      }
      all.put((String) k, text);
    });
    return all;
  }

  Map<String, Long> counts(String name) {
    Map<String, Long> all = new TreeMap<>();
    if (!(map.get(name) instanceof Map<?, ?> object)) {
      throw bad(name, "not an object");
    }
    object.forEach((k, v) -> {
      if (!(v instanceof Long count)) {
        throw bad(name, "not an object of whole numbers");
      }
      all.put((String) k, count);
    });
    return all;
  }
}

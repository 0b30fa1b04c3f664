package dev.sextant.network;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Typed access to an object that this room wrote itself as canonical JSON. */
final class Fields {
  private final Map<String, @Nullable Object> map;

  Fields(Map<String, @Nullable Object> map) {
    this.map = map;
  }

  private static BadMeasuring broken(String name) {
    return new BadMeasuring(
        "SX-NETWORK-STORED",
        "a stored snapshot or measure is not readable",
        "field " + name,
        "missing or of another type",
        "it was written by another version: freeze or measure again");
  }

  private <T> T as(Class<T> type, String name) {
    Object value = map.get(name);
    if (!type.isInstance(value)) {
      throw broken(name);
    }
    return type.cast(value);
  }

  private static Fields of(@Nullable Object value, String name) {
    if (!(value instanceof Map<?, ?> found)) {
      throw broken(name);
    }
    Map<String, @Nullable Object> copy = new TreeMap<>();
    found.forEach((key, each) -> copy.put(String.valueOf(key), each));
    return new Fields(copy);
  }

  Set<String> names() {
    return map.keySet();
  }

  String text(String name) {
    return as(String.class, name);
  }

  long number(String name) {
    return as(Long.class, name);
  }

  boolean flag(String name) {
    return as(Boolean.class, name);
  }

  Fields object(String name) {
    return of(map.get(name), name);
  }

  List<Fields> objects(String name) {
    return as(List.class, name).stream().map(each -> of(each, name)).toList();
  }

  List<String> texts(String name) {
    return ((List<?>) as(List.class, name)).stream().map(String::valueOf).toList();
  }

  boolean has(String name) {
    return map.get(name) != null;
  }

  @Nullable Instant instant(String name) {
    return has(name) ? Instant.parse(text(name)) : null;
  }
}

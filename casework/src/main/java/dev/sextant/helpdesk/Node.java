package dev.sextant.helpdesk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An object of a document of our own writing; a missing field means that it was altered.
 *
 * @param map its fields
 */
record Node(Map<String, @Nullable Object> map) {
  String text(String name) {
    return (String) Objects.requireNonNull(map.get(name), name);
  }

  @Nullable String maybe(String name) {
    return (String) map.get(name);
  }

  long number(String name) {
    return (Long) Objects.requireNonNull(map.get(name), name);
  }

  boolean flag(String name) {
    return (Boolean) Objects.requireNonNull(map.get(name), name);
  }

  @Nullable Instant instant(String name) {
    String text = maybe(name);
    return text == null ? null : Instant.parse(text);
  }

  @SuppressWarnings("unchecked")
  @Nullable Node node(String name) {
    Object value = map.get(name);
    return value == null ? null : new Node((Map<String, @Nullable Object>) value);
  }

  List<String> texts(String name) {
    return ((List<?>) Objects.requireNonNull(map.get(name), name))
        .stream().map(one -> (String) one).toList();
  }
}

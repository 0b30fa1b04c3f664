package dev.sextant.identity;

import dev.sextant.identity.store.EventStore.Event;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the machine's events come to when they are read in the order of the log. */
final class Kept {
  private final Map<String, String> observations = new HashMap<>();
  private final Map<Pair, Score> scores = new HashMap<>();
  private final Map<String, List<SortedSet<String>>> components = new TreeMap<>();
  private @Nullable String model;
  private long version;

  /**
   * A pair as it was scored.
   *
   * @param model fingerprint of the method
   * @param a digest of the first account's observation
   * @param b digest of the second's
   * @param odds log2 odds in 1/65536 bits
   */
  record Score(String model, String a, String b, int odds) {
    /** True if it is of this method and these observations. */
    boolean of(String ofModel, String ofA, String ofB) {
      return model.equals(ofModel) && a.equals(ofA) && b.equals(ofB);
    }
  }

  Kept(List<Event> events) {
    for (Event event : events) {
      switch (event.kind()) {
        case MODEL -> model = String.valueOf(event.body().get("model"));
        case OBSERVED -> {
          for (Map<String, @Nullable Object> one : rows(event.body(), "observations")) {
            observations.put(
                String.valueOf(one.get("account")), Digest.of(CanonicalJson.write(one)).hex());
          }
        }
        case SCORED -> {
          String by = String.valueOf(event.body().get("model"));
          for (Map<String, @Nullable Object> one : rows(event.body(), "pairs")) {
            scores.put(
                new Pair(String.valueOf(one.get("a")), String.valueOf(one.get("b"))),
                new Score(
                    by,
                    String.valueOf(one.get("ofA")),
                    String.valueOf(one.get("ofB")),
                    Math.toIntExact(number(one, "odds"))));
          }
        }
        case GROUPED -> grouped(event.body());
      }
    }
  }

  private void grouped(Map<String, @Nullable Object> body) {
    version = Math.max(version, number(body, "version"));
    for (String gone : words(body.get("gone"))) {
      components.remove(gone);
    }
    for (Map<String, @Nullable Object> made : rows(body, "made")) {
      List<SortedSet<String>> groups =
          list(made.get("groups")).stream()
              .map(group -> (SortedSet<String>) new TreeSet<>(words(group)))
              .toList();
      components.put(String.valueOf(made.get("evidence")), groups);
    }
  }

  private static long number(Map<String, @Nullable Object> map, String name) {
    return map.get(name) instanceof Number number ? number.longValue() : 0;
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static List<String> words(@Nullable Object value) {
    return list(value).stream().map(String::valueOf).toList();
  }

  private static List<Map<String, @Nullable Object>> rows(
      Map<String, @Nullable Object> body, String name) {
    return list(body.get(name)).stream().map(Kept::row).toList();
  }

  private static Map<String, @Nullable Object> row(Object value) {
    Map<String, @Nullable Object> row = new TreeMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, of) -> row.put(String.valueOf(key), of));
    }
    return row;
  }

  /** The fingerprint of the method in use, or null. */
  @Nullable String model() {
    return model;
  }

  /** The number of the last version of the groups, from 1; 0 if there is none. */
  long version() {
    return version;
  }

  /** The digest of the last observation of an account, or null. */
  @Nullable String observation(String account) {
    return observations.get(account);
  }

  /** The last score of a pair, or null. */
  @Nullable Score score(Pair pair) {
    return scores.get(pair);
  }

  /** Groups of each component that stands, by the digest of its evidence. */
  Map<String, List<SortedSet<String>>> components() {
    return components;
  }
}

package dev.sextant.records.reader;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Values by name, those of one name on lines of their own, in the time of their length however many
 * there are.
 */
public final class Gathered {
  private final Map<String, StringBuilder> all = new LinkedHashMap<>();

  /** Adds a value, below what the name has. */
  public void add(String name, String value) {
    StringBuilder said = all.get(name);
    if (said == null) {
      all.put(name, new StringBuilder(value));
    } else {
      said.append('\n').append(value);
    }
  }

  /** Adds a value as {@link #add} does, unless it is all that the name has. */
  public void addOther(String name, String value) {
    StringBuilder said = all.get(name);
    if (said == null || !value.contentEquals(said)) {
      add(name, value);
    }
  }

  /**
   * Adds a value as {@link #add} does; where the name has nothing but an empty one, in its place.
   */
  public void run(String name, String value) {
    StringBuilder said = all.get(name);
    if (said != null && said.isEmpty()) {
      said.append(value);
    } else {
      add(name, value);
    }
  }

  /** True if a value was added, be it empty. */
  public boolean has(String name) {
    return all.containsKey(name);
  }

  /** True if nothing was added. */
  public boolean none() {
    return all.isEmpty();
  }

  /** Forgets all. */
  public void clear() {
    all.clear();
  }

  /** The values by name, in the order in which the names came; a copy. */
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    all.forEach((name, said) -> values.put(name, said.toString()));
    return values;
  }

  /** Puts the values into a map, below what its names have. */
  public void into(Map<String, String> others) {
    all.forEach((name, said) -> others.merge(name, said.toString(), (a, b) -> a + "\n" + b));
  }
}

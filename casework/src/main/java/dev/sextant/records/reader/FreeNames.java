package dev.sextant.records.reader;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Names for things of which several may be called the same: a name that is taken gets a number,
 * {@code name (2)}, in the time of their number however many there are.
 */
public final class FreeNames {
  private final Map<String, Integer> lowest = new HashMap<>();

  /**
   * The name itself, or with the lowest number from 2 on that makes it free.
   *
   * @param taken which names are; one that was is so for good
   */
  public String of(String name, Predicate<String> taken) {
    if (!taken.test(name)) {
      return name;
    }
    int number = lowest.getOrDefault(name, 2);
    while (taken.test(name + " (" + number + ")")) {
      number++;
    }
    lowest.put(name, number);
    return name + " (" + number + ")";
  }
}

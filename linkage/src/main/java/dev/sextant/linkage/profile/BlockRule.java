package dev.sextant.linkage.profile;

import java.util.List;

/**
 * One blocking rule: two records meet where they share every key.
 *
 * @param text as the profile has it
 * @param keys what must be shared
 * @param window 0, or for a sorted neighbourhood how far two records may lie apart when all are
 *     sorted by the keys
 */
public record BlockRule(String text, List<Key> keys, int window) {
  /** Copies the list. */
  public BlockRule {
    keys = List.copyOf(keys);
  }

  /**
   * A key derived from one column or several.
   *
   * @param columns headers; more than one only where the function takes several
   * @param function such as {@code prefix}; {@code exact} where the profile names none
   * @param arguments in the order of the profile
   */
  public record Key(List<String> columns, String function, List<Integer> arguments) {
    /** Copies the lists. */
    public Key {
      columns = List.copyOf(columns);
      arguments = List.copyOf(arguments);
    }

    @Override
    public String toString() {
      String of = String.join("+", columns);
      if (function.equals("exact")) {
        return of;
      }
      StringBuilder text = new StringBuilder(of).append(':').append(function);
      for (int i = 0; i < arguments.size(); i++) {
        text.append(i == 0 ? '(' : ',').append(arguments.get(i));
      }
      return arguments.isEmpty() ? text.toString() : text.append(')').toString();
    }
  }
}

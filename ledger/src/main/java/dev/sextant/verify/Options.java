package dev.sextant.verify;

import dev.sextant.ledger.VerifierKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was asked on the command line: one target, options with values, flags. */
final class Options {
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private String target = "";

  private Options() {}

  /**
   * @param from the first word that belongs to the command
   * @param known options with a value
   * @param flags options without one
   * @return null if a word does not fit or the target is missing
   */
  static @Nullable Options parse(String[] args, int from, List<String> known, List<String> flags) {
    Options options = new Options();
    for (int i = from; i < args.length; i++) {
      if (flags.contains(args[i])) {
        options.values.put(args[i], List.of());
      } else if (known.contains(args[i]) && i + 1 < args.length) {
        options.values.computeIfAbsent(args[i], k -> new ArrayList<>()).add(args[++i]);
      } else if (!args[i].startsWith("--") && options.target.isEmpty()) {
        options.target = args[i];
      } else {
        return null;
      }
    }
    return options.target.isEmpty() ? null : options;
  }

  String target() {
    return target;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** The last value given, if any was. */
  @Nullable String text(String name) {
    List<String> given = all(name);
    return given.isEmpty() ? null : given.getLast();
  }

  /** A whole number, or the given one where it is not asked for; null if it is no number. */
  @Nullable Long number(String name, long otherwise) {
    String given = text(name);
    try {
      return given == null ? Long.valueOf(otherwise) : Long.valueOf(given);
    } catch (NumberFormatException e) {
      return null; // The caller prints the usage.
    }
  }

  @Nullable VerifierKey key(String name) {
    String given = text(name);
    return given == null ? null : VerifierKey.parse(given);
  }
}

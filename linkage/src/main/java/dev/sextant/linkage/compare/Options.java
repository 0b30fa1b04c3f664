package dev.sextant.linkage.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The options that a profile gives a comparison, read by name and type. What is never asked for is
 * unknown to the comparison: {@link #finished()} then raises a {@link BadOption}, so that a
 * misspelt option cannot be passed over in silence.
 */
public final class Options {
  private final String comparison;
  private final Map<String, ?> given;
  private final TreeSet<String> asked = new TreeSet<>();

  /**
   * Holds what a profile says.
   *
   * @param comparison the comparison's name, for messages
   * @param given name to value, as YAML yields them: texts, numbers, booleans, lists of texts
   */
  public Options(String comparison, Map<String, ?> given) {
    this.comparison = comparison;
    this.given = given;
  }

  /** A text; {@code otherwise} where it is not given. */
  public String text(String name, String otherwise) {
    Object value = asked(name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof String text) {
      return text;
    }
    throw bad(name, value, "a text");
  }

  /** One of a few words, in lower case; {@code otherwise} where it is not given. */
  public String word(String name, String otherwise, List<String> allowed) {
    Object given = asked(name);
    String word = given == null ? otherwise : given.toString().toLowerCase(Locale.ROOT);
    if (!allowed.contains(word)) {
      throw bad(name, word, "one of " + String.join(", ", allowed));
    }
    return word;
  }

  /** A list of texts; a single text is a list of one; empty where it is not given. */
  public List<String> texts(String name) {
    Object value = asked(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof String text) {
      return List.of(text);
    }
    if (value instanceof List<?> list) {
      List<String> texts = new ArrayList<>();
      for (Object each : list) {
        if (!(each instanceof String text)) {
          throw bad(name, each, "texts only");
        }
        texts.add(text);
      }
      return List.copyOf(texts);
    }
    throw bad(name, value, "a text or a list of texts");
  }

  /** A whole number within bounds; {@code otherwise} where it is not given. */
  public int number(String name, int otherwise, int least, int most) {
    Object value = asked(name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof Integer number && number >= least && number <= most) {
      return number;
    }
    throw bad(name, value, "a whole number from " + least + " to " + most);
  }

  /** Numbers that rise, all above 0; {@code otherwise} where they are not given. */
  public List<Double> rising(String name, List<Double> otherwise) {
    Object value = asked(name);
    if (value == null) {
      return otherwise;
    }
    if (!(value instanceof List<?> list) || list.isEmpty() || list.size() > 12) {
      throw bad(name, value, "a list of 1 to 12 numbers");
    }
    List<Double> numbers = new ArrayList<>();
    double last = 0;
    for (Object each : list) {
      if (!(each instanceof Number number) || !(number.doubleValue() > last)) {
        throw bad(name, each, "numbers above 0, each above the one before");
      }
      last = number.doubleValue();
      numbers.add(last);
    }
    return List.copyOf(numbers);
  }

  /** Yes or no; {@code otherwise} where it is not given. */
  public boolean flag(String name, boolean otherwise) {
    Object value = asked(name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw bad(name, value, "true or false");
  }

  /**
   * To be called when all options have been read.
   *
   * @throws BadOption where the profile gives an option that nobody asked for
   */
  void finished() {
    for (String name : new TreeSet<>(given.keySet())) {
      if (!asked.contains(name)) {
        throw new BadOption(
            "SX-LINK-OPTION",
            "the comparison has no such option",
            comparison + "." + name,
            name,
            asked.isEmpty() ? "leave it out" : "one of " + String.join(", ", asked));
      }
    }
  }

  private @Nullable Object asked(String name) {
    asked.add(name);
    return given.get(name);
  }

  private BadOption bad(String name, Object value, String wanted) {
    return new BadOption(
        "SX-LINK-OPTION-VALUE",
        "the option's value does not fit",
        comparison + "." + name,
        String.valueOf(value),
        wanted);
  }
}

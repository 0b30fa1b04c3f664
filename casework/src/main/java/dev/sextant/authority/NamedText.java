package dev.sextant.authority;

import dev.sextant.terms.BadValue;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which identifiers a text may mean: a query, an account's key, a file's name. Whoever types a
 * number with spaces, a handle with its sign or a name in other letters means the same.
 */
final class NamedText {
  /** A full name has seldom more words. */
  private static final int MOST_WORDS = 4;

  /** Longer texts are looked at as far as this; nobody types more identifiers. */
  private static final int MOST_CHARACTERS = 4_000;

  /** A shorter beginning fits half the alphabet. */
  static final int SHORTEST_BEGINNING = 3;

  private NamedText() {}

  /** An identifier without its sign, case and spacing. */
  static String bare(String value) {
    String text =
        Normalizer.normalize(value, Normalizer.Form.NFKC)
            .strip()
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\s+", " ");
    String number = text.replaceAll("[\\s().\\-/]", "");
    if (number.matches("(\\+|00)?[0-9]{6,15}")) {
      return number.startsWith("00") ? "+" + number.substring(2) : number;
    }
    return text.replaceFirst("^[@#]+", "");
  }

  /** Everything a selector may mean. */
  static Set<String> of(Selector selector) {
    return selector.type() == SelectorType.KEYWORD ? of(selector.value()) : one(selector.value());
  }

  private static Set<String> one(String value) {
    Set<String> all = new LinkedHashSet<>();
    all.add(bare(value));
    return all;
  }

  /** Everything a text may mean: it whole, its words, and rows of up to four words. */
  static Set<String> of(String text) {
    String read = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    Set<String> all = one(read);
    try {
      all.add(bare(Selector.parse(read).value()));
    } catch (BadValue e) {
      // Not written as a selector: then it is words.
      all.add(bare(read));
    }
    int slash = read.lastIndexOf('/');
    if (slash >= 0) {
      all.add(bare(read.substring(slash + 1).replaceFirst("#[0-9a-f]{32}$", "")));
    }
    List<String> words = new ArrayList<>();
    for (String word : read.split("[\\s\"'(),;:|]+")) {
      String bare = bare(word.replaceFirst("^-", ""));
      if (!bare.isEmpty()) {
        words.add(bare);
      }
    }
    for (int from = 0; from < words.size(); from++) {
      for (int to = from + 1; to <= Math.min(words.size(), from + MOST_WORDS); to++) {
        String row = String.join(" ", words.subList(from, to));
        all.add(bare(row));
        if (row.endsWith("*") && row.length() > SHORTEST_BEGINNING) {
          all.add(beginning(row.substring(0, row.length() - 1)));
        }
      }
    }
    all.remove("");
    return all;
  }

  /** A beginning, told apart from a whole identifier. */
  static String beginning(String text) {
    return "beginning\n" + text;
  }

  /** What is kept of a declared value: it, and its beginnings. */
  static Set<String> kept(String value) {
    String bare = bare(value);
    Set<String> all = new LinkedHashSet<>();
    all.add(bare);
    for (int length = SHORTEST_BEGINNING; length <= Math.min(bare.length(), 40); length++) {
      all.add(beginning(bare.substring(0, length)));
    }
    return all;
  }
}

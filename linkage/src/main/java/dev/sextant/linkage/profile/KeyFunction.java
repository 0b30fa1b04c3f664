package dev.sextant.linkage.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a blocking key takes from a cell. Cells are folded (case, marks, punctuation) first. */
public enum KeyFunction {
  /** The whole cell. */
  EXACT,
  /** The first letters or digits; argument: how many. */
  PREFIX(4),
  /** The last letters or digits; argument: how many. */
  SUFFIX(4),
  /** How the first word sounds (double metaphone). */
  PHONETIC,
  /** How each word sounds; several keys. */
  PHONETIC_WORDS,
  /** The words in alphabetic order. */
  SORTED_WORDS,
  /** Each word; several keys. */
  WORDS,
  /** The rarest words of the cell; argument: how many; several keys. */
  RARE_WORDS(2),
  /** The first word. */
  FIRST_WORD,
  /** The last word. */
  LAST_WORD,
  /** The first letter of the first word. */
  INITIAL,
  /** Four digits that look like a year. */
  YEAR,
  /** All digits of the cell without those of the year: month and day. */
  DAY,
  /** The digits alone. */
  DIGITS,
  /** The digits in order of size: a key that survives swapped digits. */
  SORTED_DIGITS,
  /** MinHash bands over the grams; arguments: bands, rows of a band, letters of a gram. */
  MINHASH(12, 3, 3),
  /** Bands of a 64-bit hash in hexadecimal; argument: how many bands. */
  HASH_BANDS(4),
  /** Each item of a list that few records have; argument: most records; several keys. */
  RARE_ITEMS(50),
  /** Each gram that few records share; arguments: letters of a gram, most records; several keys. */
  RARE_GRAMS(4, 30),
  /** Two columns in any order. */
  UNORDERED,
  /** Every text that is the cell less one letter, and the cell; argument: letters looked at. */
  DELETIONS(12);

  private final List<Integer> defaults;

  KeyFunction(Integer... defaults) {
    this.defaults = List.of(defaults);
  }

  /** What holds where the profile gives no argument. */
  public List<Integer> defaults() {
    return defaults;
  }

  /** The word in a profile. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The function of a word, or null. */
  public static @Nullable KeyFunction named(String word) {
    for (KeyFunction each : values()) {
      if (each.word().equals(word)) {
        return each;
      }
    }
    return null;
  }

  static String names() {
    List<String> names = new ArrayList<>();
    for (KeyFunction each : values()) {
      names.add(each.word());
    }
    return String.join(", ", names);
  }
}

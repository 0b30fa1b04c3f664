package dev.sextant.linkage.block;

import dev.sextant.linkage.metric.Folded;
import dev.sextant.linkage.name.Latin;
import dev.sextant.linkage.profile.KeyFunction;
import dev.sextant.linkage.table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.language.DoubleMetaphone;

/** Keys of the distinct values of one column; several a value where the function yields several. */
final class KeyMaker {
  private static final long[] NONE = {};

  /* Immutable: names of two scripts meet in Latin letters. */
  private static final Latin LATIN = new Latin();

  private final KeyFunction function;
  private final List<Integer> arguments;
  private final DoubleMetaphone metaphone = new DoubleMetaphone();
  private final Map<String, Integer> frequency = new HashMap<>();
  private final long[] minima;

  private KeyMaker(KeyFunction function, List<Integer> arguments) {
    this.function = function;
    this.arguments = arguments;
    this.minima =
        new long[function == KeyFunction.MINHASH ? arguments.get(0) * arguments.get(1) : 0];
    metaphone.setMaxCodeLen(6);
  }

  /** A maker with the frequencies of a column. */
  static KeyMaker of(Column column, KeyFunction function, List<Integer> arguments) {
    KeyMaker maker = new KeyMaker(function, arguments);
    maker.count(column);
    return maker;
  }

  /** Keys by value number, each list sorted and distinct. */
  long[][] keys(Column column) {
    long[][] keys = new long[column.values().length][];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = keys(column.values()[i]);
    }
    return keys;
  }

  /** The keys of one cell, sorted and distinct. */
  long[] keys(String cell) {
    return distinct(of(LATIN.text(cell)));
  }

  private void count(Column column) {
    if (function != KeyFunction.RARE_WORDS
        && function != KeyFunction.RARE_ITEMS
        && function != KeyFunction.RARE_GRAMS) {
      return;
    }
    int[] times = new int[column.values().length];
    for (int code : column.codes()) {
      if (code >= 0) {
        times[code]++;
      }
    }
    for (int i = 0; i < times.length; i++) {
      for (String part : new HashSet<>(parts(LATIN.text(column.values()[i])))) {
        frequency.merge(part, times[i], Integer::sum);
      }
    }
  }

  private List<String> parts(String value) {
    return switch (function) {
      case RARE_WORDS -> Folded.split(value);
      case RARE_GRAMS -> grams(joined(value));
      default -> items(value);
    };
  }

  private List<String> grams(String text) {
    List<String> grams = new ArrayList<>();
    for (int i = 0; i + arguments.get(0) <= text.length(); i++) {
      grams.add(text.substring(i, i + arguments.get(0)));
    }
    return grams;
  }

  private static long[] distinct(long[] keys) {
    if (keys.length < 2) {
      return keys;
    }
    Arrays.sort(keys);
    int kept = 1;
    for (int i = 1; i < keys.length; i++) {
      if (keys[i] != keys[kept - 1]) {
        keys[kept++] = keys[i];
      }
    }
    return Arrays.copyOf(keys, kept);
  }

  private long[] of(String value) {
    return switch (function) {
      case EXACT -> one(Folded.words(value));
      case PREFIX -> prefix(joined(value));
      case SUFFIX -> suffix(joined(value));
      case PHONETIC -> {
        List<String> words = Folded.split(value);
        yield words.isEmpty() ? NONE : one(sound(words.getFirst()));
      }
      case PHONETIC_WORDS -> each(Folded.split(value).stream().map(this::sound).toList());
      case SORTED_WORDS -> {
        List<String> words = new ArrayList<>(Folded.split(value));
        words.sort(null);
        yield one(String.join(" ", words));
      }
      case WORDS -> each(Folded.split(value));
      case RARE_WORDS -> each(rarest(value));
      case RARE_ITEMS ->
          each(items(value).stream().filter(x -> held(x) <= arguments.get(0)).toList());
      case RARE_GRAMS ->
          each(
              grams(joined(value)).stream()
                  .filter(x -> held(x) > 1 && held(x) <= arguments.get(1))
                  .toList());
      case FIRST_WORD -> {
        List<String> words = Folded.split(value);
        yield words.isEmpty() ? NONE : one(words.getFirst());
      }
      case LAST_WORD -> {
        List<String> words = Folded.split(value);
        yield words.isEmpty() ? NONE : one(words.getLast());
      }
      case INITIAL -> {
        String folded = Folded.words(value);
        yield folded.isEmpty() ? NONE : one(folded.substring(0, 1));
      }
      case YEAR -> one(year(value));
      case DAY -> one(day(value));
      case DIGITS, SORTED_DIGITS -> digits(value);
      case MINHASH -> minhash(joined(value));
      case HASH_BANDS -> bands(joined(value));
      case UNORDERED -> one(Folded.words(value));
      case DELETIONS -> deletions(joined(value));
    };
  }

  private long[] digits(String value) {
    char[] digits = digitsOf(value).toCharArray();
    if (function == KeyFunction.SORTED_DIGITS) {
      Arrays.sort(digits);
    }
    return one(new String(digits));
  }

  private static String digitsOf(String value) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) >= '0' && value.charAt(i) <= '9') {
        digits.append(value.charAt(i));
      }
    }
    return digits.toString();
  }

  private static String joined(String value) {
    return Folded.words(value).replace(" ", "");
  }

  private static long[] one(String key) {
    return key.isEmpty() ? NONE : new long[] {Mix.text(key)};
  }

  private static long[] each(List<String> keys) {
    long[] made = new long[keys.size()];
    int filled = 0;
    for (String key : keys) {
      if (!key.isEmpty()) {
        made[filled++] = Mix.text(key);
      }
    }
    return filled == made.length ? made : Arrays.copyOf(made, filled);
  }

  private long[] prefix(String text) {
    return one(text.substring(0, Math.min(text.length(), arguments.get(0))));
  }

  private long[] suffix(String text) {
    return one(text.substring(Math.max(0, text.length() - arguments.get(0))));
  }

  private String sound(String word) {
    String sound = metaphone.doubleMetaphone(word);
    return sound == null || sound.isEmpty() ? word : sound;
  }

  private int held(String part) {
    return frequency.getOrDefault(part, 0);
  }

  private List<String> rarest(String value) {
    List<String> words = new ArrayList<>(new HashSet<>(Folded.split(value)));
    words.sort((a, b) -> {
      int by = Integer.compare(held(a), held(b));
      return by != 0 ? by : a.compareTo(b);
    });
    /* A word that one record alone has meets nobody: the next rare one is taken as well. */
    List<String> kept = new ArrayList<>();
    for (String word : words) {
      if (kept.size() == arguments.get(0)) {
        break;
      }
      if (held(word) > 1) {
        kept.add(word);
      }
    }
    return kept;
  }

  private static List<String> items(String value) {
    List<String> items = new ArrayList<>();
    for (String item : value.split("[;,|\\s]+", -1)) {
      if (!item.isBlank()) {
        items.add(item.strip());
      }
    }
    return items;
  }

  /** The first four digits that read as a year from 1000 to 2999; empty where there are none. */
  private static String year(String value) {
    int at = yearAt(value);
    return at < 0 ? "" : value.substring(at, at + 4);
  }

  private static int yearAt(String value) {
    int run = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      run = c >= '0' && c <= '9' ? run + 1 : 0;
      if (run == 4 && (value.charAt(i - 3) == '1' || value.charAt(i - 3) == '2')) {
        return i - 3;
      }
    }
    return -1;
  }

  private static String day(String value) {
    int at = yearAt(value);
    return at < 0 ? "" : digitsOf(value.substring(0, at) + value.substring(at + 4));
  }

  /* MinHash (Broder 1997, doi:10.1109/SEQUEN.1997.666900) with banding (Indyk and Motwani 1998,
   * doi:10.1145/276698.276876): sets with Jaccard s share a band with 1 - (1 - s^rows)^bands. */
  private long[] minhash(String text) {
    int bands = arguments.get(0);
    int rows = arguments.get(1);
    int gram = arguments.get(2);
    if (text.isEmpty()) {
      return NONE;
    }
    Arrays.fill(minima, Long.MAX_VALUE);
    String framed = '\u0002' + text + '\u0003';
    for (int i = 0; i == 0 || i + gram <= framed.length(); i++) {
      long hash = Mix.text(framed.substring(i, Math.min(framed.length(), i + gram)));
      for (int k = 0; k < minima.length; k++) {
        long mixed = Mix.spread(hash + k * 0x9E3779B97F4A7C15L) & Long.MAX_VALUE;
        minima[k] = Math.min(minima[k], mixed);
      }
    }
    long[] keys = new long[bands];
    for (int band = 0; band < bands; band++) {
      long key = band + 1;
      for (int row = 0; row < rows; row++) {
        key = Mix.both(key, minima[band * rows + row]);
      }
      keys[band] = key;
    }
    return keys;
  }

  private long[] bands(String hex) {
    int bands = arguments.get(0);
    int width = hex.length() / bands;
    if (width == 0) {
      return NONE;
    }
    long[] keys = new long[bands];
    for (int i = 0; i < bands; i++) {
      keys[i] = Mix.both(i + 1, Mix.text(hex.substring(i * width, (i + 1) * width)));
    }
    return keys;
  }

  private long[] deletions(String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    int looked = Math.min(arguments.get(0), text.length());
    long[] keys = new long[looked + 1];
    keys[looked] = Mix.text(text);
    for (int i = 0; i < looked; i++) {
      keys[i] = Mix.text(text.substring(0, i) + text.substring(i + 1));
    }
    return keys;
  }
}

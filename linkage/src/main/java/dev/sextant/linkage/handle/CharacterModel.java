package dev.sextant.linkage.handle;

import dev.sextant.linkage.metric.Bits;
import java.util.Collection;

/**
 * How surprising each character of a word is after the ones before it: a Markov model of order
 * {@value #ORDER}, each order interpolated with the one below (Witten and Bell 1991, DOI
 * 10.1109/18.87000), frozen when made. Learned from distinct words, each counted once, so that a
 * word does not grow usual by its owner's many accounts; and of every count of an order above 1 one
 * is taken as the word's own.
 *
 * <p>Deterministic: counts do not depend on the order of the words, and surprisal is kept in
 * 1/65536 bits.
 */
public final class CharacterModel {
  /** Characters before a character that may foretell it. */
  static final int ORDER = 3;

  /* a-z, 0-9, the end of the word, anything else, the mark before a word. */
  private static final int SYMBOLS = 38;
  private static final int END = 36;
  private static final int OTHER = 37;
  private static final int BEGIN = 38;
  private static final long WINDOW = (1L << 6 * (ORDER + 1)) - 1;
  private static final long BELOW = (1L << 48) - 1;

  private final GramCounts grams = new GramCounts();
  private final GramCounts after = new GramCounts();
  private final GramCounts kinds = new GramCounts();

  /** Learns from distinct folded words. */
  public CharacterModel(Collection<String> words) {
    for (String word : words) {
      long window = BEGIN;
      for (int i = 0; i <= word.length(); i++) {
        window = (window << 6 | symbol(word, i)) & WINDOW;
        for (int length = 1; length <= Math.min(ORDER, i + 1) + 1; length++) {
          grams.add(key(length, window & (1L << 6 * length) - 1), 1);
        }
      }
    }
    grams.each((key, times) -> {
      int left = left(length(key), times);
      if (left > 0) {
        long context = key(length(key) - 1, (key & BELOW) >>> 6);
        after.add(context, left);
        kinds.add(context, 1);
      }
    });
  }

  /* A key is the gram's symbols, 6 bits each, under its length and 1: so no key is 0, not even that of
   * the empty context. */
  private static long key(int length, long symbols) {
    return (length + 1L) << 48 | symbols;
  }

  private static int length(long key) {
    return (int) (key >>> 48) - 1;
  }

  private static int left(int length, int times) {
    return length <= 2 ? times : times - 1;
  }

  private static int symbol(CharSequence word, int at) {
    if (at == word.length()) {
      return END;
    }
    char c = word.charAt(at);
    return c >= 'a' && c <= 'z' ? c - 'a' : c >= '0' && c <= '9' ? 26 + c - '0' : OTHER;
  }

  /**
   * The surprisal of each character of a word and, last, of its end.
   *
   * @return 1/65536 bits each, at least 0; one longer than the word
   */
  public int[] surprisal(CharSequence word) {
    int[] bits = new int[word.length() + 1];
    long window = BEGIN;
    for (int i = 0; i < bits.length; i++) {
      window = (window << 6 | symbol(word, i)) & WINDOW;
      bits[i] = Math.max(0, -Bits.log2(probability(window, Math.min(ORDER, i + 1))));
    }
    return bits;
  }

  /**
   * The probabilities of the words that begin at one place of a text.
   *
   * @param from where they begin
   * @param to where the longest ends, exclusive
   * @param words takes at {@code k} the probability of the word of {@code k} characters, its end
   *     included; at least {@code to - from + 1} long
   */
  void words(CharSequence text, int from, int to, double[] words) {
    long window = BEGIN;
    double so = 1;
    for (int k = 0; k <= to - from; k++) {
      long end = (window << 6 | END) & WINDOW;
      words[k] = so * probability(end, Math.min(ORDER, k + 1));
      if (k < to - from) {
        window = (window << 6 | symbol(text, from + k)) & WINDOW;
        so *= probability(window, Math.min(ORDER, k + 1));
      }
    }
  }

  private double probability(long window, int order) {
    double probability = 1.0 / SYMBOLS;
    for (int k = 0; k <= order; k++) {
      long context = key(k, window >>> 6 & (1L << 6 * k) - 1);
      int kindsAfter = kinds.get(context);
      if (kindsAfter > 0) {
        int here =
            Math.max(0, left(k + 1, grams.get(key(k + 1, window & (1L << 6 * (k + 1)) - 1))));
        probability =
            (here + kindsAfter * probability) / ((double) after.get(context) + kindsAfter);
      }
    }
    return probability;
  }
}

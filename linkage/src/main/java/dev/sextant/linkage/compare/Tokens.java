package dev.sextant.linkage.compare;

import dev.sextant.linkage.metric.Folded;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much two texts share of their words or grams, rare ones counting more: cosine of the sets
 * with each member weighed by the logarithm of its rarity in the corpus (Salton's inverse document
 * frequency). For titles, descriptions, lists of names.
 */
public final class Tokens implements Comparison<Tokens.Prepared> {
  private static final int[] BANDS = {95, 85, 75, 65, 55, 45, 35, 25, 15, 5};

  private final int gram;
  private final Map<String, Integer> records;
  private final int all;

  private Tokens(int gram, Map<String, Integer> records, int all) {
    this.gram = gram;
    this.records = records;
    this.all = all;
  }

  /** Option {@code gram}: letters of a gram, 0 for words (default). */
  public static Tokens of(Options options, Corpus corpus) {
    int gram = options.number("gram", 0, 0, 5);
    Map<String, Integer> records = new HashMap<>();
    int[] all = {0};
    corpus.walk((cells, times) -> {
      all[0] += times;
      for (String token : tokens(cells, gram)) {
        records.merge(token, times, Integer::sum);
      }
    });
    return new Tokens(gram, records, Math.max(2, all[0]));
  }

  private static HashSet<String> tokens(List<String> cells, int gram) {
    HashSet<String> tokens = new HashSet<>();
    for (String word : Folded.split(String.join(" ", cells))) {
      if (gram == 0) {
        tokens.add(word);
        continue;
      }
      String framed = "_" + word + "_";
      for (int i = 0; i + gram <= framed.length(); i++) {
        tokens.add(framed.substring(i, i + gram));
      }
      if (framed.length() < gram) {
        tokens.add(framed);
      }
    }
    return tokens;
  }

  @Override
  public List<String> levels() {
    String[] levels = new String[BANDS.length + 2];
    levels[0] = gram == 0 ? "same words" : "same grams";
    for (int i = 0; i < BANDS.length; i++) {
      levels[i + 1] = "shares " + BANDS[i] + " % by rarity";
    }
    levels[BANDS.length + 1] = "shares next to nothing";
    return List.of(levels);
  }

  @Override
  public @Nullable Prepared prepare(List<String> cells) {
    HashSet<String> tokens = tokens(cells, gram);
    if (tokens.isEmpty()) {
      return null;
    }
    String[] sorted = tokens.toArray(String[]::new);
    Arrays.sort(sorted);
    long[] hashes = new long[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      hashes[i] = hash(sorted[i]);
    }
    Map<Long, String> byHash = new HashMap<>();
    for (int i = 0; i < sorted.length; i++) {
      byHash.put(hashes[i], sorted[i]);
    }
    Arrays.sort(hashes);
    float[] weights = new float[hashes.length];
    double norm = 0;
    for (int i = 0; i < hashes.length; i++) {
      int held = records.getOrDefault(byHash.getOrDefault(hashes[i], ""), 1);
      double rarity = StrictMath.log((all + 1.0) / held);
      weights[i] = (float) (rarity * rarity);
      norm += weights[i];
    }
    return new Prepared(hashes, weights, StrictMath.sqrt(norm), String.join(" ", sorted));
  }

  private static long hash(String token) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < token.length(); i++) {
      hash = (hash ^ token.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  @Override
  public int level(Prepared a, Prepared b) {
    if (Arrays.equals(a.hashes, b.hashes)) {
      return 0;
    }
    double shared = 0;
    int i = 0;
    int j = 0;
    while (i < a.hashes.length && j < b.hashes.length) {
      long x = a.hashes[i];
      long y = b.hashes[j];
      if (x == y) {
        shared += a.weights[i];
        i++;
        j++;
      } else if (x < y) {
        i++;
      } else {
        j++;
      }
    }
    double cosine = 100 * shared / (a.norm * b.norm);
    for (int band = 0; band < BANDS.length; band++) {
      if (cosine >= BANDS[band]) {
        return band + 1;
      }
    }
    return BANDS.length + 1;
  }

  @Override
  public @Nullable String term(Prepared value, int level) {
    return level == 0 ? value.text : null;
  }

  /**
   * A set of tokens.
   *
   * @param hashes sorted
   * @param weights by hash, rarity squared
   * @param norm square root of the weights' sum
   * @param text the tokens in alphabetic order
   */
  public record Prepared(long[] hashes, float[] weights, double norm, String text) {}
}

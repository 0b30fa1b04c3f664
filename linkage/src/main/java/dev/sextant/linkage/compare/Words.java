package dev.sextant.linkage.compare;

import dev.sextant.linkage.metric.Edits;
import dev.sextant.linkage.metric.Folded;
import dev.sextant.linkage.metric.JaroWinkler;
import dev.sextant.linkage.name.Nicknames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much two texts of a few words say in common, in bits: words are aligned one to one, and each
 * aligned word counts with its surprisal in the table, log2(all records / records with the word).
 * So "sir" and "baronet" shared say little however often they stand together, and one rare surname
 * says much. A word misspelt, shortened or (for names) a usual other form counts in part.
 *
 * <p>Levels are a grid of two: how many bits are shared, which strangers seldom reach, and which
 * part of the two texts that is, which tells a short form from another text.
 */
public final class Words implements Comparison<Words.Prepared> {
  private static final String[] BITS = {
    "28 bits or more",
    "22 to 28 bits",
    "17 to 22 bits",
    "13 to 17 bits",
    "9 to 13 bits",
    "less than 9 bits"
  };
  private static final int[] SAME = {28, 22, 17, 13, 9};
  private static final int[] MOST = {22, 17, 13, 9};
  private static final int[] SOME = {17, 11, 6};

  private final boolean names;
  private final Map<String, Integer> records;
  private final double all;
  private final ThreadLocal<Aligner> aligners;

  private Words(boolean names, Map<String, Integer> records, int all) {
    this.names = names;
    this.records = records;
    this.all = all;
    Nicknames nicknames = Nicknames.shipped();
    this.aligners = ThreadLocal.withInitial(() -> new Aligner(names ? nicknames : null));
  }

  /** Option {@code names}: whether initials and usual forms of given names count; default no. */
  public static Words of(Options options, Corpus corpus) {
    boolean names = options.flag("names", false);
    Map<String, Integer> records = new HashMap<>();
    int[] all = {0};
    corpus.walk((cells, times) -> {
      all[0] += times;
      for (String word : new HashSet<>(Folded.split(String.join(" ", cells)))) {
        records.merge(word, times, Integer::sum);
      }
    });
    return new Words(names, records, Math.max(2, all[0]));
  }

  @Override
  public List<String> levels() {
    List<String> levels = new ArrayList<>();
    for (String bits : BITS) {
      levels.add("the same words, " + bits);
    }
    levels.add("most words, 22 bits or more");
    levels.add("most words, 17 to 22 bits");
    levels.add("most words, 13 to 17 bits");
    levels.add("most words, 9 to 13 bits");
    levels.add("most words, less than 9 bits");
    levels.add("some words, 17 bits or more");
    levels.add("some words, 11 to 17 bits");
    levels.add("some words, 6 to 11 bits");
    levels.add("next to nothing shared");
    return levels;
  }

  @Override
  public @Nullable Prepared prepare(List<String> cells) {
    List<String> words = Folded.split(String.join(" ", cells));
    if (words.isEmpty()) {
      return null;
    }
    String[] sorted = words.stream().distinct().sorted().toArray(String[]::new);
    float[] bits = new float[sorted.length];
    float sum = 0;
    for (int i = 0; i < sorted.length; i++) {
      int held = records.getOrDefault(sorted[i], 1);
      bits[i] = (float) (StrictMath.log((all + 1) / held) / StrictMath.log(2));
      sum += bits[i];
    }
    return new Prepared(sorted, bits, sum);
  }

  @Override
  public int level(Prepared a, Prepared b) {
    boolean equal = Arrays.equals(a.words, b.words);
    double shared = equal ? a.sum : aligners.get().shared(a, b);
    double share = equal ? 1 : shared / Math.max(0.001, a.sum + b.sum - shared);
    if (share >= 0.9) {
      return band(shared, SAME);
    }
    if (share >= 0.5) {
      return SAME.length + 1 + band(shared, MOST);
    }
    return SAME.length + MOST.length + 2 + band(shared, SOME);
  }

  private static int band(double bits, int[] least) {
    int band = 0;
    while (band < least.length && bits < least[band]) {
      band++;
    }
    return band;
  }

  /** Whether forms of given names count. */
  boolean names() {
    return names;
  }

  /** Aligns words; for one thread. */
  private static final class Aligner {
    private static final double EDITED = 0.75;
    private static final double SHORTENED = 0.4;

    private final @Nullable Nicknames nicknames;
    private final Edits edits = new Edits();
    private final JaroWinkler likeness = new JaroWinkler();
    private boolean[] used = new boolean[64];
    private int[] open = new int[64];

    Aligner(@Nullable Nicknames nicknames) {
      this.nicknames = nicknames;
    }

    /* Equal words first, by a merge of the sorted lists; what is left of the shorter list takes its
     * best of the other's rest. Symmetric: the side with fewer words left, then the one whose words
     * come first, chooses. */
    double shared(Prepared one, Prepared other) {
      boolean swap =
          other.words.length < one.words.length
              || (other.words.length == one.words.length
                  && Arrays.compare(other.words, one.words) < 0);
      Prepared a = swap ? other : one;
      Prepared b = swap ? one : other;
      if (used.length < b.words.length || open.length < a.words.length) {
        used = new boolean[b.words.length];
        open = new int[b.words.length];
      }
      Arrays.fill(used, 0, b.words.length, false);
      int left = 0;
      double shared = 0;
      int j = 0;
      for (int i = 0; i < a.words.length; i++) {
        int by = 1;
        while (j < b.words.length && (by = b.words[j].compareTo(a.words[i])) < 0) {
          j++;
        }
        if (j < b.words.length && by == 0) {
          shared += a.bits[i];
          used[j++] = true;
        } else {
          open[left++] = i;
        }
      }
      for (int k = 0; k < left; k++) {
        shared += best(a, open[k], b);
      }
      return shared;
    }

    private double best(Prepared a, int i, Prepared b) {
      double best = 0;
      int at = -1;
      for (int j = 0; j < b.words.length; j++) {
        if (!used[j]) {
          double alike = alike(a.words[i], b.words[j]);
          double bits = alike * Math.min(a.bits[i], b.bits[j]);
          if (bits > best) {
            best = bits;
            at = j;
          }
        }
      }
      if (at >= 0) {
        used[at] = true;
      }
      return best;
    }

    private double alike(String x, String y) {
      int shorter = Math.min(x.length(), y.length());
      /* Most words of two texts have nothing in common, and two that begin and end differently are
       * seldom one word misspelt: seen at once, they need no alignment of letters. */
      if (x.charAt(0) != y.charAt(0)
          && x.charAt(x.length() - 1) != y.charAt(y.length() - 1)
          && (nicknames == null || shorter < 3)) {
        return 0;
      }
      if (shorter >= 4 && Math.abs(x.length() - y.length()) <= 2) {
        int apart = edits.distance(x, y);
        if (apart == 1 || (apart == 2 && shorter >= 7)) {
          return EDITED;
        }
        if (likeness.likeness(x, y) >= 9200) {
          return EDITED;
        }
      } else if (shorter == 3 && edits.distance(x, y) == 1) {
        return SHORTENED;
      }
      if (nicknames == null) {
        return shorter >= 4 && (x.startsWith(y) || y.startsWith(x)) ? SHORTENED : 0;
      }
      if (shorter == 1 ? x.charAt(0) == y.charAt(0) : x.startsWith(y) || y.startsWith(x)) {
        return shorter == 1 ? SHORTENED / 2 : SHORTENED;
      }
      return nicknames.related(x, y) ? EDITED : 0;
    }
  }

  /**
   * Words with what each says.
   *
   * @param words sorted, distinct
   * @param bits surprisal of each
   * @param sum of all bits
   */
  @SuppressWarnings("ArrayRecordComponent") // read in the innermost loop; never changed
  public record Prepared(String[] words, float[] bits, float sum) {}
}

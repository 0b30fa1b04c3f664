package dev.sextant.linkage.compare;

import dev.sextant.linkage.metric.Folded;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Codes in running text: model, part and serial numbers, which are words with a digit, written with
 * or without hyphens ({@code PS-LX350H}, {@code pslx350h}). Two texts that share a rare one speak
 * of one thing; two that have codes and share none, mostly of two.
 */
public final class Codes implements Comparison<Codes.Prepared> {
  private static final List<String> LEVELS =
      List.of(
          "share a code of 9 bits or more",
          "share a code of 6 to 9 bits",
          "one code is the beginning or end of another",
          "share a common code",
          "share no code");

  /** Shorter ones are sizes and counts. */
  private static final int SHORTEST = 3;

  private final Map<String, Integer> records;
  private final double all;

  private Codes(Map<String, Integer> records, double all) {
    this.records = records;
    this.all = all;
  }

  /** Takes no options; learns how rare codes are. */
  public static Codes of(Options options, Corpus corpus) {
    Map<String, Integer> records = new HashMap<>();
    int[] all = {0};
    corpus.walk((cells, times) -> {
      all[0] += times;
      codes(cells).forEach(code -> records.merge(code, times, Integer::sum));
    });
    return new Codes(records, Math.max(2, all[0]));
  }

  private static TreeSet<String> codes(List<String> cells) {
    TreeSet<String> codes = new TreeSet<>();
    for (String cell : cells) {
      for (String part : cell.split("[\\s,;/()\\[\\]]+", -1)) {
        String code = Folded.words(part).replace(" ", "");
        boolean digit = code.chars().anyMatch(Character::isDigit);
        boolean letter = code.chars().anyMatch(Character::isLetter);
        if (digit && code.length() >= (letter ? SHORTEST : SHORTEST + 1)) {
          codes.add(code);
        }
      }
    }
    return codes;
  }

  @Override
  public List<String> levels() {
    return LEVELS;
  }

  @Override
  public @Nullable Prepared prepare(List<String> cells) {
    String[] codes = codes(cells).toArray(String[]::new);
    if (codes.length == 0) {
      return null;
    }
    double[] bits = new double[codes.length];
    for (int i = 0; i < codes.length; i++) {
      bits[i] = StrictMath.log(all / records.getOrDefault(codes[i], 1)) / StrictMath.log(2);
    }
    return new Prepared(codes, bits);
  }

  @Override
  public int level(Prepared a, Prepared b) {
    double shared = -1;
    for (int i = 0; i < a.codes.length; i++) {
      if (Arrays.binarySearch(b.codes, a.codes[i]) >= 0) {
        shared = Math.max(shared, a.bits[i]);
      }
    }
    if (shared >= 6) {
      return shared >= 9 ? 0 : 1;
    }
    return part(a, b) || part(b, a) ? 2 : shared >= 0 ? 3 : 4;
  }

  private static boolean part(Prepared whole, Prepared part) {
    for (String code : part.codes) {
      for (String other : whole.codes) {
        if (code.length() > SHORTEST
            && other.length() > code.length()
            && (other.startsWith(code) || other.endsWith(code))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The codes of a text.
   *
   * @param codes sorted, distinct
   * @param bits surprisal of each
   */
  @SuppressWarnings("ArrayRecordComponent") // read in the innermost loop; never changed
  public record Prepared(String[] codes, double[] bits) {}
}

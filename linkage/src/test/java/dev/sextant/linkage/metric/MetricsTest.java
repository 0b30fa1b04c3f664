package dev.sextant.linkage.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The metrics against plain twins, and against published values. */
class MetricsTest {
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("abc").ofMaxLength(12),
        Arbitraries.strings().withChars("abcdé\u0434").ofMaxLength(90));
  }

  @Property(seed = "20261122")
  void editsAsTheTable(@ForAll("texts") String a, @ForAll("texts") String b) {
    Edits edits = new Edits();
    assertThat(edits.distance(a, b)).isEqualTo(table(a, b)).isEqualTo(edits.distance(b, a));
    assertThat(edits.distance(a, a)).isZero();
  }

  @Property(seed = "20261122")
  void jaroWinklerAsDefined(@ForAll("texts") String a, @ForAll("texts") String b) {
    JaroWinkler metric = new JaroWinkler();
    assertThat((double) metric.likeness(a, b)).isBetween(plain(a, b) - 1.01, plain(a, b) + 0.01);
  }

  @Provide
  Arbitrary<String> raws() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("ab1 ").ofMaxLength(8),
        Arbitraries.strings().withCharRange(' ', '\u007f').ofMaxLength(12),
        Arbitraries.strings().withChars("aZ \t.'\u00e9\u0301").ofMaxLength(8));
  }

  @Property(seed = "20261122")
  void foldedAsBySteps(@ForAll("raws") String raw) {
    String bare =
        Normalizer.normalize(raw, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{Mn}", "");
    String words = bare.replace("'", "").replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    assertThat(Folded.words(raw)).isEqualTo(words);
    assertThat(Folded.text(raw)).isEqualTo(bare.replaceAll("[\\s]+", " ").strip());
    if (raw.matches("([a-z0-9]+( [a-z0-9]+)*)?")) {
      assertThat(Folded.words(raw)).as("no copy").isSameAs(raw);
    }
  }

  @Property(seed = "20261122")
  void gramsAsSets(@ForAll("texts") String a, @ForAll("texts") String b) {
    for (int q = 1; q <= 4; q++) {
      Set<String> left = grams(a, q);
      Set<String> right = grams(b, q);
      long[] x = Grams.distinct(a, q, true);
      long[] y = Grams.distinct(b, q, true);
      Set<String> both = new HashSet<>(left);
      both.retainAll(right);
      assertThat(x).hasSize(left.size());
      assertThat(Grams.shared(x, y)).isEqualTo(both.size());
      assertThat(Grams.jaccard(x, y)).isEqualTo(Grams.jaccard(y, x)).isBetween(0, 10_000);
      assertThat(Grams.cosine(x, y)).isEqualTo(Grams.cosine(y, x)).isBetween(0, 10_000);
    }
  }

  @Property(seed = "20261122")
  void longestRunAsSearched(@ForAll("texts") String a, @ForAll("texts") String b) {
    SharedRun run = new SharedRun();
    int length = run.longest(a, b);
    assertThat(length).isEqualTo(searched(a, b));
    assertThat(a.substring(run.aEnd() - length, run.aEnd()))
        .isEqualTo(b.substring(run.bEnd() - length, run.bEnd()));
  }

  @Test
  void winklersOwnPairs() {
    JaroWinkler metric = new JaroWinkler();
    assertThat(metric.likeness("MARTHA", "MARHTA")).isBetween(9610, 9612);
    assertThat(metric.likeness("DWAYNE", "DUANE")).isBetween(8399, 8401);
    assertThat(metric.likeness("DIXON", "DICKSONX")).isBetween(8132, 8134);
    assertThat(metric.likeness("", "x")).isZero();
  }

  @Test
  void bitsAreExact() {
    assertThat(Bits.log2(8)).isEqualTo(3 * Bits.ONE);
    assertThat(Bits.log2(0.5)).isEqualTo(-Bits.ONE);
    assertThat(Bits.shown(Bits.of(2.5))).isEqualTo(2.5);
  }

  private static int table(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }

  private static double plain(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.equals(b) ? 10_000 : 0;
    }
    int reach = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
    boolean[] used = new boolean[b.length()];
    StringBuilder left = new StringBuilder();
    for (int i = 0; i < a.length(); i++) {
      for (int j = Math.max(0, i - reach); j < Math.min(b.length(), i + reach + 1); j++) {
        if (!used[j] && a.charAt(i) == b.charAt(j)) {
          used[j] = true;
          left.append(a.charAt(i));
          break;
        }
      }
    }
    StringBuilder right = new StringBuilder();
    for (int j = 0; j < b.length(); j++) {
      if (used[j]) {
        right.append(b.charAt(j));
      }
    }
    double m = left.length();
    if (m == 0) {
      return 0;
    }
    int halves = 0;
    for (int i = 0; i < left.length(); i++) {
      halves += left.charAt(i) == right.charAt(i) ? 0 : 1;
    }
    double jaro = (m / a.length() + m / b.length() + (m - halves / 2.0) / m) / 3;
    int prefix = 0;
    while (prefix < Math.min(4, Math.min(a.length(), b.length()))
        && a.charAt(prefix) == b.charAt(prefix)) {
      prefix++;
    }
    return 10_000 * (jaro > 0.7000001 ? jaro + prefix * 0.1 * (1 - jaro) : jaro);
  }

  private static Set<String> grams(String text, int q) {
    Set<String> grams = new HashSet<>();
    String framed = text.isEmpty() ? "" : "\u0002" + text + "\u0003";
    for (int i = 0; i + q <= framed.length(); i++) {
      grams.add(framed.substring(i, i + q));
    }
    return grams;
  }

  private static int searched(String a, String b) {
    return IntStream.range(0, a.length())
        .map(i ->
            IntStream.rangeClosed(i, a.length())
                .filter(j -> b.contains(a.substring(i, j)))
                .map(j -> j - i)
                .max()
                .orElse(0))
        .max()
        .orElse(0);
  }

  @Test
  void gramsOfALongTextAreSorted() {
    long[] grams = Grams.distinct("the quick brown fox jumps over the lazy dog", 3, false);
    long[] sorted = grams.clone();
    Arrays.sort(sorted);
    assertThat(grams).isEqualTo(sorted);
  }
}

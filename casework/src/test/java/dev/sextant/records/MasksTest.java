package dev.sextant.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.Excerpt.Range;
import dev.sextant.records.store.RecordRows.Ranges;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MasksTest {
  private static Locator own(long from, long to) {
    return new Locator(Digest.of(new byte[0]), "", from, to, "");
  }

  private static String masked(String text, Locator own, Ranges ranges) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    List<Range> masked = Masks.of(ranges, own, new Range(0, bytes.length));
    return new String(Masks.apply(bytes, 0, masked), StandardCharsets.US_ASCII);
  }

  private static long[] range(long from, long to) {
    return new long[] {from, to};
  }

  @Test
  void onlyRecordsInScopeAreShown() {
    assertThat(
            masked(
                "ab[one][two][three]",
                own(2, 7),
                new Ranges(List.of(range(2, 7), range(12, 19)), List.of(range(7, 12)))))
        .isEqualTo("**[one]*****[three]");
  }

  @Test
  void theInnermostDecides() {
    Ranges sealedInside = new Ranges(List.of(range(0, 9)), List.of(range(3, 6)));
    assertThat(masked("abcSEALhi", own(0, 9), sealedInside)).isEqualTo("abc***Lhi");
    Ranges seenInside = new Ranges(List.of(range(3, 6)), List.of(range(0, 9)));
    assertThat(masked("abcSEEhij", own(3, 6), seenInside)).isEqualTo("***SEE***");
    Ranges same = new Ranges(List.of(range(0, 4)), List.of(range(0, 4)));
    assertThat(masked("both", own(0, 4), same)).isEqualTo("both");
  }

  @Test
  void agreesWithAByteByByteJudge() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      int size = 1 + random.nextInt(40);
      List<long[]> seen = some(random, size);
      List<long[]> sealed = some(random, size);
      Locator own = own(random.nextInt(size), size);
      int from = random.nextInt(size);
      List<Range> masked = Masks.of(new Ranges(seen, sealed), own, new Range(from, size));
      List<long[]> open = new ArrayList<>(seen);
      open.add(range(own.from(), own.to()));
      for (int at = from; at < size; at++) {
        int place = at;
        boolean hidden = masked.stream().anyMatch(m -> m.from() <= place && place < m.to());
        boolean expected = shortest(open, at) > shortest(sealed, at) || shortest(open, at) == 99;
        assertThat(hidden).as("round %d, byte %d", round, at).isEqualTo(expected);
      }
    }
  }

  private static List<long[]> some(Random random, int size) {
    List<long[]> out = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      int a = random.nextInt(size + 1);
      int b = random.nextInt(size + 1);
      out.add(range(Math.min(a, b), Math.max(a, b)));
    }
    return out;
  }

  private static long shortest(List<long[]> ranges, int at) {
    return ranges.stream()
        .filter(r -> r[0] <= at && at < r[1])
        .mapToLong(r -> r[1] - r[0])
        .min()
        .orElse(99);
  }
}

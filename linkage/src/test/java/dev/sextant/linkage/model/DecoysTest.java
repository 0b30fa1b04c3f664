package dev.sextant.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.linkage.metric.Bits;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Scores that claim too much are brought down to what strangers show. */
class DecoysTest {
  @Test
  void aBiasOfTwoBitsIsTakenAway() {
    SplittableRandom random = new SplittableRandom(5);
    int[] across = new int[40_000];
    int[] inside = new int[40_000];
    int a = 0;
    int i = 0;
    while (a < across.length && i < inside.length) {
      double truth = -8 + 12 * random.nextDouble();
      int said = Bits.of(truth + 2);
      double p = 1 / (1 + Math.pow(2, -truth));
      /* Strangers are as many inside as across; pairs of one actor only across. */
      if (random.nextDouble() >= p) {
        across[a++] = said;
        inside[i++] = said;
      } else {
        across[a++] = said;
      }
    }
    Decoys decoys =
        Decoys.learn(java.util.Arrays.copyOf(across, a), java.util.Arrays.copyOf(inside, i), 1);
    assertThat(decoys.learned()).isTrue();
    for (int bits = -3; bits <= 4; bits++) {
      assertThat(Bits.shown(decoys.corrected(Bits.of(bits)))).isCloseTo(bits - 2, within(0.8));
    }
  }

  @Test
  void theOrderStays() {
    SplittableRandom random = new SplittableRandom(6);
    int[] across = random.ints(5000, Bits.of(-10), Bits.of(10)).toArray();
    int[] inside = random.ints(2000, Bits.of(-12), Bits.of(3)).toArray();
    Decoys decoys = Decoys.learn(across, inside, 1.5);
    for (int score = Bits.of(-20); score < Bits.of(20); score += 1000) {
      assertThat(decoys.corrected(score)).isLessThanOrEqualTo(decoys.corrected(score + 1000));
    }
  }

  @Test
  void nothingToLearnFromMeansNoCorrection() {
    Decoys decoys = Decoys.learn(new int[] {1, 2, 3}, new int[0], 1);
    assertThat(decoys.learned()).isFalse();
    assertThat(decoys.corrected(77)).isEqualTo(77);
  }
}

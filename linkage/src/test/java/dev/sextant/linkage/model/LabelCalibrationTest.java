package dev.sextant.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.linkage.metric.Bits;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LabelCalibrationTest {
  private static final long SEED = 20_261_122;

  /** Scores that claim too much: the true log odds are half of them. */
  private static int[][] drawn(int pairs, SplittableRandom random) {
    List<Integer> same = new ArrayList<>();
    List<Integer> different = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      double score = random.nextDouble() * 16 - 8;
      double truth = 1 / (1 + Math.pow(2, -score / 2));
      (random.nextDouble() < truth ? same : different).add(Bits.of(score));
    }
    return new int[][] {ints(same), ints(different)};
  }

  private static int[] ints(List<Integer> of) {
    return of.stream().mapToInt(Integer::intValue).toArray();
  }

  @Test
  void findsWhatScoresAreWorth() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int pairs : new int[] {240, 20_000}) {
      int[][] labels = drawn(pairs, random);
      LabelCalibration learned = LabelCalibration.learn(labels[0], labels[1]);
      assertThat(learned.kind())
          .isEqualTo(
              pairs == 240 ? LabelCalibration.Kind.BI_GAUSSIAN : LabelCalibration.Kind.ISOTONIC);
      assertThat(learned.same() + learned.different()).isEqualTo(pairs);
      for (double score = -6; score <= 6; score += 1) {
        assertThat(Bits.shown(learned.of(Bits.of(score))))
            .as("%s labels, score %s, seed %s", pairs, score, SEED)
            .isBetween(score / 2 - 1.6, score / 2 + 1.6);
      }
    }
  }

  @Test
  void neverTurnsTheOrder() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 200; round++) {
      int[][] labels = drawn(20 + random.nextInt(2000), random);
      LabelCalibration learned = LabelCalibration.learn(labels[0], labels[1]);
      int before = Integer.MIN_VALUE;
      for (int score = Bits.of(-70); score < Bits.of(70); score += 9_973) {
        int after = learned.of(score);
        assertThat(after).as("seed %s round %s", SEED, round).isGreaterThanOrEqualTo(before);
        before = after;
      }
    }
  }

  @Test
  void aFewLabelsOrLabelsOfOneKindChangeNothing() {
    LabelCalibration few = LabelCalibration.learn(new int[9], new int[500]);
    assertThat(few.kind()).isEqualTo(LabelCalibration.Kind.NONE);
    assertThat(few.of(123_456)).isEqualTo(123_456);
  }

  @Test
  void scoresThatToldNothingAreFlattened() {
    int[] against = new int[20];
    int[] forth = new int[20];
    java.util.Arrays.fill(against, Bits.of(3));
    java.util.Arrays.fill(forth, Bits.of(-3));
    LabelCalibration reversed = LabelCalibration.learn(forth, against);
    // 20 labels of either kind: 20/70 flat, the rest as claimed.
    assertThat(Bits.shown(reversed.of(Bits.of(7)))).isEqualTo(5);
    assertThat(reversed.of(Bits.of(-7))).isEqualTo(-Bits.of(5));
  }
}

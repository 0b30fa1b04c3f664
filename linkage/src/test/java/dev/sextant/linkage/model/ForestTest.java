package dev.sextant.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.linkage.metric.Bits;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Which fields hang together, against counts worked out by hand and models known beforehand. */
class ForestTest {
  private static final long SEED = 20_261_122;

  private static long pattern(int... levels) {
    long pattern = 0;
    for (int f = 0; f < levels.length; f++) {
      pattern = Pattern.with(pattern, f, levels[f]);
    }
    return pattern;
  }

  @Test
  void findsTheFieldsThatHangTogetherAndHowMuch() {
    // Fields 0 and 1 agree together: 100 of 1,000 each, 90 of them at once; field 2 is on its own.
    long[] patterns = {
      pattern(0, 0, 0), pattern(0, 1, 0), pattern(1, 0, 0), pattern(1, 1, 0),
      pattern(0, 0, 1), pattern(0, 1, 1), pattern(1, 0, 1), pattern(1, 1, 1)
    };
    double[] weights = {45, 5, 5, 445, 45, 5, 5, 445};
    Forest forest = new Forest(new int[] {2, 2, 2}, new boolean[3]);
    forest.choose(patterns, weights, 0);
    // 10 would be expected: (90 + 5) / (10 + 5), whatever the third field says.
    assertThat(forest.ratio(pattern(0, 0, 1))).isCloseTo(95.0 / 15, within(1e-9));
    assertThat(forest.ratio(pattern(0, 1, 0))).isCloseTo(15.0 / 95, within(1e-9));
    // Were 100 of them perhaps of another kind, that would be less sure: 195 to 115.
    Forest unsure = new Forest(new int[] {2, 2, 2}, new boolean[3]);
    unsure.choose(patterns, weights, 100);
    assertThat(unsure.ratio(pattern(0, 0, 1))).isCloseTo(195.0 / 115, within(1e-9));
    // Who says nothing in one of them says nothing of both.
    assertThat(forest.ratio(pattern(Pattern.MISSING, 0, 0))).isEqualTo(1);
    List<Dependence.Edge> edges =
        Forest.both(forest, new Forest(new int[] {2, 2, 2}, new boolean[3])).edges();
    assertThat(edges).hasSize(1);
    assertThat(edges.getFirst().one()).isZero();
    assertThat(edges.getFirst().other()).isEqualTo(1);
    assertThat(Bits.shown(edges.getFirst().bits(0, 0))).isCloseTo(2.6630, within(1e-4));
    assertThat(edges.getFirst().strangerBits(0, 0)).isZero();
  }

  @Test
  void chanceTiesNoFields() {
    SplittableRandom random = new SplittableRandom(SEED);
    PatternCounts counts = new PatternCounts();
    for (int i = 0; i < 20_000; i++) {
      counts.add(pattern(random.nextInt(3), random.nextInt(3), random.nextInt(2)), 1);
    }
    long[] patterns = counts.patterns();
    double[] weights = new double[patterns.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = counts.count(patterns[i]);
    }
    Forest forest = new Forest(new int[] {3, 3, 2}, new boolean[3]);
    forest.choose(patterns, weights, 0);
    assertThat(forest.ratio(pattern(0, 0, 0))).as("seed " + SEED).isEqualTo(1);
    Forest apart = new Forest(new int[] {2, 2}, new boolean[] {true, false});
    apart.choose(new long[] {pattern(0, 0), pattern(1, 1)}, new double[] {500, 500}, 0);
    assertThat(apart.ratio(pattern(0, 0))).isEqualTo(1);
  }

  /** Strangers who are born in one village mostly live there: that counts once, not twice. */
  @Test
  void whatStrangersHaveTogetherIsNotCountedTwice() {
    SplittableRandom random = new SplittableRandom(SEED);
    PatternCounts all = new PatternCounts();
    PatternCounts strangers = new PatternCounts();
    double prior = 0.002;
    for (int i = 0; i < 2_000_000; i++) {
      boolean same = random.nextDouble() < prior;
      boolean village = same ? random.nextInt(10) > 0 : random.nextInt(20) == 0;
      boolean lives = same ? random.nextInt(10) > 0 : village || random.nextInt(100) == 0;
      boolean name = random.nextDouble() < (same ? 0.9 : 0.005);
      boolean born = random.nextDouble() < (same ? 0.8 : 0.005);
      long pattern = pattern(name ? 0 : 1, born ? 0 : 1, village ? 0 : 1, lives ? 0 : 1);
      if (name && village || name && lives || born && village || name && born) {
        all.add(pattern, 1);
      }
      if (random.nextInt(4) == 0) {
        strangers.add(pattern, 1);
      }
    }
    List<Compared> fields =
        List.of(
            TrainerTest.field("name", null),
            TrainerTest.field("born", null),
            TrainerTest.field("village", null),
            TrainerTest.field("lives", null));
    Weights weights =
        new Trainer(
                fields,
                all,
                Trainer.Labelled.none(),
                SampledPairs.even(strangers, 2_000_000),
                2_000_000,
                0)
            .train();
    Rarity none = Rarity.terms(fields).counted(fields, new int[0]);
    Scorer scorer = new Scorer(fields, weights, none, Map.of());
    // All four agree: .002 * .9 * .8 * .9 * .9 against .998 * .005 * .005 * .05.
    double odds = Math.log(0.002 * 0.9 * 0.8 * 0.81 / (0.998 * 25e-6 * 0.05)) / Math.log(2);
    assertThat(Bits.shown(scorer.score(0, 1, 0))).as("seed " + SEED).isCloseTo(odds, within(0.3));
    assertThat(scorer.total(each(weights), 0)).isEqualTo(scorer.score(0, 1, 0));
  }

  private static int[] each(Weights weights) {
    return weights.fields().stream().mapToInt(field -> field.bits()[0]).toArray();
  }
}

package dev.sextant.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.linkage.metric.Bits;
import dev.sextant.linkage.profile.Field;
import dev.sextant.linkage.table.Column;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Learning and weighing against figures worked out by hand or known beforehand. */
class TrainerTest {
  private static final long SEED = 20_261_122;

  @Test
  void weightsAreLogarithmsOfRatios() {
    Weights.FieldWeights weights =
        Weights.FieldWeights.of(new double[] {0.9, 0.1}, new double[] {0.1, 0.9});
    /* log2 9 = 3.169925, log2 1/9 = -3.169925. */
    assertThat(Bits.shown(weights.bits()[0])).isCloseTo(3.169925, within(1e-5));
    assertThat(Bits.shown(weights.bits()[1])).isCloseTo(-3.169925, within(1e-5));
    assertThat(Bits.shown(new Weights(1.0 / 1025, List.of(weights)).priorBits())).isEqualTo(-10);
  }

  @Test
  void scoresAddUpAndGroupsAreCapped() {
    List<Compared> fields = List.of(field("x", "pair"), field("y", "pair"), field("z", null));
    Weights.FieldWeights eight =
        Weights.FieldWeights.of(new double[] {0.8, 0.2}, new double[] {0.1, 0.9});
    Weights weights = new Weights(1.0 / 1025, List.of(eight, eight, eight));
    Rarity none = Rarity.terms(fields).counted(fields, new int[0]);
    Scorer free = new Scorer(fields, weights, none, Map.of("pair", 100.0));
    Scorer capped = new Scorer(fields, weights, none, Map.of("pair", 4.0));
    /* All three agree: -10 + 3 x 3 bits; with the pair capped, -10 + 4 + 3. */
    assertThat(Bits.shown(free.score(0, 1, 0))).isEqualTo(-1);
    assertThat(Bits.shown(capped.score(0, 1, 0))).isEqualTo(-3);
    /* The first says nothing, the second differs: -10 + log2(2/9) + 3. */
    long pattern = Pattern.with(Pattern.with(0, 0, Pattern.MISSING), 1, 1);
    assertThat(Bits.shown(capped.score(0, 1, pattern))).isCloseTo(-10 - 2.169925 + 3, within(1e-4));
  }

  @Test
  void whatFieldsOfAGroupSayTogetherIsUnderItsCap() {
    List<Compared> fields = List.of(field("x", "pair"), field("y", "pair"), field("z", null));
    Weights.FieldWeights eight =
        Weights.FieldWeights.of(new double[] {0.8, 0.2}, new double[] {0.1, 0.9});
    double[][] once = {{1, 1}, {1, 1}};
    double[][] twice = {{2, 1}, {1, 1}};
    Rarity none = Rarity.terms(fields).counted(fields, new int[0]);
    Dependence within = new Dependence(List.of(new Dependence.Edge(0, 1, once, twice)));
    Dependence across = new Dependence(List.of(new Dependence.Edge(1, 2, once, twice)));
    List<Weights.FieldWeights> all = List.of(eight, eight, eight);
    Weights together = new Weights(1.0 / 1025, all, Relatives.NONE, within);
    Weights apart = new Weights(1.0 / 1025, all, Relatives.NONE, across);
    /* -10 + 3 x 3, less one; the pair's 3 + 3 - 1 held to 4, and 3 + 3 held to 4 less one. */
    Map<String, Double> four = Map.of("pair", 4.0);
    assertThat(Bits.shown(new Scorer(fields, together, none, Map.of()).score(0, 1, 0)))
        .isEqualTo(-2);
    assertThat(Bits.shown(new Scorer(fields, together, none, four).score(0, 1, 0))).isEqualTo(-3);
    assertThat(Bits.shown(new Scorer(fields, apart, none, four).score(0, 1, 0))).isEqualTo(-4);
    /* The second says nothing: nothing is said together. */
    long pattern = Pattern.with(0, 1, Pattern.MISSING);
    assertThat(Bits.shown(new Scorer(fields, apart, none, four).score(0, 1, pattern)))
        .isEqualTo(-4);
  }

  @Test
  void recoversTheModelThatMadeThePairs() {
    double[] m = {0.95, 0.85, 0.9, 0.8};
    double[] u = {0.01, 0.05, 0.02, 0.1};
    double prior = 0.002;
    int all = 2_000_000;
    SplittableRandom random = new SplittableRandom(SEED);
    PatternCounts candidates = new PatternCounts();
    PatternCounts strangers = new PatternCounts();
    for (int i = 0; i < all; i++) {
      boolean same = random.nextDouble() < prior;
      long pattern = 0;
      int agree = 0;
      for (int f = 0; f < 4; f++) {
        boolean agrees = random.nextDouble() < (same ? m[f] : u[f]);
        agree += agrees ? 1 : 0;
        pattern = Pattern.with(pattern, f, agrees ? 0 : 1);
      }
      /* Blocking: at least one field agrees. */
      if (agree > 0) {
        candidates.add(pattern, 1);
      }
      if (random.nextInt(4) == 0) {
        strangers.add(pattern, 1);
      }
    }
    List<Compared> fields =
        List.of(field("a", null), field("b", null), field("c", null), field("d", null));
    Weights learned =
        new Trainer(
                fields,
                candidates,
                Trainer.Labelled.none(),
                SampledPairs.even(strangers, all),
                all,
                0)
            .train();
    assertThat(learned.prior()).as("seed " + SEED).isCloseTo(prior, within(0.0003));
    for (int f = 0; f < 4; f++) {
      assertThat(learned.fields().get(f).m()[0]).isCloseTo(m[f], within(0.03));
      assertThat(learned.fields().get(f).u()[0]).isCloseTo(u[f], within(0.003));
    }
  }

  @Test
  void judgedPairsCountForWhatTheyWereJudged() {
    PatternCounts candidates = new PatternCounts();
    candidates.add(Pattern.with(0, 0, 1), 1000);
    candidates.add(0, 1000);
    PatternCounts random = new PatternCounts();
    random.add(Pattern.with(0, 0, 1), 900);
    random.add(0, 100);
    PatternCounts same = new PatternCounts();
    same.add(Pattern.with(0, 0, 1), 1000);
    List<Compared> fields = List.of(field("a", null));
    Weights judged =
        new Trainer(
                fields,
                candidates,
                new Trainer.Labelled(same, new PatternCounts()),
                SampledPairs.even(random, 1e6),
                1e6,
                0)
            .train();
    assertThat(judged.fields().getFirst().m()[1]).isGreaterThan(0.4);
  }

  static Compared field(String name, @org.jspecify.annotations.Nullable String group) {
    return Fields.of(
        name,
        "exact",
        group,
        new Column(name, new String[] {"p", "q"}, new int[] {0, 1}),
        Field.Frequency.NONE);
  }
}

package dev.sextant.linkage.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.linkage.LinkageFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewTest {
  @TempDir Path folder;

  @Test
  void estimateByHand() {
    // 100 decided same, 20 judged, 18 same; 1,000 decided different, 50 judged, 1 same.
    ReviewEstimate estimate =
        new ReviewEstimate(
            List.of(
                new ReviewEstimate.Judged(true, 100, 18, 2, 0),
                new ReviewEstimate.Judged(false, 1000, 1, 49, 3)));
    assertThat(estimate.precision().share()).isCloseTo(0.9, within(1e-12));
    assertThat(estimate.samePairs()).isCloseTo(110, within(1e-9));
    assertThat(estimate.recall().share()).isCloseTo(90 / 110.0, within(1e-12));
    double first = 100 * 100 * 0.8 * (18.5 / 21) * (2.5 / 21) / 19;
    double second = 1000 * 1000 * 0.95 * (1.5 / 51) * (49.5 / 51) / 49;
    assertThat(estimate.precision().deviation()).isCloseTo(Math.sqrt(first) / 100, within(1e-12));
    double r = 90 / 110.0;
    assertThat(estimate.recall().deviation())
        .isCloseTo(Math.sqrt((1 - r) * (1 - r) * first + r * r * second) / 110, within(1e-12));
  }

  @Test
  void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
    long seed = 20_261_122;
    System.out.println("seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    // Overconfident on purpose: the pairs' true log odds are .7 of the scores'.
    ScoredPairs pairs = new ScoredPairs();
    boolean[] same = new boolean[20_000];
    double decided = 0;
    double right = 0;
    double all = 0;
    for (int i = 0; i < same.length; i++) {
      double score = random.nextDouble(-14, 8);
      pairs.add(2 * i, 2 * i + 1, score, 1 / (1 + Math.pow(2, -score)));
      same[i] = random.nextDouble() < 1 / (1 + Math.pow(2, -0.7 * score));
      all += same[i] ? 1 : 0;
      decided += score >= 0 ? 1 : 0;
      right += same[i] && score >= 0 ? 1 : 0;
    }
    int runs = 400;
    int precisionHeld = 0;
    int recallHeld = 0;
    double meanPrecision = 0;
    double meanRecall = 0;
    for (int run = 0; run < runs; run++) {
      ReviewEstimate estimate = judge(ReviewPlan.of(pairs, 300, seed + run), same);
      precisionHeld += holds(estimate.precision().interval(), right / decided);
      recallHeld += holds(estimate.recall().interval(), right / all);
      meanPrecision += estimate.precision().share() / runs;
      meanRecall += estimate.recall().share() / runs;
    }
    assertThat(meanPrecision).isCloseTo(right / decided, within(0.005));
    assertThat(meanRecall).isCloseTo(right / all, within(0.01));
    assertThat(precisionHeld / (double) runs).isGreaterThan(0.92);
    assertThat(recallHeld / (double) runs).isGreaterThan(0.92);
  }

  private static int holds(Interval interval, double truth) {
    return interval.low() <= truth && truth <= interval.high() ? 1 : 0;
  }

  private static ReviewEstimate judge(ReviewPlan plan, boolean[] same) {
    List<ReviewEstimate.Judged> judged = new ArrayList<>();
    for (ReviewPlan.Stratum stratum : plan.strata()) {
      int yes = 0;
      for (ReviewPlan.Drawn pair : stratum.drawn()) {
        yes += same[pair.left() / 2] ? 1 : 0;
      }
      judged.add(
          new ReviewEstimate.Judged(
              stratum.decidedSame(), stratum.pairs(), yes, stratum.drawn().size() - yes, 0));
    }
    return new ReviewEstimate(judged);
  }

  @Test
  void strataCoverEveryPairOnceAndTheDecisionIsACut() {
    ScoredPairs pairs = new ScoredPairs();
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 1000; i++) {
      double score = Math.rint(random.nextDouble(-6, 6));
      pairs.add(2 * i, 2 * i + 1, score, 1 / (1 + Math.pow(2, -score)));
    }
    ReviewPlan plan = ReviewPlan.of(pairs, 200, 1);
    assertThat(plan.strata().stream().mapToInt(ReviewPlan.Stratum::pairs).sum()).isEqualTo(1000);
    assertThat(plan.strata().stream().mapToInt(s -> s.drawn().size()).sum()).isEqualTo(200);
    assertThat(plan.strata())
        .allMatch(s -> s.lowest() >= 0 || s.highest() < 0)
        .allMatch(s -> s.drawn().size() <= s.pairs());
    assertThat(ReviewPlan.of(pairs, 200, 1)).isEqualTo(plan);
    assertThat(ReviewPlan.of(pairs, 200, 2)).isNotEqualTo(plan);
  }

  @Test
  void tableComesBackWithVerdicts() throws IOException {
    IdNumbers ids = IdNumbers.twoSpaces();
    ScoredPairs pairs = new ScoredPairs();
    for (int i = 0; i < 40; i++) {
      pairs.add(ids.left("a,\"" + i), ids.right("b" + i), i - 20, i >= 20 ? 0.9 : 0.1);
    }
    String table = ReviewPlan.of(pairs, 30, 1).table(ids);
    assertThat(table).doesNotContain("log2");
    Path file = Files.writeString(folder.resolve("s.csv"), table.replace(",,", ",same,"));
    ReviewEstimate estimate = ReviewEstimate.read(file);
    assertThat(estimate.strata().stream().mapToInt(ReviewEstimate.Judged::same).sum())
        .isEqualTo(30);
    assertThat(estimate.text()).contains("precision", "recall of scored pairs");
    Path wrong = Files.writeString(folder.resolve("w.csv"), table.replace(",,", ",maybe,"));
    assertThatThrownBy(() -> ReviewEstimate.read(wrong))
        .isInstanceOf(LinkageFault.class)
        .hasMessageContaining("no verdict");
  }
}

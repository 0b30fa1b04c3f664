package dev.sextant.kernels.doubt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LevelsTest {
  private static Levels of(double[] values, double[]... struck) {
    return Objects.requireNonNull(Levels.of(values, Arrays.asList(struck)));
  }

  @Test
  void levelsThatTheRecordDoesNotBearAreMerged() {
    double[] recorded = {2, 2, 2, 2, 2, 2, 2, 2, 1, 1};
    double[] one = {3, 3, 2, 2, 2, 2, 2, 2, 1, 1};
    double[] other = {2, 2, 2, 2, 2, 2, 2, 2, 2, 1};
    double[] carried = of(recorded, one, other).carried(new double[] {3, 4, 2, 1, 0, Double.NaN});
    assertThat(carried).containsExactly(2, 2, 2, 1, 1, Double.NaN);
  }

  @Test
  void whatLooksLikeTheRecordStays() {
    double[] recorded = {5, 3, 3, 1, 1, 1, 0, 0, 0, 0};
    assertThat(of(recorded, recorded, recorded).carried(recorded)).containsExactly(recorded);
  }

  @Test
  void coarseIsWhatHasFewerThanHalfAsManyValues() {
    assertThat(Levels.coarse(new double[] {1, 1, 1, 2, 2})).isTrue();
    assertThat(Levels.coarse(new double[] {1, 2, 2, 3})).isFalse();
    assertThat(Levels.coarse(new double[] {0.3, 0.1 + 0.2, 0.3, 0.3})).isTrue();
    assertThat(Levels.coarse(new double[] {1, 1, 1, Double.NaN, Double.NaN})).isFalse();
    assertThat(Levels.coarse(new double[0])).isFalse();
  }

  @Test
  void nothingToMapBy() {
    assertThat(Levels.of(new double[] {1, 1}, java.util.Collections.singletonList((double[]) null)))
        .isNull();
    assertThat(Levels.of(new double[] {1, 1}, List.of(new double[] {1, Double.NaN}))).isNull();
  }

  @Property
  void noOrderIsTurnedAndOnlyRecordedValuesComeOut(@ForAll long seed) {
    Random random = new Random(seed);
    int n = 1 + random.nextInt(40);
    double[] recorded = random.ints(n, 0, 4).asDoubleStream().toArray();
    double[] struck = random.ints(n, 0, 6).asDoubleStream().toArray();
    double[] replica = random.ints(n, -1, 7).asDoubleStream().toArray();
    double[] carried = of(recorded, struck).carried(replica);
    for (int v = 0; v < n; v++) {
      double value = carried[v];
      assertThat(Arrays.stream(recorded).anyMatch(x -> x == value)).isTrue();
      for (int w = 0; w < n; w++) {
        if (replica[v] < replica[w]) {
          assertThat(carried[v]).isLessThanOrEqualTo(carried[w]);
        }
      }
    }
  }
}

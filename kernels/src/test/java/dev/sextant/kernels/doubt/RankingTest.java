package dev.sextant.kernels.doubt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RankingTest {
  @Test
  void roundingMakesNoDifferenceAndNaNIsLast() {
    double[] values = {0.3, 0.1 + 0.2, 5, Double.NaN, -1, 1e-17, 0};
    int[] ranks = new int[7];
    Ranking ranking = new Ranking(7);
    int different = ranking.rank(values, 7, ranks, new Chance(1));
    assertThat(different).isEqualTo(5);
    assertThat(ranks[2]).isEqualTo(1);
    assertThat(new int[] {ranks[0], ranks[1]}).containsExactlyInAnyOrder(2, 3);
    assertThat(new int[] {ranks[5], ranks[6]}).containsExactlyInAnyOrder(4, 5);
    assertThat(ranks[4]).isEqualTo(6);
    assertThat(ranks[3]).isEqualTo(7);
  }

  @Property
  void ranksAreAPermutationAndComparisonIsThatOfAllPairs(@ForAll long seed) {
    Random random = new Random(seed);
    int n = 1 + random.nextInt(30);
    double[] one = random.ints(n, -3, 4).asDoubleStream().toArray();
    double[] other = random.ints(n, -3, 4).asDoubleStream().toArray();
    Ranking ranking = new Ranking(n);
    int[] ranks = new int[n];
    int levelsOfOne = ranking.rank(one, n, ranks, new Chance(seed));
    int[] first = Arrays.copyOf(ranking.level, n);
    int levelsOfOther = ranking.rank(other, n, ranks, new Chance(seed));
    assertThat(Arrays.stream(ranks).sorted().toArray())
        .isEqualTo(java.util.stream.IntStream.rangeClosed(1, n).toArray());
    int alike = 0;
    int turned = 0;
    for (int u = 0; u < n; u++) {
      for (int v = 0; v < n; v++) {
        assertThat(other[u] <= other[v] || ranks[u] < ranks[v]).isTrue();
        if (u < v) {
          double sign = Math.signum(one[u] - one[v]) * Math.signum(other[u] - other[v]);
          alike += sign > 0 ? 1 : 0;
          turned += sign < 0 ? 1 : 0;
        }
      }
    }
    Ranking.Agreement found = ranking.compare(first, levelsOfOne, ranking.level, levelsOfOther, n);
    assertThat(found.alike()).isEqualTo(alike);
    assertThat(found.turned()).isEqualTo(turned);
  }

  /** The example of Kendall's tau-b in SciPy's documentation. */
  @Test
  void tau() {
    Ranking ranking = new Ranking(5);
    int[] ranks = new int[5];
    int one = ranking.rank(new double[] {12, 2, 1, 12, 2}, 5, ranks, new Chance(1));
    int[] levels = Arrays.copyOf(ranking.level, 5);
    int other = ranking.rank(new double[] {1, 4, 7, 1, 0}, 5, ranks, new Chance(1));
    assertThat(ranking.compare(levels, one, ranking.level, other, 5).tau())
        .isCloseTo(-0.47140452079103173, within(1e-12));
  }

  /** The example of Hubert and Arabie's index in scikit-learn's documentation. */
  @Test
  void adjustedRand() {
    assertThat(new Overlap(new int[] {0, 0, 1, 2}, new int[] {0, 0, 1, 1}).adjustedRand())
        .isCloseTo(0.571428, within(1e-6));
    assertThat(new Overlap(new int[] {0, 0, 1, 1}, new int[] {1, 1, 0, 0}).adjustedRand())
        .isEqualTo(1);
    assertThat(new Overlap(new int[] {0, 0, 0, 0}, new int[] {0, 1, 2, 3}).adjustedRand())
        .isEqualTo(0);
    assertThat(new Overlap(new int[] {0, 0, 1, -1}, new int[] {0, 0, 0, 1}).likeness(0))
        .isCloseTo(2.0 / 3, within(1e-12));
  }
}

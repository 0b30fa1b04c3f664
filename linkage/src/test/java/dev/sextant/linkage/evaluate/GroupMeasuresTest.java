package dev.sextant.linkage.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GroupMeasuresTest {
  /** A partition written as one group number a record. */
  private static Partition groups(int... group) {
    Partition partition = Partition.singles(group.length);
    for (int i = 0; i < group.length; i++) {
      for (int j = 0; j < i; j++) {
        if (group[i] == group[j]) {
          partition.join(i, j);
          break;
        }
      }
    }
    return partition;
  }

  private static GroupMeasures compare(int[] found, int[] truth) {
    return GroupMeasures.of(groups(found), groups(truth), found.length);
  }

  @Test
  void byHand() {
    // Found {0,1,2,3,4} {5,6}; true {0,1,2,3,5,6} {4}. Of record 0's found group of 5, 4 are its
    // own (4/5); of its 6, 4 were found (4/6): the figures of Amigó and others 2009, figure 7.
    GroupMeasures m = compare(new int[] {0, 0, 0, 0, 0, 1, 1}, new int[] {0, 0, 0, 0, 1, 0, 0});
    assertThat(m.bCubedPrecision()).isCloseTo((4 * 4 / 5.0 + 1 / 5.0 + 2) / 7, within(1e-12));
    assertThat(m.bCubedRecall()).isCloseTo((4 * 4 / 6.0 + 1 + 2 * 2 / 6.0) / 7, within(1e-12));
    // Found pairs 10 + 1, true pairs 15, both 6 + 1.
    assertThat(m.pairs()).isEqualTo(new Counts(7, 4, 8));
    assertThat(m.exactGroups()).isZero();
    assertThat(m.largestFound()).isEqualTo(5);
    assertThat(m.largestTrue()).isEqualTo(6);
  }

  @Test
  void theFourConstraintsOfAmigo() {
    // Homogeneity: a mixed group split by kind is better.
    assertThat(compare(new int[] {0, 0, 1, 1}, new int[] {0, 0, 1, 1}).bCubedF1())
        .isGreaterThan(compare(new int[] {0, 0, 0, 0}, new int[] {0, 0, 1, 1}).bCubedF1());
    // Completeness: two groups of one kind joined are better.
    assertThat(compare(new int[] {0, 0, 0, 0}, new int[] {0, 0, 0, 0}).bCubedF1())
        .isGreaterThan(compare(new int[] {0, 0, 1, 1}, new int[] {0, 0, 0, 0}).bCubedF1());
    // Rag bag: an odd one out does less harm among odd ones (5..8) than among four of a kind.
    int[] truth = {0, 0, 0, 0, 1, 2, 3, 4, 5};
    assertThat(compare(new int[] {0, 0, 0, 0, 1, 1, 1, 1, 1}, truth).bCubedF1())
        .isGreaterThan(compare(new int[] {0, 0, 0, 0, 0, 1, 1, 1, 1}, truth).bCubedF1());
    // Size against quantity: one large group short of one is better than many small ones broken.
    int[] many = {0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4};
    assertThat(compare(new int[] {0, 0, 0, 0, 9, 1, 1, 2, 2, 3, 3, 4, 4}, many).bCubedF1())
        .isGreaterThan(compare(new int[] {0, 0, 0, 0, 0, 1, 9, 2, 8, 3, 7, 4, 6}, many).bCubedF1());
  }

  @Test
  void exactGroupsAreThoseOfTwoAndMore() {
    GroupMeasures m = compare(new int[] {0, 0, 1, 1, 2, 3}, new int[] {0, 0, 1, 1, 1, 3});
    assertThat(m.exactGroups()).isEqualTo(1);
    assertThat(m.foundGroups()).isEqualTo(2);
    assertThat(m.trueGroups()).isEqualTo(2);
  }

  @Property
  void agreesWithTheNaiveCount(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = random.nextInt(2, 30);
    int[] found = random.ints(n, 0, 6).toArray();
    int[] truth = random.ints(n, 0, 6).toArray();
    GroupMeasures m = compare(found, truth);
    long right = 0;
    long wrong = 0;
    long missed = 0;
    double precision = 0;
    double recall = 0;
    for (int i = 0; i < n; i++) {
      double both = 0;
      double f = 0;
      double t = 0;
      for (int j = 0; j < n; j++) {
        boolean inFound = found[i] == found[j];
        boolean inTrue = truth[i] == truth[j];
        both += inFound && inTrue ? 1 : 0;
        f += inFound ? 1 : 0;
        t += inTrue ? 1 : 0;
        if (j < i) {
          right += inFound && inTrue ? 1 : 0;
          wrong += inFound && !inTrue ? 1 : 0;
          missed += !inFound && inTrue ? 1 : 0;
        }
      }
      precision += both / f / n;
      recall += both / t / n;
    }
    assertThat(m.pairs()).as("seed %d", seed).isEqualTo(new Counts(right, wrong, missed));
    assertThat(m.bCubedPrecision()).as("seed %d", seed).isCloseTo(precision, within(1e-9));
    assertThat(m.bCubedRecall()).as("seed %d", seed).isCloseTo(recall, within(1e-9));
  }
}

package dev.sextant.kernels.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.Partition;
import dev.sextant.kernels.Progress;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupMeasuresTest {
  @Test
  void allAnswerOfTheRightSizeAndTheSameTwice() {
    Set<String> names = new HashSet<>();
    NamedMeasure.Setting setting = new NamedMeasure.Setting(1, 3, true);
    NamedMeasure.Setting threads = new NamedMeasure.Setting(2, 3, true);
    for (NamedMeasure measure : GroupMeasures.all()) {
      assertThat(names.add(measure.name())).isTrue();
      assertThat(measure.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
      for (long seed = 0; seed < 40; seed++) {
        Csr graph = Samples.any(seed, 12);
        Answer answer;
        try {
          answer = measure.method().measure(graph, setting, Progress.silent());
        } catch (BadGraph refused) {
          assertThat(measure.name()).isEqualTo("two-mode-chance");
          continue;
        }
        assertThat(measure.method().measure(graph, threads, Progress.silent()))
            .as(measure.name())
            .usingRecursiveComparison()
            .withEqualsForType(Double::equals, Double.class)
            .isEqualTo(answer);
        switch (answer) {
          case Answer.Scores scores -> assertThat(scores.values()).hasSize(graph.nodes());
          case Answer.Groups groups -> assertThat(groups.groups()).hasSize(graph.nodes());
          case Answer.Pairs pairs -> assertThat(pairs.from()).hasSameSizeAs(pairs.values());
          case Answer.Sets sets -> assertThat(sets.sets()).hasSize(sets.values().length);
          case Answer.Whole whole -> assertThat(whole.values()).isNotEmpty();
          case Answer.Curves curves -> assertThat(curves.x()).isNotEmpty();
        }
      }
      assertThat(measure.what()).endsWith(".");
      assertThat(measure.missing()).endsWith(".");
    }
  }

  /** Two triangles joined by an edge, grouped as such: 6 ties within, 1 between. */
  @Test
  void mixingByHand() {
    Csr graph = Samples.undirected(6, 0, 1, 1, 2, 2, 0, 3, 4, 4, 5, 5, 3, 2, 3);
    Partition groups = Partition.ofLabels(new int[] {0, 0, 0, 1, 1, 1});
    assertThat(Mixing.externalInternal(graph, groups)).isCloseTo(-5 / 7.0, within(1e-12));
    assertThat(Mixing.modularity(graph, groups, 1)).isCloseTo(6 / 7.0 - 0.5, within(1e-12));
    assertThat(Mixing.assortativity(graph, groups)).isCloseTo(5 / 7.0, within(1e-12));
    assertThat(Mixing.externalInternal(Samples.empty(2), Partition.ofLabels(new int[2]))).isNaN();
    assertThat(Mixing.modularity(Samples.empty(2), Partition.ofLabels(new int[2]), 1)).isZero();
  }

  @Test
  void comparisonByHand() {
    // L. Hubert and P. Arabie's correction of a table with rows (1 1 0), (1 2 1), (0 0 4): .31257.
    Partition one = Partition.ofLabels(new int[] {0, 0, 1, 1, 1, 1, 2, 2, 2, 2});
    Partition other = Partition.ofLabels(new int[] {0, 1, 0, 1, 1, 2, 2, 2, 2, 2});
    assertThat(GroupComparison.adjustedRand(one, other)).isCloseTo(0.31257344, within(1e-7));
    assertThat(GroupComparison.adjustedRand(one, one)).isEqualTo(1);
    assertThat(GroupComparison.mutualInformation(one, one)).isCloseTo(1, within(1e-12));
    Partition whole = Partition.ofLabels(new int[10]);
    assertThat(GroupComparison.mutualInformation(one, whole)).isZero();
    assertThat(GroupComparison.adjustedRand(whole, whole)).isEqualTo(1);
  }
}

package dev.sextant.kernels.covert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.chance.ChanceMeasures;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CovertMeasuresTest {
  private static List<NamedMeasure> all() {
    List<NamedMeasure> all = new ArrayList<>(CovertMeasures.all());
    all.addAll(ChanceMeasures.all());
    return all;
  }

  @Test
  void namesAreOneEach() {
    assertThat(all().stream().map(NamedMeasure::name).distinct()).hasSize(all().size());
    for (NamedMeasure measure : all()) {
      assertThat(measure.name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
      assertThat(measure.source()).contains("doi:10.");
    }
  }

  @Test
  void everyMeasureTakesEveryGraph() {
    List<Csr> graphs =
        List.of(
            Samples.undirected(0, ""),
            Samples.undirected(1, ""),
            Samples.directed(2, "0-0"),
            Samples.undirected(2, "0-1"),
            Samples.random(1, 12, 20, true, true),
            Samples.random(2, 20, 30, false, true));
    for (NamedMeasure measure : all()) {
      for (Csr graph : graphs) {
        for (boolean weighted : new boolean[] {false, true}) {
          Answer one = answer(measure, graph, 1, weighted);
          assertThat(text(answer(measure, graph, 2, weighted)))
              .as("%s of %s", measure.name(), graph)
              .isEqualTo(text(one));
          if (one instanceof Answer.Scores scores) {
            assertThat(scores.values()).hasSize(graph.nodes());
          }
        }
      }
    }
  }

  private static Answer answer(NamedMeasure measure, Csr graph, int threads, boolean weighted) {
    return measure
        .method()
        .measure(graph, new NamedMeasure.Setting(threads, 5, weighted), Progress.silent());
  }

  private static String text(Answer answer) {
    StringBuilder out = new StringBuilder();
    switch (answer) {
      case Answer.Scores scores -> add(out, scores.values());
      case Answer.Groups groups -> out.append(java.util.Arrays.toString(groups.groups()));
      case Answer.Pairs pairs -> add(out, pairs.values());
      case Answer.Sets sets -> {
        sets.sets().forEach(set -> out.append(java.util.Arrays.toString(set)));
        add(out, sets.values());
      }
      case Answer.Whole whole -> out.append(whole.values());
      case Answer.Curves curves -> {
        add(out, curves.x());
        curves.y().forEach((name, y) -> add(out.append(name), y));
      }
    }
    return out.toString();
  }

  private static void add(StringBuilder out, double[] values) {
    out.append(java.util.Arrays.toString(values));
  }
}

package dev.sextant.kernels.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.NamedMeasure.Setting;
import dev.sextant.kernels.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private static Answer measured(String name, Csr graph, boolean weighted) {
    return Catalogue.all()
        .named(name)
        .method()
        .measure(graph, new Setting(1, 1, weighted), Progress.silent());
  }

  private static double[] scores(String name, Csr graph) {
    return ((Answer.Scores) measured(name, graph, false)).values();
  }

  @Test
  void everyCardIsWholeAndEveryNameIsOne() {
    for (NamedMeasure measure : Catalogue.all().measures()) {
      assertThat(measure.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
      assertThat(measure.what()).as(measure.name()).isNotBlank();
      assertThat(measure.source()).as(measure.name()).isNotBlank();
      assertThat(measure.missing()).as(measure.name()).isNotBlank();
    }
    assertThat(Catalogue.all().names()).doesNotHaveDuplicates().contains("degree", "overview");
  }

  @Test
  void namesAreReadAsPeopleWriteThem() {
    assertThat(Catalogue.all().named(" KCore").name()).isEqualTo("k-core");
    assertThat(Catalogue.all().named(List.of("degree", "Degree"))).hasSize(1);
    assertThatThrownBy(() -> Catalogue.all().named("betweeness"))
        .isInstanceOf(BadGraph.class)
        .hasMessageContaining("betweenness");
  }

  /** A path of four, whose values can be counted by hand. */
  @Test
  void valuesOfAPath() {
    Csr path =
        CsrBuilder.undirected(4, CsrBuilder.Loops.DROP)
            .edge(0, 1)
            .edge(1, 2)
            .edge(2, 3)
            .build()
            .graph();
    assertThat(scores("degree", path)).containsExactly(1, 2, 2, 1);
    assertThat(scores("betweenness", path)).containsExactly(0, 2, 2, 0);
    assertThat(scores("eccentricity", path)).containsExactly(3, 2, 2, 3);
    assertThat(scores("reach", path)).containsExactly(3, 3, 3, 3);
    assertThat(scores("articulation-points", path)).containsExactly(0, 1, 1, 0);
    assertThat(scores("harmonic", path)[1]).isEqualTo(2.5);
    assertThat(((Answer.Sets) measured("blocks", path, false)).sets()).hasSize(3);
    Answer.Whole overview = (Answer.Whole) measured("overview", path, false);
    assertThat(overview.values()).containsEntry("ties", 3.0).containsEntry("density", 0.5);
  }

  @Test
  void nothingIsMeasuredOfNothing() {
    for (int n = 0; n < 2; n++) {
      Csr graph = CsrBuilder.undirected(n, CsrBuilder.Loops.DROP).build().graph();
      for (NamedMeasure measure : RootMeasures.all()) {
        Answer answer = measure.method().measure(graph, Setting.usual(), Progress.silent());
        if (answer instanceof Answer.Scores scores) {
          assertThat(scores.values()).as(measure.name()).hasSize(n);
        }
      }
    }
  }

  @Test
  void weightsCountOnlyIfTheyAreToCount() {
    Csr graph =
        CsrBuilder.directed(3, CsrBuilder.Loops.KEEP)
            .edge(0, 1, 4)
            .edge(1, 2, 2)
            .edge(2, 2, 5)
            .build()
            .graph();
    assertThat(((Answer.Scores) measured("strength", graph, true)).values()[0]).isEqualTo(4);
    assertThat(((Answer.Scores) measured("strength", graph, false)).values()[0]).isEqualTo(1);
    // A tie of strength 4 is a quarter long.
    assertThat(((Answer.Scores) measured("eccentricity", graph, true)).values()[0]).isEqualTo(0.75);
  }
}

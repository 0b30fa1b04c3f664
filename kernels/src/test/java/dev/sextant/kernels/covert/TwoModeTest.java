package dev.sextant.kernels.covert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import org.junit.jupiter.api.Test;

class TwoModeTest {
  private static final Progress SILENT = Progress.silent();

  /** Persons 0, 1, 2 and events 3, 4: all at 3, and 0 and 1 at 4. */
  private static TwoMode small() {
    return TwoMode.of(Samples.undirected(5, "0-3 1-3 2-3 0-4 1-4"), 3);
  }

  @Test
  void bothNetworksComeOfOneTable() {
    Csr met = small().coAttendance(TwoMode.Tie.SHARED, SILENT);
    assertThat(met.weight(met.arc(0, 1))).isEqualTo(2);
    assertThat(met.weight(met.arc(0, 2))).isEqualTo(1);
    Csr overlap = small().eventOverlap(TwoMode.Tie.SHARED, SILENT);
    assertThat(overlap.nodes()).isEqualTo(2);
    assertThat(overlap.weight(overlap.arc(0, 1))).isEqualTo(2);
    Csr jaccard = small().coAttendance(TwoMode.Tie.JACCARD, SILENT);
    assertThat(jaccard.weight(jaccard.arc(0, 1))).isEqualTo(1);
    assertThat(jaccard.weight(jaccard.arc(0, 2))).isEqualTo(0.5);
    // The pair met among three and among two: 1/2 + 1/1.
    Csr newman = small().coAttendance(TwoMode.Tie.NEWMAN, SILENT);
    assertThat(newman.weight(newman.arc(0, 1))).isEqualTo(1.5);
    Csr cosine = small().coAttendance(TwoMode.Tie.COSINE, SILENT);
    assertThat(cosine.weight(cosine.arc(0, 2))).isCloseTo(1 / Math.sqrt(2), within(1e-12));
  }

  @Test
  void dualCentralityIsTheSingularVector() {
    double[] dual = small().centralities(1, SILENT).dual();
    assertThat(dual[0]).isEqualTo(1);
    assertThat(dual[0]).isEqualTo(dual[1]);
    // Table times table: persons as their events, both ways in proportion.
    assertThat(dual[0] / dual[2]).isCloseTo((dual[3] + dual[4]) / dual[3], within(1e-9));
    assertThat(dual[3] / dual[4])
        .isCloseTo((dual[0] + dual[1] + dual[2]) / (dual[0] + dual[1]), within(1e-9));
  }

  @Test
  void refusals() {
    assertThatThrownBy(() -> TwoMode.of(Samples.karate(), 5)).isInstanceOf(BadGraph.class);
    assertThatThrownBy(() -> TwoMode.of(Samples.directed(2, "0-1"), 1))
        .isInstanceOf(BadGraph.class);
    TwoMode star = TwoMode.of(Samples.star(100_000).unweighted(), 1);
    assertThat(star.coAttendance(TwoMode.Tie.SHARED, SILENT).edges()).isZero();
    assertThatThrownBy(() -> star.eventOverlap(TwoMode.Tie.SHARED, SILENT))
        .isInstanceOf(BadGraph.class)
        .hasMessageContaining("largest events");
    assertThat(TwoMode.of(Samples.undirected(0, ""), 0).clustering(SILENT).closed()).isNaN();
  }
}

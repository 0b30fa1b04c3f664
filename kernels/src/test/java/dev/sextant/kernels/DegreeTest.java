package dev.sextant.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DegreeTest {
  @Provide
  Arbitrary<Csr> graphs() {
    return Examples.graphs(12);
  }

  /** Zachary's paper: the instructor (1) has 16 friends, the president (34) has 17. */
  @Test
  void karate() {
    Degree.Result degrees = Degree.counted().compute(Examples.karate(), Progress.silent());
    assertThat(degrees.total(0)).isEqualTo(16);
    assertThat(degrees.total(33)).isEqualTo(17);
    assertThat(degrees.total(11)).isEqualTo(1);
  }

  @Test
  void directedLoopIsOneInAndOneOut() {
    Csr graph =
        CsrBuilder.directed(2, CsrBuilder.Loops.KEEP).edge(0, 0, 3).edge(0, 1, 5).build().graph();
    Degree.Result degrees = Degree.counted().compute(graph, Progress.silent());
    assertThat(degrees.out(0)).isEqualTo(2);
    assertThat(degrees.in(0)).isEqualTo(1);
    assertThat(degrees.total(0)).isEqualTo(3);
    assertThat(degrees.strength(0)).isEqualTo(11);
    assertThat(degrees.inStrength(1)).isEqualTo(5);
    assertThat(degrees.outStrength(1)).isZero();
  }

  @Property
  void everyEdgeHasTwoEnds(@ForAll("graphs") Csr graph) {
    Degree.Result degrees = Degree.counted().compute(graph, Progress.silent());
    long ends = 0;
    double weight = 0;
    for (int v = 0; v < graph.nodes(); v++) {
      ends += degrees.total(v);
      weight += degrees.strength(v);
    }
    assertThat(ends).isEqualTo(2L * graph.edges());
    double all = 0;
    for (int v = 0; v < graph.nodes(); v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        all += graph.directed() || graph.target(a) == v ? 2 * graph.weight(a) : graph.weight(a);
      }
    }
    assertThat(weight).isCloseTo(all, within(1e-9));
  }
}

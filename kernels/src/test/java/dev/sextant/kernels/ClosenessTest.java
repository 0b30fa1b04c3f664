package dev.sextant.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ClosenessTest {
  @Provide
  Arbitrary<Csr> graphs() {
    return Examples.graphs(10);
  }

  /** Krackhardt 1990: closest are the two nodes (6 and 7 there) that hold the kite to its tail. */
  @Test
  void kite() {
    Closeness.Result result =
        Closeness.byHops(Closeness.Towards.OTHERS).compute(Examples.kite(), Progress.silent());
    double[] expected = {.529, .529, .500, .600, .500, .643, .643, .600, .429, .310};
    for (int v = 0; v < 10; v++) {
      assertThat(result.classic(v)).isCloseTo(expected[v], within(5e-4));
      assertThat(result.corrected(v)).isEqualTo(result.classic(v));
      assertThat(result.reached(v)).isEqualTo(10);
    }
  }

  @Test
  void nobodyWithinReachIsZero() {
    Csr graph = CsrBuilder.directed(2, CsrBuilder.Loops.KEEP).edge(0, 0).edge(0, 1).build().graph();
    Closeness.Result result =
        Closeness.byHops(Closeness.Towards.OTHERS).compute(graph, Progress.silent());
    assertThat(result.classic(1)).isZero();
    assertThat(result.harmonic(1)).isZero();
    assertThat(result.corrected(1)).isZero();
    assertThat(result.harmonic(0)).isEqualTo(1);
  }

  @Property
  void twin(@ForAll("graphs") Csr graph, @ForAll boolean lengths, @ForAll boolean towardsNode) {
    Closeness.Towards towards = towardsNode ? Closeness.Towards.NODE : Closeness.Towards.OTHERS;
    Closeness kernel = lengths ? Closeness.byLengths(towards) : Closeness.byHops(towards);
    Closeness.Result result = kernel.compute(graph, Progress.silent());
    double[][] distance = new NaivePaths(graph, lengths).distance;
    int n = graph.nodes();
    for (int v = 0; v < n; v++) {
      double sum = 0;
      double harmonic = 0;
      int others = 0;
      for (int w = 0; w < n; w++) {
        double d = towardsNode ? distance[w][v] : distance[v][w];
        if (w != v && d < Double.POSITIVE_INFINITY) {
          others++;
          sum += d;
          harmonic += 1 / d;
        }
      }
      double classic = others == 0 ? 0 : others / sum;
      assertThat(result.harmonic(v)).isCloseTo(harmonic, within(1e-12));
      assertThat(result.classic(v)).isCloseTo(classic, within(1e-12));
      assertThat(result.corrected(v))
          .isCloseTo(others == 0 ? 0 : classic * others / (n - 1), within(1e-12));
    }
  }
}

package dev.sextant.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BetweennessTest {
  @Provide
  Arbitrary<Csr> graphs() {
    return Examples.graphs(10);
  }

  private static Betweenness.Result hops(Csr graph) {
    return Betweenness.byHops().compute(graph, Progress.silent());
  }

  /** In a row of 5: the middle lies between 2 x 2 pairs, its neighbours between 1 x 3. */
  @Test
  void path() {
    assertThat(hops(Examples.path(5)).scores()).containsExactly(0, 3, 4, 3, 0);
  }

  /** The middle of a star lies between all 6 * 5 / 2 pairs of leaves: normalised 1. */
  @Test
  void star() {
    Betweenness.Result result = hops(Examples.star(6));
    assertThat(result.scores()).containsExactly(15, 0, 0, 0, 0, 0, 0);
    assertThat(result.normalised(0)).isEqualTo(1);
  }

  /** The two ends of the bridge: 4 others here x 5 there; nobody else lies between anybody. */
  @Test
  void twoCliques() {
    assertThat(hops(Examples.twoCliques(5)).scores())
        .containsExactly(0, 0, 0, 0, 20, 20, 0, 0, 0, 0);
  }

  /** NetworkX's own tests of this graph count ordered pairs: 1.667, 7.333, ...; ours are halves. */
  @Test
  void kite() {
    double[] ordered = {5 / 3.0, 5 / 3.0, 0, 22 / 3.0, 0, 50 / 3.0, 50 / 3.0, 28, 16, 0};
    Betweenness.Result result = hops(Examples.kite());
    for (int v = 0; v < 10; v++) {
      assertThat(result.score(v)).isCloseTo(ordered[v] / 2, within(1e-12));
    }
    assertThat(result.normalised(7)).isCloseTo(14 / 36.0, within(1e-12));
  }

  /** As NetworkX 2.8.8 and igraph 0.10.2 compute them. */
  @Test
  void karate() {
    Betweenness.Result result = hops(Examples.karate());
    assertThat(result.normalised(0)).isCloseTo(0.43763528138528146, within(1e-12));
    assertThat(result.normalised(33)).isCloseTo(0.30407497594997596, within(1e-12));
    assertThat(result.normalised(32)).isCloseTo(0.145247113997114, within(1e-12));
    assertThat(result.score(11)).isZero();
  }

  @Test
  void directedPairsCountOneWay() {
    Csr graph = CsrBuilder.directed(3, CsrBuilder.Loops.DROP).edge(0, 1).edge(1, 2).build().graph();
    assertThat(hops(graph).scores()).containsExactly(0, 1, 0);
    assertThat(hops(graph).normalised(1)).isEqualTo(0.5);
  }

  @Test
  void decimalLengthsThatAreEqualOnPaperAreEqual() {
    // 0.1 + 0.2 differs from 0.3 in the last digit; both ways from 0 to 3 are 0.4 long.
    Csr graph =
        CsrBuilder.undirected(4, CsrBuilder.Loops.DROP)
            .edge(0, 1, 0.1)
            .edge(1, 2, 0.2)
            .edge(2, 3, 0.1)
            .edge(0, 2, 0.3)
            .build()
            .graph();
    Betweenness.Result result = Betweenness.byLengths().compute(graph, Progress.silent());
    assertThat(result.score(1)).isCloseTo(1, within(1e-12)); // half of (0,2), half of (0,3)
    assertThat(result.score(2)).isCloseTo(2, within(1e-12)); // (0,3) and (1,3)
  }

  @Test
  void tooManyPathsAreAnErrorAndNoNumber() {
    // A chain of 1,100 diamonds has 2^1100 shortest paths from end to end.
    int diamonds = 1100;
    CsrBuilder builder = CsrBuilder.directed(3 * diamonds + 1, CsrBuilder.Loops.DROP);
    for (int d = 0; d < diamonds; d++) {
      int v = 3 * d;
      builder.edge(v, v + 1).edge(v, v + 2).edge(v + 1, v + 3).edge(v + 2, v + 3);
    }
    Csr graph = builder.build().graph();
    assertThatThrownBy(() -> hops(graph))
        .isInstanceOf(BadGraph.class)
        .hasMessageContaining("1e300");
  }

  @Property
  void twinByHops(@ForAll("graphs") Csr graph) {
    compare(graph, hops(graph), new NaivePaths(graph, false));
  }

  @Property
  void twinByLengths(@ForAll("graphs") Csr graph) {
    Betweenness.Result result = Betweenness.byLengths().compute(graph, Progress.silent());
    compare(graph, result, new NaivePaths(graph, true));
  }

  private static void compare(Csr graph, Betweenness.Result result, NaivePaths twin) {
    for (int v = 0; v < graph.nodes(); v++) {
      double expected = twin.between(v) / (graph.directed() ? 1 : 2);
      assertThat(result.score(v)).isCloseTo(expected, within(1e-9));
    }
  }
}

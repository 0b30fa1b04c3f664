package dev.sextant.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EnsembleTest {
  private static Csr star(int leaves) {
    CsrBuilder builder = CsrBuilder.undirected(leaves + 1, CsrBuilder.Loops.DROP);
    for (int v = 1; v <= leaves; v++) {
      builder.edge(0, v, 1);
    }
    return builder.build().graph();
  }

  private static Robustness robustness(Csr graph, Method method, long seed) {
    double[] values = Measuring.compute(graph, method, seed, Progress.silent()).values();
    return new Ensemble(graph, method, seed).measure(values, Progress.silent());
  }

  @Test
  void theMiddleOfAStarStaysFirstWhateverIsMissing() {
    Robustness found = robustness(star(30), Method.BETWEENNESS, 1);
    assertThat(found.replicas()).isEqualTo(100);
    assertThat(found.removed()).isEqualTo(0.1);
    assertThat(found.ranks().getFirst()).isEqualTo(new RankInterval(1, 1, 1));
    // All leaves are alike, so all share the second rank, in every replica.
    assertThat(found.ranks().get(7)).isEqualTo(new RankInterval(2, 2, 2));
    assertThat(found.agreement()).isNull();
  }

  @Test
  void aBridgeThatMayBeMissingShowsInTheInterval() {
    // Two stars of 10 joined through one node: without one of its two ties it lies between nobody.
    CsrBuilder builder = CsrBuilder.undirected(23, CsrBuilder.Loops.DROP);
    for (int v = 2; v < 12; v++) {
      builder.edge(0, v, 1).edge(1, v + 10, 1);
    }
    builder.edge(22, 0, 1).edge(22, 1, 1);
    RankInterval bridge =
        robustness(builder.build().graph(), Method.BETWEENNESS, 3).ranks().get(22);
    assertThat(bridge.rank()).isEqualTo(3);
    assertThat(bridge.high()).isGreaterThanOrEqualTo(3);
    assertThat(bridge.low()).isLessThanOrEqualTo(3);
  }

  @Test
  void groupsAgreeOrDoNot() {
    Csr graph = star(30);
    Robustness found = robustness(graph, Method.COMPONENTS, 1);
    // Every replica cuts three leaves off: never the same pieces, and no better than chance.
    assertThat(found.agreement()).isNotNull().isBetween(-0.1, 0.1);
    assertThat(found.ranks()).isEmpty();
  }

  @Test
  void nothingToTakeAway() {
    Csr graph = CsrBuilder.undirected(3, CsrBuilder.Loops.DROP).build().graph();
    Robustness found = robustness(graph, Method.DEGREE, 1);
    assertThat(found.replicas()).isZero();
    assertThat(found.ranks()).containsOnly(new RankInterval(1, 1, 1));
  }

  @Test
  void sameSeedSameIntervals() {
    Csr graph = star(12);
    assertThat(robustness(graph, Method.PAGERANK, 9))
        .isEqualTo(robustness(graph, Method.PAGERANK, 9));
  }

  @Test
  void longWorkGetsFewerReplicas() {
    CsrBuilder builder = CsrBuilder.undirected(20_000, CsrBuilder.Loops.DROP);
    for (int v = 1; v < 20_000; v++) {
      builder.edge(v - 1, v);
    }
    assertThat(new Ensemble(builder.build().graph(), Method.BETWEENNESS, 1).replicas())
        .isEqualTo(Ensemble.FEWEST_REPLICAS);
  }

  @Test
  void ranksShareWhatIsEqualButForRounding() {
    assertThat(Ensemble.ranks(new double[] {0.3, 0.1 + 0.2, 5, 0, 0}))
        .containsExactly(2, 2, 1, 4, 4);
  }

  @Property
  void ranksTwin(@ForAll long seed) {
    Random random = new Random(seed);
    double[] values = random.ints(12, 0, 6).asDoubleStream().toArray();
    int[] ranks = Ensemble.ranks(values);
    for (int v = 0; v < values.length; v++) {
      int better = 0;
      for (double other : values) {
        better += other > values[v] ? 1 : 0;
      }
      assertThat(ranks[v]).isEqualTo(better + 1);
    }
  }

  /** The example of Hubert and Arabie's index in scikit-learn's documentation. */
  @Test
  void adjustedRand() {
    assertThat(Ensemble.adjustedRand(new double[] {0, 0, 1, 2}, new double[] {0, 0, 1, 1}))
        .isCloseTo(0.571428, within(1e-6));
    assertThat(Ensemble.adjustedRand(new double[] {0, 0, 1, 1}, new double[] {1, 1, 0, 0}))
        .isEqualTo(1);
    assertThat(Ensemble.adjustedRand(new double[] {0, 0, 0, 0}, new double[] {0, 1, 2, 3}))
        .isEqualTo(0);
  }
}

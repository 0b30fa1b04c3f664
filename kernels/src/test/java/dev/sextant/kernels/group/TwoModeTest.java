package dev.sextant.kernels.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two-mode graphs, their projections, and the disparity filter. */
class TwoModeTest {
  private static BigInteger choose(int n, int k) {
    BigInteger result = BigInteger.ONE;
    for (int i = 0; i < k; i++) {
      result = result.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
    }
    return k > n ? BigInteger.ZERO : result;
  }

  private static double exactTail(int shared, int a, int b, int others) {
    BigInteger sum = BigInteger.ZERO;
    for (int x = shared; x <= Math.min(a, b); x++) {
      if (b - x <= others - a) {
        sum = sum.add(choose(a, x).multiply(choose(others - a, b - x)));
      }
    }
    return new BigDecimal(sum)
        .divide(new BigDecimal(choose(others, b)), MathContext.DECIMAL64)
        .doubleValue();
  }

  private static Csr bipartite(Random random, int people, int events, double density) {
    CsrBuilder builder = CsrBuilder.undirected(people + events, CsrBuilder.Loops.DROP);
    for (int u = 0; u < people; u++) {
      for (int e = 0; e < events; e++) {
        if (random.nextDouble() < density) {
          builder.edge(u, people + e);
        }
      }
    }
    return builder.build().graph();
  }

  @Test
  void projectionIsWhatAllPairsSay() {
    for (long seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      int people = 1 + random.nextInt(12);
      int events = 1 + random.nextInt(40);
      Csr graph = bipartite(random, people, events, random.nextDouble());
      boolean[] side = new boolean[people + events];
      Arrays.fill(side, 0, people, true);
      Projection projection = TwoMode.project(graph, side, Progress.silent());
      int pair = 0;
      for (int u = 0; u < people; u++) {
        for (int v = u + 1; v < people; v++) {
          int shared = 0;
          double newman = 0;
          for (int e = people; e < people + events; e++) {
            if (graph.arc(u, e) >= 0 && graph.arc(v, e) >= 0) {
              shared++;
              newman += 1.0 / (graph.end(e) - graph.first(e) - 1);
            }
          }
          if (shared > 0) {
            assertThat(projection.lower(pair)).isEqualTo(u);
            assertThat(projection.higher(pair)).isEqualTo(v);
            assertThat(projection.shared(pair)).isEqualTo(shared);
            assertThat(projection.newman(pair)).isCloseTo(newman, within(1e-12));
            int a = graph.end(u) - graph.first(u);
            int b = graph.end(v) - graph.first(v);
            double exact = exactTail(shared, a, b, events);
            assertThat(projection.chance(pair)).isCloseTo(exact, within(1e-9 * exact));
            pair++;
          }
        }
      }
      assertThat(projection.pairs()).isEqualTo(pair);
      assertThat(projection.candidates()).isEqualTo(people * (people - 1L) / 2);
    }
  }

  /** Far tails of many draws neither vanish nor lose digits. */
  @Test
  void farTails() {
    int events = 3_000;
    Csr graph = bipartite(new Random(3), 2, events, 1);
    PlainRows rows = PlainRows.of(graph);
    boolean[] side = new boolean[events + 2];
    side[0] = true;
    side[1] = true;
    Projecting projecting = new Projecting(rows, side);
    for (int[] c : new int[][] {{150, 500, 400}, {5, 500, 400}, {67, 500, 400}, {90, 100, 90}}) {
      double exact = exactTail(c[0], c[1], c[2], events);
      assertThat(projecting.tail(c[0], c[1], c[2])).isCloseTo(exact, within(1e-8 * exact));
    }
  }

  @Test
  void colours() {
    assertThat(TwoMode.colours(Samples.path(1_000_000)).found()).isTrue();
    assertThat(TwoMode.colours(Samples.undirected(3, 0, 1, 1, 2, 2, 0)).found()).isFalse();
    assertThat(TwoMode.colours(Samples.undirected(2, 1, 1)).odd()).containsExactly(1, 1);
    assertThat(TwoMode.colours(Samples.of(5, true, 4, 3, 2, 3)).side())
        .containsExactly(0, 0, 0, 1, 0);
    assertThatThrownBy(() ->
            TwoMode.project(
                Samples.undirected(2, 0, 1), new boolean[] {true, true}, Progress.silent()))
        .isInstanceOf(BadGraph.class);
    assertThatThrownBy(
            () -> TwoMode.project(Samples.star(100_000), hubIsEvent(100_001), Progress.silent()))
        .isInstanceOf(BadGraph.class)
        .hasMessageContaining("10000000000 meetings");
  }

  private static boolean[] hubIsEvent(int nodes) {
    boolean[] side = new boolean[nodes];
    Arrays.fill(side, 1, nodes, true);
    return side;
  }

  /** The tables of R's p.adjust for these values, by hand: Holm keeps two, the other three. */
  @Test
  void corrections() {
    double[] chance = {0.03, 0.001, 0.2, 0.012};
    assertThat(Correction.NONE.significant(chance, 4, 0.05))
        .containsExactly(true, true, false, true);
    assertThat(Correction.HOLM.significant(chance, 4, 0.05))
        .containsExactly(false, true, false, true);
    assertThat(Correction.FALSE_DISCOVERY.significant(chance, 4, 0.05))
        .containsExactly(true, true, false, true);
    assertThat(Correction.HOLM.significant(chance, 1000, 0.05))
        .containsExactly(false, false, false, false);
  }

  /** Where events are drawn at random a backbone keeps next to nothing. */
  @Test
  void randomEventsLeaveNoBackbone() {
    Csr graph = bipartite(new Random(7), 60, 200, 0.1);
    boolean[] side = new boolean[260];
    Arrays.fill(side, 0, 60, true);
    Projection projection = TwoMode.project(graph, side, Progress.silent());
    boolean[] keep = projection.backbone(0.05, Correction.HOLM);
    assertThat(projection.graph(Projection.Weight.SHARED, keep).edges()).isLessThanOrEqualTo(1);
    boolean[] all = new boolean[projection.pairs()];
    Arrays.fill(all, true);
    assertThat(projection.graph(Projection.Weight.NEWMAN, all).edges())
        .isEqualTo(projection.pairs());
  }

  /** Node 0 with weights 8, 1, 1: (1 - 8/10)^2 = .04; leaves with one tie say nothing. */
  @Test
  void disparityByHand() {
    Csr star =
        CsrBuilder.undirected(4, CsrBuilder.Loops.KEEP)
            .edge(0, 1, 8)
            .edge(0, 2, 1)
            .edge(0, 3, 1)
            .edge(2, 2, 5)
            .build()
            .graph();
    Disparity.Result result = Disparity.compute(star, Progress.silent());
    assertThat(result.edges()).isEqualTo(3);
    assertThat(result.chance()[0]).isCloseTo(0.04, within(1e-15));
    assertThat(result.chance()[1]).isCloseTo(0.81, within(1e-15));
    Csr arcs =
        CsrBuilder.directed(3, CsrBuilder.Loops.KEEP)
            .edge(0, 1, 3)
            .edge(0, 2, 1)
            .edge(1, 2, 3)
            .build()
            .graph();
    assertThat(Disparity.compute(arcs, Progress.silent()).chance())
        .containsExactly(0.25, 0.75, 0.25);
  }
}

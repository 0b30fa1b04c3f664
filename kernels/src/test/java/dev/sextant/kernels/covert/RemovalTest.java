package dev.sextant.kernels.covert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Betweenness;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemovalTest {
  private static final Removal.Extent ALL = Removal.Extent.all();

  private static Csr without(Csr graph, boolean[] removed) {
    CsrBuilder builder =
        graph.directed()
            ? CsrBuilder.directed(graph.nodes(), CsrBuilder.Loops.DROP)
            : CsrBuilder.undirected(graph.nodes(), CsrBuilder.Loops.DROP);
    for (int v = 0; v < graph.nodes(); v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        if (!removed[v] && !removed[graph.target(a)]) {
          builder.edge(v, graph.target(a));
        }
      }
    }
    return builder.build().graph();
  }

  @ParameterizedTest
  @EnumSource(Removal.Strategy.class)
  void curvesAreWhatTheDefinitionsSay(Removal.Strategy strategy) {
    for (int seed = 0; seed < 6; seed++) {
      Csr graph = Samples.random(seed, 14, 20, seed % 2 == 0, false);
      int n = graph.nodes();
      for (Removal.Order order : Removal.Order.values()) {
        Removal.Result result = Removal.by(strategy, order, ALL).compute(graph, Progress.silent());
        assertThat(result.order()).containsExactlyInAnyOrder(Pools.all(n));
        boolean[] removed = new boolean[n];
        double sumLargest = 0;
        for (int step = 0; step <= n; step++) {
          if (step > 0) {
            removed[result.order()[step - 1]] = true;
          }
          double[][] any = Samples.hops(graph.ignoringDirection(), removed);
          double[][] along = Samples.hops(graph, removed);
          int largest = 0;
          double apart = 0;
          double near = 0;
          for (int u = 0; u < n; u++) {
            int piece = 0;
            for (int v = 0; v < n; v++) {
              piece += any[u][v] < Double.POSITIVE_INFINITY ? 1 : 0;
              boolean pair = u != v && !removed[u] && !removed[v];
              apart += pair && any[u][v] == Double.POSITIVE_INFINITY ? 1 : 0;
              near += pair ? 1 / along[u][v] : 0;
            }
            largest = Math.max(largest, piece);
          }
          double rest = n - step;
          double pairs = rest * (rest - 1);
          assertThat(result.curve(Removal.Curve.LARGEST)[step])
              .isCloseTo((double) largest / n, within(1e-12));
          assertThat(result.curve(Removal.Curve.FRAGMENTATION)[step])
              .isCloseTo(pairs == 0 ? 1 : apart / pairs, within(1e-12));
          assertThat(result.curve(Removal.Curve.DISTANCE_FRAGMENTATION)[step])
              .isCloseTo(pairs == 0 ? 1 : 1 - near / pairs, within(1e-12));
          assertThat(result.curve(Removal.Curve.EFFICIENCY)[step])
              .isCloseTo(near / (n * (n - 1)), within(1e-12));
          sumLargest += step > 0 ? (double) largest / n : 0;
        }
        assertThat(result.robustness()).isCloseTo(sumLargest / n, within(1e-12));
      }
    }
  }

  @Test
  void recomputedOrdersTakeTheHighestOfWhatIsLeft() {
    for (int seed = 20; seed < 26; seed++) {
      Csr graph = Samples.random(seed, 16, 26, seed % 2 == 0, false);
      int n = graph.nodes();
      for (Removal.Strategy strategy :
          new Removal.Strategy[] {
            Removal.Strategy.DEGREE,
            Removal.Strategy.BETWEENNESS,
            Removal.Strategy.COLLECTIVE_INFLUENCE
          }) {
        int[] order =
            Removal.by(strategy, Removal.Order.RECOMPUTED, ALL)
                .compute(graph, Progress.silent())
                .order();
        boolean[] removed = new boolean[n];
        for (int v : order) {
          Csr rest = without(graph, removed);
          double[] scores = scores(strategy, rest, removed);
          double most = 0;
          for (int w = 0; w < n; w++) {
            most = removed[w] ? most : Math.max(most, scores[w]);
          }
          // Once influence is 0 all over the strategy goes on by degree.
          if (most > 0) {
            assertThat(scores[v]).as("%s seed %d", strategy, seed).isCloseTo(most, within(1e-9));
          }
          removed[v] = true;
        }
      }
    }
  }

  private static double[] scores(Removal.Strategy strategy, Csr rest, boolean[] removed) {
    Csr plain = rest.ignoringDirection();
    if (strategy == Removal.Strategy.BETWEENNESS) {
      return Betweenness.byHops().compute(rest, Progress.silent()).scores();
    }
    int n = rest.nodes();
    double[][] d = Samples.hops(plain, removed);
    double[] degree = new double[n];
    for (int v = 0; v < n; v++) {
      for (int w = 0; w < n; w++) {
        degree[v] += d[v][w] == 1 ? 1 : 0;
      }
    }
    if (strategy == Removal.Strategy.DEGREE) {
      return degree;
    }
    double[] influence = new double[n];
    for (int v = 0; v < n; v++) {
      for (int w = 0; w < n; w++) {
        influence[v] += d[v][w] == 2 ? Math.max(0, degree[v] - 1) * (degree[w] - 1) : 0;
      }
    }
    return influence;
  }

  @Test
  void theLargestPieceIsBrokenWhereItBreaksMost() {
    for (int seed = 40; seed < 60; seed++) {
      Csr graph = Samples.random(seed, 18, 24, seed % 2 == 0, false);
      int n = graph.nodes();
      Csr plain = graph.ignoringDirection();
      int[] order =
          Removal.by(Removal.Strategy.LARGEST_PIECE, Removal.Order.RECOMPUTED, ALL)
              .compute(graph, Progress.silent())
              .order();
      boolean[] removed = new boolean[n];
      for (int v : order) {
        int[] size = sizes(plain, removed);
        assertThat(size[v]).isEqualTo(java.util.Arrays.stream(size).max().orElse(0));
        double[][] d = Samples.hops(plain, removed);
        for (int w = 0; w < n; w++) {
          if (!removed[w] && d[v][w] < Double.POSITIVE_INFINITY) {
            assertThat(pairs(plain, removed, v)).isLessThanOrEqualTo(pairs(plain, removed, w));
          }
        }
        removed[v] = true;
      }
    }
  }

  private static int[] sizes(Csr plain, boolean[] removed) {
    double[][] d = Samples.hops(plain, removed);
    int[] size = new int[removed.length];
    for (int v = 0; v < size.length; v++) {
      for (double hops : d[v]) {
        size[v] += hops < Double.POSITIVE_INFINITY ? 1 : 0;
      }
    }
    return size;
  }

  private static int pairs(Csr plain, boolean[] removed, int gone) {
    boolean[] more = removed.clone();
    more[gone] = true;
    return java.util.Arrays.stream(sizes(plain, more)).sum();
  }

  @Test
  void aStarFallsWithItsMiddle() {
    Removal.Result star =
        Removal.by(Removal.Strategy.LARGEST_PIECE, Removal.Order.RECOMPUTED, ALL)
            .compute(Samples.star(9), Progress.silent());
    assertThat(star.order()[0]).isZero();
    // Nine removals leave pieces of one node, the tenth none: 9 / 10 / 10.
    assertThat(star.robustness()).isCloseTo(0.09, within(1e-12));
  }

  @Test
  void randomOrdersHaveABand() {
    Csr graph = Samples.karate();
    Removal.Result one = Removal.random(40, 5, ALL).compute(graph, Progress.silent());
    Removal.Result two =
        Removal.random(40, 5, new Removal.Extent(Integer.MAX_VALUE, 101, 2))
            .compute(graph, Progress.silent());
    for (Removal.Curve curve : Removal.Curve.values()) {
      assertThat(two.curve(curve)).isEqualTo(one.curve(curve));
      assertThat(two.low(curve)).isEqualTo(one.low(curve));
      for (int i = 0; i < one.removed().length; i++) {
        assertThat(one.low(curve)[i]).isLessThanOrEqualTo(one.curve(curve)[i] + 1e-12);
        assertThat(one.high(curve)[i]).isGreaterThanOrEqualTo(one.curve(curve)[i] - 1e-12);
      }
    }
    double byDegree =
        Removal.by(Removal.Strategy.DEGREE, Removal.Order.RECOMPUTED, ALL)
            .compute(graph, Progress.silent())
            .robustness();
    assertThat(byDegree).isLessThan(one.robustness());
  }

  @Test
  void edges() {
    Removal.Result none =
        Removal.by(Removal.Strategy.DEGREE, Removal.Order.FIXED, ALL)
            .compute(Samples.undirected(0, ""), Progress.silent());
    assertThat(none.removed()).containsExactly(0);
    assertThat(none.robustness()).isNaN();
    assertThatThrownBy(
            () -> Removal.listed(new int[] {1, 1}, ALL).compute(Samples.kite(), Progress.silent()))
        .isInstanceOf(BadGraph.class);
    Removal.Result part =
        Removal.listed(new int[] {7}, ALL).compute(Samples.kite(), Progress.silent());
    assertThat(part.curve(Removal.Curve.LARGEST)).containsExactly(1, 0.7);
    assertThat(part.robustness()).isNaN();
  }

  @Test
  void largeGraphs() {
    Removal.Result path =
        Removal.by(Removal.Strategy.DEGREE, Removal.Order.RECOMPUTED, ALL)
            .compute(Samples.path(300_000, false), Progress.silent());
    assertThat(path.order()).hasSize(300_000);
    assertThat(path.curve(Removal.Curve.EFFICIENCY)[0]).isNaN();
    Removal.Result star =
        Removal.by(
                Removal.Strategy.COLLECTIVE_INFLUENCE,
                Removal.Order.FIXED,
                new Removal.Extent(3, 4, 1))
            .compute(Samples.path(1_000_000, false), Progress.silent());
    assertThat(star.order()).containsExactly(3, 4, 5);
  }

  @Test
  void withoutOne() {
    Absence.Result gone = Absence.of(7).compute(Samples.kite(), Progress.silent());
    assertThat(gone.before().pieces()).isEqualTo(1);
    assertThat(gone.after().pieces()).isEqualTo(2);
    assertThat(gone.after().largest()).isEqualTo(7);
    assertThat(gone.cutOff()).containsExactly(8, 9);
    assertThat(gone.after().fragmentation()).isCloseTo(1 - 44.0 / 72, within(1e-12));
    assertThat(gone.gain()[7]).isNegative();
  }
}

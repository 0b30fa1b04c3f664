package dev.sextant.kernels.covert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import org.junit.jupiter.api.Test;

class HierarchyTest {
  private static final Progress SILENT = Progress.silent();

  @Test
  void aLadderIsALadder() {
    SpringRank.Result ladder = SpringRank.tested(99, 1, 1).compute(Samples.path(9, true), SILENT);
    for (int v = 0; v < 9; v++) {
      assertThat(ladder.scores()[v]).isCloseTo(4 - v, within(1e-9));
    }
    assertThat(ladder.energy()).isCloseTo(0, within(1e-12));
    // A tree's ties can be turned any way and still be a ladder: no evidence of order.
    assertThat(ladder.p()).isEqualTo(1);
    Agony.Result levels = Agony.exact().compute(Samples.path(9, true), SILENT);
    assertThat(levels.levels()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(levels.hierarchy()).isEqualTo(1);
  }

  @Test
  void scoresSolveTheSystem() {
    for (int seed = 0; seed < 20; seed++) {
      Csr graph = Samples.random(seed, 12, 25, seed % 4 != 0, seed % 2 == 0);
      double[] s = SpringRank.standard().compute(graph, SILENT).scores();
      for (int v = 0; v < 12; v++) {
        double pull = 0;
        for (int w = 0; w < 12; w++) {
          int there = graph.arc(v, w);
          int back = graph.arc(w, v);
          if (w != v) {
            pull += there < 0 ? 0 : graph.weight(there) * (s[v] - s[w] - 1);
            pull += back < 0 ? 0 : graph.weight(back) * (s[v] - s[w] + 1);
          }
        }
        assertThat(pull).isCloseTo(0, within(1e-8));
      }
    }
  }

  @Test
  void orderIsToldFromNoOrder() {
    CsrBuilder builder = CsrBuilder.directed(20, CsrBuilder.Loops.DROP);
    for (int u = 0; u < 20; u++) {
      for (int v = u + 1; v < 20; v += 3) {
        builder.edge(u, v);
      }
    }
    Csr ordered = builder.build().graph();
    SpringRank.Result one = SpringRank.tested(199, 7, 1).compute(ordered, SILENT);
    SpringRank.Result two = SpringRank.tested(199, 7, 2).compute(ordered, SILENT);
    assertThat(one.p()).isEqualTo(0.005);
    assertThat(two).usingRecursiveComparison().isEqualTo(one);
    double p =
        SpringRank.tested(199, 7, 1).compute(Samples.random(3, 20, 70, true, false), SILENT).p();
    assertThat(p).isGreaterThan(0.02);
  }

  /** All levellings tried. */
  private static long leastAgony(Csr graph, int[] lexLeast) {
    int n = graph.nodes();
    int[] levels = new int[n];
    long best = Long.MAX_VALUE;
    java.util.Arrays.fill(lexLeast, n);
    while (true) {
      long sum = 0;
      for (int v = 0; v < n; v++) {
        for (int a = graph.first(v); a < graph.end(v); a++) {
          sum += (long) graph.weight(a) * Math.max(0, levels[v] - levels[graph.target(a)] + 1);
        }
      }
      if (sum < best) {
        best = sum;
        java.util.Arrays.fill(lexLeast, n);
      }
      if (sum == best) {
        for (int v = 0; v < n; v++) {
          lexLeast[v] = Math.min(lexLeast[v], levels[v]);
        }
      }
      int at = 0;
      while (at < n && ++levels[at] == n) {
        levels[at++] = 0;
      }
      if (at == n) {
        return best;
      }
    }
  }

  @Test
  void agonyIsTheLeastOfAllLevellings() {
    for (int seed = 0; seed < 120; seed++) {
      int n = 2 + seed % 5;
      Csr graph = Samples.random(seed, n, 3 + seed % 12, seed % 7 != 0, seed % 2 == 0);
      int[] least = new int[n];
      long agony = leastAgony(graph, least);
      Agony.Result found = Agony.exact().compute(graph, SILENT);
      assertThat(found.agony()).as("seed %d", seed).isEqualTo(agony);
      assertThat(found.levels()).as("seed %d", seed).isEqualTo(least);
    }
  }

  @Test
  void agonyOfACycleIsItsLength() {
    Csr cycle = Samples.directed(3, "0-1 1-2 2-0");
    assertThat(Agony.exact().compute(cycle, SILENT).agony()).isEqualTo(3);
    assertThat(Agony.exact().compute(Samples.undirected(2, "0-1"), SILENT).agony()).isEqualTo(2);
    assertThatThrownBy(() -> Agony.exact().compute(cycle.reweighted(w -> w / 2), SILENT))
        .isInstanceOf(BadGraph.class);
  }

  @Test
  void flowCostsAgonyOnLargerGraphs() {
    // Duality: what the levels cost is what the flow carries; no levelling could cost less.
    for (int seed = 0; seed < 5; seed++) {
      Csr graph = Samples.random(seed, 400, 1500, true, seed % 2 == 0);
      Agony.Result found = Agony.exact().compute(graph, SILENT);
      assertThat(found.agony()).isEqualTo(new AgonyFlow(graph, SILENT).carried());
    }
  }

  @Test
  void reaching() {
    Csr star = Samples.directed(5, "0-1 0-2 0-3 0-4");
    Reaching.Result reach = Reaching.byHops(1).compute(star, SILENT);
    assertThat(reach.global()).isEqualTo(1);
    assertThat(reach.flow()).isEqualTo(1);
    Csr cycle = Samples.directed(4, "0-1 1-2 2-0 2-3");
    assertThat(Reaching.byHops(1).compute(cycle, SILENT).flow()).isEqualTo(0.25);
  }

  @Test
  void edges() {
    for (int n : new int[] {0, 1, 3}) {
      Csr none = Samples.directed(n, "");
      assertThat(SpringRank.tested(9, 1, 1).compute(none, SILENT).scores())
          .containsOnly(n == 0 ? new double[0] : new double[] {0});
      assertThat(Agony.exact().compute(none, SILENT).hierarchy()).isNaN();
      assertThat(Reaching.byHops(1).compute(none, SILENT).flow()).isNaN();
    }
    Csr loop = Samples.directed(2, "0-0 0-1");
    assertThat(Agony.exact().compute(loop, SILENT).agony()).isEqualTo(1);
    Csr star = Samples.star(1_000_000);
    assertThat(SpringRank.standard().compute(star, SILENT).energy()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void aLongWay() {
    Csr path = Samples.path(1_000_000, true);
    int[] levels = Agony.exact().compute(path, SILENT).levels();
    assertThat(levels[999_999]).isEqualTo(999_999);
    SpringRank.Result ladder = SpringRank.standard().compute(path, SILENT);
    assertThat(ladder.scores()[0] - ladder.scores()[999_999]).isCloseTo(999_999, within(1e-6));
    assertThat(ladder.rounds()).isZero();
  }
}

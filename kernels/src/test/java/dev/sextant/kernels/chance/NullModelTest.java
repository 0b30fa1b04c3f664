package dev.sextant.kernels.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.covert.Samples;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NullModelTest {
  private static final Progress SILENT = Progress.silent();

  private static double[] out(Csr graph) {
    double[] out = new double[graph.nodes()];
    for (int v = 0; v < out.length; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        out[v] += graph.weight(a);
      }
    }
    return out;
  }

  @Test
  void switchingKeepsDegrees() {
    for (int seed = 0; seed < 40; seed++) {
      Csr graph = Samples.random(seed, 12, 5 + seed, seed % 2 == 0, seed % 3 == 0);
      Csr drawn = NullModel.switched(20).draw(graph, seed, SILENT);
      assertThat(drawn.directed()).isEqualTo(graph.directed());
      assertThat(drawn.edges()).isEqualTo(graph.edges());
      assertThat(drawn.loops()).isEqualTo(graph.loops());
      assertThat(out(drawn.unweighted())).isEqualTo(out(graph.unweighted()));
      assertThat(out(drawn.unweighted().reverse())).isEqualTo(out(graph.unweighted().reverse()));
      if (graph.directed()) {
        assertThat(out(drawn)).isEqualTo(out(graph));
      }
    }
  }

  /** How often each graph comes, among so many draws. */
  private static Map<Csr, Integer> census(Csr graph, NullModel model, int draws) {
    Map<Csr, Integer> census = new HashMap<>();
    for (int i = 0; i < draws; i++) {
      census.merge(model.draw(graph, 1000 + i, SILENT), 1, Integer::sum);
    }
    return census;
  }

  private static void uniform(Map<Csr, Integer> census, int kinds, int draws) {
    assertThat(census).hasSize(kinds);
    double expected = (double) draws / kinds;
    double chi = 0;
    for (int count : census.values()) {
      chi += (count - expected) * (count - expected) / expected;
    }
    // Mean kinds - 1, variance twice that: five deviations above.
    assertThat(chi).isLessThan(kinds - 1 + 5 * Math.sqrt(2.0 * (kinds - 1)));
  }

  @Test
  void everyGraphIsAsLikely() {
    // Degrees 2, 2, 1, 1: the path with its ends at 2 and 3 in two orders, no other simple graph.
    Csr path = Samples.undirected(4, "0-1 1-2 0-3");
    uniform(census(path, NullModel.switched(30), 4_000), 2, 4_000);
    // A ring of five: 4! / 2 rings.
    Csr ring = Samples.undirected(5, "0-1 1-2 2-3 3-4 4-0");
    uniform(census(ring, NullModel.switched(30), 4_000), 12, 4_000);
    // A directed cycle of three has no switch, only its turn.
    uniform(census(Samples.directed(3, "0-1 1-2 2-0"), NullModel.switched(40), 2_000), 2, 2_000);
    uniform(census(Samples.undirected(4, "0-1 2-3"), NullModel.edges(), 4_000), 15, 4_000);
    uniform(census(Samples.directed(3, "0-1 1-0 1-2"), NullModel.dyads(), 4_000), 12, 4_000);
    // Three persons at two events with sums 1, 1, 2 and 2, 2.
    uniform(
        census(Samples.undirected(5, "0-3 1-4 2-3 2-4"), NullModel.twoMode(3, 10), 4_000),
        2,
        4_000);
  }

  @Test
  void whatOtherModelsKeep() {
    for (int seed = 0; seed < 30; seed++) {
      Csr graph = Samples.random(seed, 9, 4 + 2 * seed, seed % 2 == 0, true);
      Csr edges = NullModel.edges().draw(graph, seed, SILENT);
      assertThat(edges.edges()).isEqualTo(graph.edges() - graph.loops());
      Csr strengths = NullModel.strengths(10).draw(graph, seed, SILENT);
      assertThat(out(strengths)).isEqualTo(out(graph));
      assertThat(out(strengths.reverse())).isEqualTo(out(graph.reverse()));
      Csr dyads = NullModel.dyads().draw(graph, seed, SILENT);
      Statistic.Method answered = Statistic.reciprocity().method();
      assertThat(answered.of(dyads, SILENT)).isEqualTo(answered.of(graph, SILENT));
    }
    assertThatThrownBy(
            () -> NullModel.strengths(1).draw(Samples.karate().reweighted(w -> 0.5), 1, SILENT))
        .isInstanceOf(BadGraph.class);
    assertThatThrownBy(() -> NullModel.twoMode(5, 1).draw(Samples.karate(), 1, SILENT))
        .isInstanceOf(BadGraph.class);
  }

  @Test
  void curveballKeepsBothSums() {
    CsrBuilder builder = CsrBuilder.undirected(20, CsrBuilder.Loops.DROP);
    for (int i = 0; i < 60; i++) {
      builder.edge(i * 7 % 12, 12 + i * 5 % 8);
    }
    Csr table = builder.build().graph();
    Csr drawn = NullModel.twoMode(12, 20).draw(table, 3, SILENT);
    assertThat(out(drawn)).isEqualTo(out(table));
  }

  @Test
  void friendsOfFriendsAreMoreThanChance() {
    MoreThanChance test =
        MoreThanChance.against(NullModel.switched(10), 199, 5, 1).of(Statistic.all());
    MoreThanChance two =
        MoreThanChance.against(NullModel.switched(10), 199, 5, 2).of(Statistic.all());
    CsrBuilder builder = CsrBuilder.undirected(40, CsrBuilder.Loops.DROP);
    for (int v = 0; v < 40; v++) {
      builder.edge(v, (v + 1) % 40).edge(v, (v + 2) % 40);
    }
    Csr ring = builder.build().graph();
    MoreThanChance.Result found = test.compute(ring, SILENT);
    Verdict closed = found.verdicts().get(0);
    assertThat(closed.name()).isEqualTo("transitivity");
    assertThat(closed.observed()).isEqualTo(0.5);
    assertThat(closed.pHigh()).isEqualTo(0.005);
    assertThat(closed.z()).isGreaterThan(5);
    // All degrees are 4 in every draw: nothing to correlate, nothing spread.
    assertThat(found.verdicts().get(2).p()).isNaN();
    assertThat(found.verdicts().get(5).p()).isEqualTo(1);
    assertThat(two.compute(ring, SILENT).verdicts()).isEqualTo(found.verdicts());
  }

  @Test
  void pairsInTheSet() {
    PairSet set = new PairSet(50);
    java.util.Set<Long> twin = new java.util.HashSet<>();
    dev.sextant.kernels.SplitMix random = new dev.sextant.kernels.SplitMix(1);
    for (int i = 0; i < 20_000; i++) {
      int u = random.below(12);
      int v = random.below(8);
      long key = u * 100L + v;
      if (twin.size() < 50 && random.below(2) == 0) {
        assertThat(set.add(u, v)).isEqualTo(twin.add(key));
      } else if (twin.remove(key)) {
        set.remove(u, v);
      }
      assertThat(set.has(u, v)).isEqualTo(twin.contains(key));
    }
  }

  @Test
  void manyTests() {
    // R: p.adjust(c(.01, .04, .03, .005), "BH") and "holm".
    double[] p = {0.01, 0.04, 0.03, 0.005, Double.NaN};
    double[] bh = ManyTests.benjaminiHochberg(p);
    double[] holm = ManyTests.holm(p);
    double[] rightBh = {0.02, 0.04, 0.04, 0.02};
    double[] rightHolm = {0.03, 0.06, 0.06, 0.02};
    for (int i = 0; i < 4; i++) {
      assertThat(bh[i]).isCloseTo(rightBh[i], within(1e-12));
      assertThat(holm[i]).isCloseTo(rightHolm[i], within(1e-12));
    }
    assertThat(bh[4]).isNaN();
  }

  @Test
  void emptyGraphs() {
    for (int n = 0; n < 3; n++) {
      Csr none = Samples.directed(n, "");
      for (NullModel model :
          List.of(
              NullModel.edges(),
              NullModel.dyads(),
              NullModel.switched(1),
              NullModel.strengths(1))) {
        assertThat(model.draw(none, 1, SILENT).nodes()).isEqualTo(n);
      }
      assertThat(
              MoreThanChance.against(NullModel.edges(), 3, 1, 1)
                  .of(Statistic.all())
                  .compute(none, SILENT)
                  .verdicts())
          .hasSize(Statistic.all().size());
    }
  }
}

package dev.sextant.kernels.centrality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Betweenness;
import dev.sextant.kernels.Cancelled;
import dev.sextant.kernels.Closeness.Towards;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.EdgeBetweenness;
import dev.sextant.kernels.NamedMeasure;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.path.HopPlot;
import dev.sextant.kernels.path.PathMeasures;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Values by hand and from definitions, edge cases, bounds by simulation. */
class CentralityTest {
  private static final Progress SILENT = Progress.silent();

  private static Csr undirected(int n, int... ends) {
    CsrBuilder builder = CsrBuilder.undirected(n, CsrBuilder.Loops.DROP);
    for (int i = 0; i < ends.length; i += 2) {
      builder.edge(ends[i], ends[i + 1]);
    }
    return builder.build().graph();
  }

  private static Csr directed(int n, int... ends) {
    CsrBuilder builder = CsrBuilder.directed(n, CsrBuilder.Loops.DROP);
    for (int i = 0; i < ends.length; i += 2) {
      builder.edge(ends[i], ends[i + 1]);
    }
    return builder.build().graph();
  }

  private static Csr random(long seed, int n, int edges, boolean directed, boolean weighted) {
    SplittableRandom random = new SplittableRandom(seed);
    CsrBuilder builder =
        directed
            ? CsrBuilder.directed(n, CsrBuilder.Loops.KEEP)
            : CsrBuilder.undirected(n, CsrBuilder.Loops.KEEP);
    for (int e = 0; e < edges; e++) {
      double x = random.nextDouble();
      int u = (int) (x * x * n);
      int v = random.nextInt(n);
      if (weighted) {
        builder.edge(u, v, 0.5 * (1 + random.nextInt(6)));
      } else {
        builder.edge(u, v);
      }
    }
    return builder.build().graph();
  }

  private static Csr star(int leaves) {
    CsrBuilder builder = CsrBuilder.undirected(leaves + 1, CsrBuilder.Loops.DROP);
    for (int v = 1; v <= leaves; v++) {
      builder.edge(0, v);
    }
    return builder.build().graph();
  }

  @Test
  void starsByHand() {
    Csr star = star(4);
    // x(leaf) = x(0) / lambda with lambda = 2.
    assertThat(Eigenvector.principal().compute(star, SILENT).scores())
        .containsExactly(new double[] {1, 0.5, 0.5, 0.5, 0.5}, within(1e-12));
    assertThat(Eigenvector.principal().compute(star, SILENT).eigenvalue())
        .isCloseTo(2, within(1e-12));
    // x0 = 1 + 4 a x1, x1 = 1 + a x0 with a = 1/4: x0 = 8/3, x1 = 5/3.
    double[] katz = Katz.of(0.25).compute(star, SILENT).scores();
    assertThat(katz[0]).isCloseTo(8.0 / 3, within(1e-12));
    assertThat(katz[4]).isCloseTo(5.0 / 3, within(1e-12));
    Katz.Result own = Katz.automatic().compute(star, SILENT);
    assertThat(own.alpha()).isCloseTo(0.425, within(1e-6));
    // The closed walks of the middle: cosh(2).
    assertThat(SubgraphCentrality.closedWalks().compute(star, SILENT).score(0))
        .isCloseTo(Math.cosh(2), within(1e-12));
    assertThat(Centralisation.ofDegree().compute(star, SILENT)).isEqualTo(1);
    assertThat(Centralisation.ofBetweenness(1).compute(star, SILENT)).isEqualTo(1);
    assertThat(Centralisation.ofCloseness(1).compute(star, SILENT)).isCloseTo(1, within(1e-12));
    assertThat(
            Centralisation.of((g, p) -> Eigenvector.principal().compute(g, p).scores())
                .compute(star, SILENT))
        .isCloseTo(1, within(1e-12));
    assertThat(Passing.stress().compute(star, SILENT)[0]).isEqualTo(6);
    assertThat(CurrentFlow.exact().compute(star, SILENT).betweenness()[0])
        .isCloseTo(6, within(1e-12));
    assertThat(Reach.within(1, Towards.OTHERS).compute(star, SILENT)[1]).isEqualTo(1);
    assertThat(Reach.decay(0.5, Towards.OTHERS).compute(star, SILENT)[1])
        .isCloseTo(0.5 + 3 * 0.25, within(1e-15));
  }

  @Test
  void bonacichsFourNodes() {
    // Bonacich 1987, figure 1 in kind: in a line of five, a negative beta puts the second first.
    Csr line = undirected(5, 0, 1, 1, 2, 2, 3, 3, 4);
    double[] against = BonacichPower.of(-0.4).compute(line, SILENT).scores();
    double[] with = BonacichPower.of(0.4).compute(line, SILENT).scores();
    assertThat(against[1]).isGreaterThan(against[2]);
    assertThat(with[2]).isGreaterThan(with[1]);
    assertThat(Arrays.stream(with).map(x -> x * x).sum()).isCloseTo(5, within(1e-12));
    // c = a (A1 + beta A c / a): the defining equation, entry by entry.
    double[] equal = BonacichPower.of(0).compute(line, SILENT).scores();
    assertThat(equal[1] / equal[0]).isCloseTo(2, within(1e-12));
    assertThatThrownBy(() -> BonacichPower.of(0.6).compute(line, SILENT))
        .isInstanceOf(BadGraph.class)
        .hasMessageContaining("do not add up");
    assertThatThrownBy(() -> Katz.of(0.6).compute(line, SILENT)).isInstanceOf(BadGraph.class);
  }

  @Test
  void withoutCirclesThereIsNoEigenvector() {
    Csr dag = directed(4, 0, 1, 1, 2, 0, 2, 2, 3);
    assertThat(Eigenvector.principal().compute(dag, SILENT).scores()).containsOnly(Double.NaN);
    // Walks that end at 3: itself, 1 of one step, 2 of two, 1 of three.
    assertThat(Katz.of(1).compute(dag, SILENT).score(3)).isCloseTo(5, within(1e-12));
    assertThat(Katz.automatic().compute(dag, SILENT).alpha()).isEqualTo(1);
  }

  @Test
  void pushMissesNoMoreThanItSays() {
    for (int i = 0; i < 20; i++) {
      Csr graph = random(i, 60, 150, i % 2 == 0, i % 3 == 0);
      int[] homes = {1, 4};
      double[] exact = PersonalPageRank.power(homes, 0.85, 1e-14).compute(graph, SILENT).scores();
      assertThat(Arrays.stream(exact).sum()).isCloseTo(1, within(1e-12));
      PersonalPageRank.Result push =
          PersonalPageRank.push(homes, 0.85, 1e-4).compute(graph, SILENT);
      double missed = 0;
      for (int v = 0; v < 60; v++) {
        assertThat(push.score(v)).isLessThanOrEqualTo(exact[v] + 1e-13);
        missed += exact[v] - push.score(v);
      }
      assertThat(missed).isCloseTo(push.error(), within(1e-12));
    }
  }

  @Test
  void sampledWithinTheBoundAsOftenAsPromised() {
    Csr graph = random(3, 150, 400, false, false);
    for (Csr each : List.of(graph, random(4, 150, 500, true, false))) {
      Betweenness.Result exact = Betweenness.byHops().compute(each, SILENT);
      int off = 0;
      for (long seed = 0; seed < 200; seed++) {
        SampledBetweenness.Result about =
            SampledBetweenness.within(0.03, 0.1, seed).compute(each, SILENT);
        double worst = 0;
        for (int v = 0; v < each.nodes(); v++) {
          worst = Math.max(worst, Math.abs(about.score(v) - exact.normalised(v)));
        }
        off += worst > 0.03 ? 1 : 0;
      }
      // Of 200 at most 20 are expected by the promise; 34 would be three deviations beyond it.
      assertThat(off).isLessThan(34);
    }
    double[] one = SampledBetweenness.within(0.03, 0.1, 9, 1).compute(graph, SILENT).scores();
    double[] two = SampledBetweenness.within(0.03, 0.1, 9, 3).compute(graph, SILENT).scores();
    assertThat(two).isEqualTo(one);
  }

  @Test
  void samplesAreDrawnEvenly() {
    // Both ways round a square are drawn equally often; so is each node of a clique's tail.
    Csr square = undirected(4, 0, 1, 1, 2, 2, 3, 3, 0);
    double[] scores = SampledBetweenness.within(0.01, 0.05, 1).compute(square, SILENT).scores();
    // Each node lies between one of the three pairs of others on half of its paths.
    assertThat(scores)
        .containsExactly(new double[] {1.0 / 6, 1.0 / 6, 1.0 / 6, 1.0 / 6}, within(0.01));
  }

  @Test
  void pivots() {
    Csr graph = random(8, 300, 900, true, false);
    double[] exact = Betweenness.byHops().compute(graph, SILENT).scores();
    double[] all = Betweenness.fromPivots(400, 1, 2).compute(graph, SILENT).scores();
    for (int v = 0; v < 300; v++) {
      assertThat(all[v]).isCloseTo(exact[v], within(1e-7));
    }
    double[] mean = new double[300];
    for (int i = 0; i < 60; i++) {
      double[] some = Betweenness.fromPivots(100, i, 1).compute(graph, SILENT).scores();
      Arrays.setAll(mean, v -> mean[v] + some[v] / 60);
    }
    double sum = Arrays.stream(exact).sum();
    assertThat(Arrays.stream(mean).sum()).isCloseTo(sum, within(0.03 * sum));
  }

  /** Pivots in trees, in small blocks and alone: as the sum over single pivots, blocks or not. */
  @Test
  void pivotsEqualOneSearchAfterTheOther() {
    for (int i = 0; i < 60; i++) {
      boolean directed = i % 3 == 0;
      Csr graph = random(500 + i, 40, i % 2 == 0 ? 44 : 70, directed, false);
      int[] pivots = {3, 7, 8, 11, 19, 20, 31, 38};
      double[] expected = new double[40];
      for (int pivot : pivots) {
        double[] one = fromOne(graph, pivot);
        Arrays.setAll(expected, v -> expected[v] + one[v] * 40.0 / 8 / (directed ? 1 : 2));
      }
      double[] found = Betweenness.fromPivots(pivots, 2).compute(graph, SILENT).scores();
      for (int v = 0; v < 40; v++) {
        assertThat(found[v]).as("graph %d node %d", i, v).isCloseTo(expected[v], within(1e-9));
      }
    }
  }

  /** Brandes' sums of one source, as the paper has them. */
  private static double[] fromOne(Csr graph, int source) {
    int n = graph.nodes();
    int[] distance = new int[n];
    Arrays.fill(distance, -1);
    double[] paths = new double[n];
    int[] order = new int[n];
    int size = 0;
    order[size++] = source;
    distance[source] = 0;
    paths[source] = 1;
    for (int head = 0; head < size; head++) {
      int v = order[head];
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int w = graph.target(a);
        if (distance[w] < 0) {
          distance[w] = distance[v] + 1;
          order[size++] = w;
        }
        paths[w] += distance[w] == distance[v] + 1 ? paths[v] : 0;
      }
    }
    double[] dependency = new double[n];
    for (int i = size - 1; i >= 0; i--) {
      int v = order[i];
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int w = graph.target(a);
        dependency[v] +=
            distance[w] == distance[v] + 1 ? paths[v] / paths[w] * (1 + dependency[w]) : 0;
      }
    }
    dependency[source] = 0;
    return dependency;
  }

  @Test
  void sumsThatHaveToAgree() {
    for (int i = 0; i < 40; i++) {
      Csr graph = random(100 + i, 40, 90, i % 2 == 0, false);
      // Every path of h hops has h edges and h - 1 nodes between: sums differ by the pairs.
      HopPlot.Result plot = HopPlot.exact().compute(graph, SILENT);
      double pairs = plot.reaching() / (graph.directed() ? 1.0 : 2.0);
      double hops = plot.reaching() == 0 ? 0 : plot.mean() * pairs;
      double edges = Arrays.stream(EdgeBetweenness.byHops(2).compute(graph, SILENT).scores()).sum();
      double nodes = Arrays.stream(Betweenness.byLengths().compute(graph, SILENT).scores()).sum();
      assertThat(edges).isCloseTo(hops, within(1e-8));
      assertThat(nodes).isCloseTo(hops - pairs, within(1e-8));
      double[] decay = Reach.within(1_000, Towards.OTHERS).compute(graph, SILENT);
      assertThat(Arrays.stream(decay).sum()).isEqualTo(plot.reaching());
      assertThat(EdgeBetweenness.byHops(1).compute(graph, SILENT).scores())
          .isEqualTo(EdgeBetweenness.byHops(3).compute(graph, SILENT).scores());
      assertThat(Betweenness.byLengths(1).compute(graph, SILENT).scores())
          .isEqualTo(Betweenness.byLengths(3).compute(graph, SILENT).scores());
    }
  }

  @Test
  void brokersByDefinition() {
    for (int i = 0; i < 60; i++) {
      boolean directed = i % 2 == 0;
      Csr graph = random(500 + i, 18, 50, directed, false);
      int[] groups = IntStream.range(0, 18).map(v -> v * v % 4).toArray();
      Brokerage.Result result = Brokerage.between(groups).compute(graph, SILENT);
      long[][] naive = new long[5][18];
      for (int a = 0; a < 18; a++) {
        for (int b = 0; b < 18; b++) {
          for (int c = 0; c < 18; c++) {
            boolean open = a != b && b != c && a != c && graph.arc(a, b) >= 0;
            if (open && graph.arc(b, c) >= 0 && graph.arc(a, c) < 0) {
              naive[role(groups[a], groups[b], groups[c])][b]++;
            }
          }
        }
      }
      for (int b = 0; b < 18; b++) {
        long total = 0;
        for (Brokerage.Role role : Brokerage.Role.values()) {
          boolean one =
              directed
                  || role == Brokerage.Role.GATEKEEPER
                  || role == Brokerage.Role.REPRESENTATIVE;
          long wanted = naive[role.ordinal()][b] / (one ? 1 : 2);
          assertThat(result.count(b, role)).as("%s %d", role, b).isEqualTo(wanted);
          total += naive[role.ordinal()][b];
        }
        assertThat(result.total(b)).isEqualTo(directed ? total : total / 2);
      }
    }
  }

  private static int role(int a, int b, int c) {
    return a == b ? (b == c ? 0 : 3) : a == c ? 1 : b == c ? 2 : 4;
  }

  @Test
  void brokersMomentsBySimulation() {
    int[] groups = {0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2};
    int n = groups.length;
    int runs = 4_000;
    for (boolean directed : new boolean[] {true, false}) {
      SplittableRandom random = new SplittableRandom(77);
      double[] mean = new double[5];
      double[] square = new double[5];
      for (int run = 0; run < runs; run++) {
        CsrBuilder builder =
            directed
                ? CsrBuilder.directed(n, CsrBuilder.Loops.DROP)
                : CsrBuilder.undirected(n, CsrBuilder.Loops.DROP);
        for (int u = 0; u < n; u++) {
          for (int v = directed ? 0 : u + 1; v < n; v++) {
            if (u != v && random.nextDouble() < 0.5) {
              builder.edge(u, v);
            }
          }
        }
        Brokerage.Result result =
            Brokerage.between(groups).compute(builder.build().graph(), SILENT);
        for (Brokerage.Role role : Brokerage.Role.values()) {
          double count = result.count(0, role);
          mean[role.ordinal()] += count / runs;
          square[role.ordinal()] += count * count / runs;
        }
      }
      // A graph with exactly half of all ties has the moments of that density.
      CsrBuilder half =
          directed
              ? CsrBuilder.directed(n, CsrBuilder.Loops.DROP)
              : CsrBuilder.undirected(n, CsrBuilder.Loops.DROP);
      int at = 0;
      for (int u = 0; u < n; u++) {
        for (int v = directed ? 0 : u + 1; v < n; v++) {
          if (u != v && at++ % 2 == 0) {
            half.edge(u, v);
          }
        }
      }
      Brokerage.Result moments = Brokerage.between(groups).compute(half.build().graph(), SILENT);
      for (Brokerage.Role role : Brokerage.Role.values()) {
        int r = role.ordinal();
        double deviation = Math.sqrt(square[r] - mean[r] * mean[r]);
        assertThat(moments.expected(0, role))
            .as("%s", role)
            .isCloseTo(mean[r], within(0.1 * deviation));
        double z = moments.z(0, role);
        double own = (moments.count(0, role) - moments.expected(0, role)) / z;
        if (z != 0 && !Double.isNaN(z)) {
          assertThat(own).as("%s", role).isCloseTo(deviation, within(0.06 * deviation));
        }
      }
    }
  }

  @Test
  void mixingAndClub() {
    Csr star = star(3);
    assertThat(Mixing.byDegree().compute(star, SILENT)).isCloseTo(-1, within(1e-12));
    Csr pairs = undirected(4, 0, 1, 2, 3);
    assertThat(Mixing.byGroups(new int[] {0, 0, 1, 1}).compute(pairs, SILENT))
        .isCloseTo(1, within(1e-12));
    assertThat(Mixing.byNumbers(new double[] {1, 1, 5, 5}).compute(pairs, SILENT))
        .isCloseTo(1, within(1e-12));
    assertThat(Mixing.byDegree().compute(pairs, SILENT)).isNaN();
    assertThatThrownBy(() -> Mixing.byGroups(new int[] {0}).compute(pairs, SILENT))
        .isInstanceOf(BadGraph.class);
    // All of a node's constraint from one of two contacts, as far as that goes.
    double[] spread = ConstraintSpread.hierarchy().compute(undirected(3, 0, 1, 0, 2), SILENT);
    assertThat(spread[0]).isCloseTo(0, within(1e-12));
    assertThat(spread[1]).isNaN();
  }

  @Test
  void oddGraphs() {
    List<Csr> odd =
        List.of(
            undirected(0),
            directed(0),
            undirected(1),
            directed(2),
            undirected(7),
            directed(3, 0, 1),
            CsrBuilder.undirected(3, CsrBuilder.Loops.KEEP).edge(1, 1).build().graph(),
            CsrBuilder.directed(2, CsrBuilder.Loops.KEEP).edge(0, 0).edge(0, 1).build().graph());
    List<NamedMeasure> all = new java.util.ArrayList<>(CentralityMeasures.all());
    all.addAll(PathMeasures.all());
    assertThat(all.stream().map(NamedMeasure::name)).doesNotHaveDuplicates();
    for (Csr graph : odd) {
      for (NamedMeasure measure : all) {
        assertThat(measure.method().measure(graph, NamedMeasure.Setting.usual(), SILENT))
            .as("%s of %s", measure.name(), graph)
            .isNotNull();
      }
    }
    Csr graph = random(1, 300, 900, true, true);
    for (NamedMeasure measure : all) {
      NamedMeasure.Setting setting = new NamedMeasure.Setting(1, 1, true);
      assertThatThrownBy(() -> measure.method().measure(graph, setting, (done, total) -> false))
          .as(measure.name())
          .isInstanceOf(Cancelled.class);
    }
  }

  @Test
  void largeOnes() {
    Csr star = star(1_000_000);
    Csr smaller = star(10_000);
    assertThat(EdgeBetweenness.byHops(1).compute(star(300_000), SILENT).scores()[0])
        .isEqualTo(300_000);
    assertThat(SampledBetweenness.within(0.02, 0.1, 1).compute(star, SILENT).score(0))
        .isCloseTo(1, within(0.02));
    assertThat(Eigenvector.principal().compute(smaller, SILENT).score(7))
        .isCloseTo(1e-2, within(1e-9));
    assertThatThrownBy(() -> CurrentFlow.exact().compute(star, SILENT))
        .isInstanceOf(BadGraph.class)
        .hasMessageContaining("bytes");
    assertThat(Census.counted().compute(star(2_000), SILENT).triads("201"))
        .isEqualTo(2_000L * 1_999 / 2);
  }
}

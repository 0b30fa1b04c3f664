package dev.sextant.kernels.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Cancelled;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every way of finding paths against trying everything, on small random graphs of all kinds. */
class PathsTest {
  private static final Progress SILENT = Progress.silent();
  private static final int GRAPHS = 400;

  @Test
  void distancesFromOneNode() {
    for (int i = 0; i < GRAPHS; i++) {
      Csr graph = Small.graph(i, 30);
      double[][] hops = Small.distances(graph.unweighted());
      double[][] lengths = Small.distances(graph);
      for (int s = 0; s < graph.nodes(); s++) {
        assertThat(ShortestPaths.byHops(s).compute(graph, SILENT).distances())
            .as("graph %d", i)
            .isEqualTo(hops[s]);
        assertThat(ShortestPaths.byLengths(s).compute(graph, SILENT).distances())
            .isEqualTo(lengths[s]);
        assertThat(ShortestPaths.deltaStepping(s).compute(graph, SILENT).distances())
            .isEqualTo(lengths[s]);
        assertThat(ShortestPaths.deltaStepping(s, 0.3).compute(graph, SILENT).distances())
            .isEqualTo(lengths[s]);
      }
    }
  }

  @Test
  void routesAreOfTheLengthOfTheDistance() {
    for (int i = 0; i < GRAPHS; i++) {
      Csr graph = Small.graph(i, 20);
      double[][] lengths = Small.distances(graph);
      double[][] hops = Small.distances(graph.unweighted());
      PathFinder byLengths = PathFinder.byLengths(graph);
      PathFinder byHops = PathFinder.byHops(graph);
      for (int s = 0; s < graph.nodes(); s++) {
        ShortestPaths.Result from = ShortestPaths.byLengths(s).compute(graph, SILENT);
        for (int t = 0; t < graph.nodes(); t++) {
          check(graph, from.route(t), s, t, lengths[s][t]);
          check(graph, byLengths.find(s, t, SILENT), s, t, lengths[s][t]);
          check(graph.unweighted(), byHops.find(s, t, SILENT), s, t, hops[s][t]);
        }
      }
    }
  }

  private static void check(Csr graph, Optional<Route> route, int s, int t, double length) {
    assertThat(route.isPresent()).isEqualTo(length < Double.POSITIVE_INFINITY);
    route.ifPresent(r -> {
      assertThat(r.nodes()[0]).isEqualTo(s);
      assertThat(r.nodes()[r.hops()]).isEqualTo(t);
      assertThat(r.length()).isEqualTo(length);
      assertThat(Route.along(graph, r.nodes())).isEqualTo(r);
    });
  }

  @Test
  void listsOfPaths() {
    for (int i = 0; i < GRAPHS; i++) {
      Csr graph = Small.graph(i, 8);
      int t = graph.nodes() - 1;
      List<Route> all = Small.paths(graph, 0, t);
      List<Route> byHops = Small.paths(graph.unweighted(), 0, t);
      assertThat(lengths(KShortest.byLengths(0, t, 1_000_000).compute(graph, SILENT)))
          .as("graph %d", i)
          .isEqualTo(lengths(all));
      assertThat(new HashSet<>(KShortest.byLengths(0, t, 1_000_000).compute(graph, SILENT)))
          .isEqualTo(new HashSet<>(all));
      assertThat(lengths(KShortest.byHops(0, t, 5).compute(graph, SILENT)))
          .isEqualTo(lengths(byHops.subList(0, Math.min(5, byHops.size()))));
      List<Route> within = byHops.stream().filter(r -> r.hops() <= 4).toList();
      SimplePaths.Result simple = SimplePaths.within(0, t, 4, 1_000_000).compute(graph, SILENT);
      assertThat(simple.complete()).isTrue();
      assertThat(new HashSet<>(simple.routes())).isEqualTo(new HashSet<>(within));
      assertThat(simple.routes()).hasSize(within.size());
      List<Route> shortest = all.stream().filter(r -> r.length() == all.get(0).length()).toList();
      AllShortest.Result found = AllShortest.byLengths(0, t, 1_000).compute(graph, SILENT);
      assertThat(found.routes()).isEqualTo(shortest);
      assertThat(found.count()).isEqualTo(shortest.size());
      assertThat(found.complete()).isTrue();
      assertThat(AllShortest.byHops(0, t, 0).compute(graph, SILENT).count())
          .isEqualTo(byHops.stream().filter(r -> r.hops() == byHops.get(0).hops()).count());
    }
  }

  private static List<Double> lengths(List<Route> routes) {
    return routes.stream().map(Route::length).toList();
  }

  @Test
  void disjointPathsAreApartAndTheCutCuts() {
    for (int i = 0; i < GRAPHS; i++) {
      Csr graph = Small.graph(i, 12).unweighted();
      int t = graph.nodes() - 1;
      DisjointPaths.Result nodes = DisjointPaths.byNodes(0, t).compute(graph, SILENT);
      Set<Integer> used = new HashSet<>();
      for (Route route : nodes.routes()) {
        assertThat(Route.along(graph, route.nodes())).isEqualTo(route);
        for (int at = 1; at < route.hops(); at++) {
          assertThat(used.add(route.nodes()[at])).as("graph %d", i).isTrue();
        }
      }
      assertThat(nodes.cutNodes().length + nodes.cutFrom().length).isEqualTo(nodes.count());
      assertThat(nodes.cutFrom().length).isEqualTo(graph.arc(0, t) >= 0 ? 1 : 0);
      assertThat(parted(graph, nodes)).isTrue();
      DisjointPaths.Result edges = DisjointPaths.byEdges(0, t).compute(graph, SILENT);
      Set<Long> crossed = new HashSet<>();
      for (Route route : edges.routes()) {
        assertThat(Route.along(graph, route.nodes())).isEqualTo(route);
        for (int at = 0; at < route.hops(); at++) {
          assertThat(crossed.add(edge(graph, route.nodes()[at], route.nodes()[at + 1]))).isTrue();
        }
      }
      assertThat(edges.cutFrom()).hasSize(edges.count());
      assertThat(edges.cutNodes()).isEmpty();
      assertThat(parted(graph, edges)).as("graph %d", i).isTrue();
      assertThat(edges.count()).isGreaterThanOrEqualTo(nodes.count());
    }
  }

  private static long edge(Csr graph, int u, int v) {
    boolean turn = !graph.directed() && v < u;
    return turn ? (long) v << 32 | u : (long) u << 32 | v;
  }

  /** With a cut as large as the set of paths, neither can be beaten: both are right. */
  private static boolean parted(Csr graph, DisjointPaths.Result result) {
    Set<Integer> gone = new HashSet<>();
    for (int v : result.cutNodes()) {
      gone.add(v);
    }
    Set<Long> cut = new HashSet<>();
    for (int e = 0; e < result.cutFrom().length; e++) {
      cut.add(edge(graph, result.cutFrom()[e], result.cutTo()[e]));
    }
    CsrBuilder left =
        graph.directed()
            ? CsrBuilder.directed(graph.nodes(), CsrBuilder.Loops.DROP)
            : CsrBuilder.undirected(graph.nodes(), CsrBuilder.Loops.DROP);
    for (int v = 0; v < graph.nodes(); v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int w = graph.target(a);
        if (!gone.contains(v) && !gone.contains(w) && !cut.contains(edge(graph, v, w))) {
          left.edge(v, w);
        }
      }
    }
    return PathFinder.byHops(left.build().graph()).find(0, graph.nodes() - 1, SILENT).isEmpty();
  }

  @Test
  void howFarTheNetworkStretches() {
    for (int i = 0; i < GRAPHS; i++) {
      Csr graph = Small.graph(i, 25);
      double[][] hops = Small.distances(graph.unweighted());
      double[][] lengths = Small.distances(graph);
      Diameter.Result byHops = Diameter.byHops().compute(graph, SILENT);
      Diameter.Result byLengths = Diameter.byLengths().compute(graph, SILENT);
      assertThat(byHops.length()).as("graph %d", i).isEqualTo(longest(hops));
      assertThat(byLengths.length()).isCloseTo(longest(lengths), within(1e-12));
      if (byHops.from() >= 0) {
        assertThat(hops[byHops.from()][byHops.to()]).isEqualTo(byHops.length());
        assertThat(lengths[byLengths.from()][byLengths.to()]).isEqualTo(byLengths.length());
      }
      HopPlot.Result plot = HopPlot.exact().compute(graph, SILENT);
      assertThat(plot.farthest()).isEqualTo((int) longest(hops));
      for (int d = 1; d <= plot.farthest(); d++) {
        assertThat(plot.pairs(d)).isEqualTo(pairs(hops, d));
      }
    }
  }

  private static double longest(double[][] distance) {
    double most = 0;
    for (double[] row : distance) {
      for (double d : row) {
        most = d < Double.POSITIVE_INFINITY ? Math.max(most, d) : most;
      }
    }
    return most;
  }

  private static long pairs(double[][] distance, int hops) {
    long count = 0;
    for (double[] row : distance) {
      for (double d : row) {
        count += d == hops ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void hopPlotOfALineByHand() {
    // Of four nodes in a row: 6 ordered pairs at 1, 4 at 2, 2 at 3; 90% of 12 is 10.8.
    HopPlot.Result plot = HopPlot.exact().compute(Small.line(4), SILENT);
    assertThat(plot.pairs(1)).isEqualTo(6);
    assertThat(plot.mean()).isCloseTo(20.0 / 12, within(1e-15));
    assertThat(plot.effective()).isCloseTo(2.4, within(1e-12));
    assertThat(plot.connectedness()).isEqualTo(1);
  }

  @Test
  void countsMoreThanAreListed() {
    // Sixty squares in a row: 2^60 shortest paths; of seventy there are too many to count.
    AllShortest.Result sixty = AllShortest.byHops(0, 180, 3).compute(squares(60), SILENT);
    assertThat(sixty.count()).isEqualTo(1L << 60);
    assertThat(sixty.length()).isEqualTo(120);
    assertThat(sixty.routes()).hasSize(3);
    assertThat(sixty.complete()).isFalse();
    assertThatThrownBy(() -> AllShortest.byHops(0, 210, 3).compute(squares(70), SILENT))
        .isInstanceOf(BadGraph.class)
        .hasMessageContaining("2^63");
    assertThat(KShortest.byHops(0, 180, 20).compute(squares(60), SILENT))
        .hasSize(20)
        .allMatch(r -> r.hops() == 120)
        .doesNotHaveDuplicates();
    assertThat(SimplePaths.within(0, 30, 20, 7).compute(squares(10), SILENT).complete()).isFalse();
  }

  private static Csr squares(int count) {
    CsrBuilder builder = CsrBuilder.undirected(3 * count + 1, CsrBuilder.Loops.DROP);
    for (int i = 0; i < 3 * count; i += 3) {
      builder.edge(i, i + 1).edge(i, i + 2).edge(i + 1, i + 3).edge(i + 2, i + 3);
    }
    return builder.build().graph();
  }

  @Test
  void longLinesAndWideStars() {
    int n = 1_000_000;
    Csr line = Small.line(n);
    assertThat(PathFinder.byHops(line).find(0, n - 1, SILENT).orElseThrow().hops())
        .isEqualTo(n - 1);
    assertThat(PathFinder.byLengths(line).find(0, n - 1, SILENT).orElseThrow().hops())
        .isEqualTo(n - 1);
    assertThat(Diameter.byHops().compute(line, SILENT).length()).isEqualTo(n - 1);
    assertThat(DisjointPaths.byNodes(0, n - 1).compute(line, SILENT).count()).isEqualTo(1);
    assertThat(AllShortest.byHops(0, n - 1, 5).compute(line, SILENT).count()).isEqualTo(1);
    assertThat(ShortestPaths.deltaStepping(0).compute(line, SILENT).distance(n - 1))
        .isEqualTo(n - 1);
    Csr star = Small.star(n);
    PathFinder finder = PathFinder.byHops(star);
    assertThat(finder.find(3, n, SILENT).orElseThrow().nodes()).containsExactly(3, 0, n);
    assertThat(finder.find(0, n, SILENT).orElseThrow().hops()).isEqualTo(1);
    assertThat(Diameter.byHops().compute(star, SILENT).searches()).isLessThan(10);
    assertThat(DisjointPaths.byNodes(1, n).compute(star, SILENT).cutNodes()).containsExactly(0);
    assertThat(SimplePaths.within(1, n, 5, 10).compute(star, SILENT).routes()).hasSize(1);
  }

  @Test
  void emptyAndLonely() {
    Csr none = CsrBuilder.undirected(0, CsrBuilder.Loops.DROP).build().graph();
    Csr one = CsrBuilder.directed(1, CsrBuilder.Loops.KEEP).edge(0, 0).build().graph();
    for (Csr graph : List.of(none, one)) {
      assertThat(Diameter.byHops().compute(graph, SILENT).from()).isEqualTo(-1);
      assertThat(Diameter.byLengths().compute(graph, SILENT).length()).isZero();
      assertThat(HopPlot.exact().compute(graph, SILENT).mean()).isNaN();
    }
    assertThat(PathFinder.byHops(one).find(0, 0, SILENT).orElseThrow().hops()).isZero();
    assertThat(KShortest.byHops(0, 0, 3).compute(one, SILENT)).hasSize(1);
    assertThat(SimplePaths.within(0, 0, 3, 5).compute(one, SILENT).routes()).hasSize(1);
    assertThat(AllShortest.byHops(0, 0, 3).compute(one, SILENT).count()).isEqualTo(1);
    assertThatThrownBy(() -> DisjointPaths.byNodes(0, 0).compute(one, SILENT))
        .isInstanceOf(BadGraph.class);
    assertThatThrownBy(() -> PathFinder.byHops(none).find(0, 0, SILENT))
        .isInstanceOf(BadGraph.class)
        .hasMessageContaining("node 0");
    assertThatThrownBy(() -> ShortestPaths.deltaStepping(0, 0)).isInstanceOf(BadGraph.class);
    assertThatThrownBy(() -> ShortestPaths.deltaStepping(0, 1e-300).compute(Small.line(3), SILENT))
        .isInstanceOf(BadGraph.class)
        .hasMessageContaining("wider");
  }

  @Test
  void everythingCanBeStopped() {
    Csr graph = squares(200);
    Progress stop = (done, total) -> false;
    List<Runnable> works = new ArrayList<>();
    works.add(() -> ShortestPaths.byHops(0).compute(graph, stop));
    works.add(() -> ShortestPaths.byLengths(0).compute(graph, stop));
    works.add(() -> ShortestPaths.deltaStepping(0).compute(graph, stop));
    works.add(() -> PathFinder.byHops(graph).find(0, 600, stop));
    works.add(() -> KShortest.byHops(0, 600, 5).compute(graph, stop));
    works.add(() -> AllShortest.byHops(0, 60, 5).compute(squares(20), stop));
    works.add(() -> DisjointPaths.byEdges(0, 600).compute(graph, stop));
    works.add(() -> SimplePaths.within(0, 600, 600, Integer.MAX_VALUE).compute(graph, stop));
    works.add(() -> Diameter.byHops().compute(graph, stop));
    works.add(() -> HopPlot.exact().compute(graph, stop));
    for (Runnable work : works) {
      assertThatThrownBy(work::run).isInstanceOf(Cancelled.class);
    }
  }
}

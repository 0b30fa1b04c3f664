package dev.sextant.kernels.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Cancelled;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.SplitMix;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTest {
  private static final Layout.Setting USUAL = Layout.Setting.usual();

  private static Csr grid(int side) {
    CsrBuilder builder = CsrBuilder.undirected(side * side, CsrBuilder.Loops.DROP);
    for (int i = 0; i < side; i++) {
      for (int j = 0; j < side; j++) {
        if (i + 1 < side) {
          builder.edge(i * side + j, (i + 1) * side + j);
        }
        if (j + 1 < side) {
          builder.edge(i * side + j, i * side + j + 1);
        }
      }
    }
    return builder.build().graph();
  }

  private static List<Layout> all(Layout.Setting setting) {
    return List.of(Layout.distances(setting), Layout.forces(setting), Layout.levels(setting));
  }

  /** Stress at the best scale: mean squared error of the distances, as a share of them. */
  private static double stress(Csr graph, Layout.Result drawn) {
    int n = graph.nodes();
    double up = 0;
    double down = 0;
    double squares = 0;
    long pairs = 0;
    for (int pass = 0; pass < 2; pass++) {
      double scale = pass == 0 ? 0 : up / down;
      for (int s = 0; s < n; s++) {
        int[] hops = hops(graph, s);
        for (int v = 0; v < n; v++) {
          if (hops[v] > 0) {
            double ratio =
                Math.hypot(drawn.x()[v] - drawn.x()[s], drawn.y()[v] - drawn.y()[s]) / hops[v];
            if (pass == 0) {
              up += ratio;
              down += ratio * ratio;
            } else {
              squares += (scale * ratio - 1) * (scale * ratio - 1);
              pairs++;
            }
          }
        }
      }
    }
    return squares / pairs;
  }

  private static int[] hops(Csr graph, int source) {
    int[] hops = new int[graph.nodes()];
    Arrays.fill(hops, -1);
    int[] queue = new int[graph.nodes()];
    int size = 0;
    queue[size++] = source;
    hops[source] = 0;
    for (int head = 0; head < size; head++) {
      for (int a = graph.first(queue[head]); a < graph.end(queue[head]); a++) {
        if (hops[graph.target(a)] < 0) {
          hops[graph.target(a)] = hops[queue[head]] + 1;
          queue[size++] = graph.target(a);
        }
      }
    }
    return hops;
  }

  /** Share of each node's neighbours who are among as many nearest nodes of the drawing. */
  private static double neighbours(Csr graph, Layout.Result drawn) {
    double kept = 0;
    int counted = 0;
    for (int v = 0; v < graph.nodes(); v++) {
      int node = v;
      int degree = graph.end(v) - graph.first(v);
      double[] far = new double[graph.nodes()];
      Arrays.setAll(
          far, u -> Math.hypot(drawn.x()[u] - drawn.x()[node], drawn.y()[u] - drawn.y()[node]));
      double[] sorted = far.clone();
      Arrays.sort(sorted);
      for (int a = graph.first(v); a < graph.end(v); a++) {
        kept += far[graph.target(a)] <= sorted[degree] ? 1 : 0;
        counted++;
      }
    }
    return kept / counted;
  }

  @Test
  void aGridIsDrawnAsAGrid() {
    Csr grid = grid(14);
    assertThat(stress(grid, Layout.distances(USUAL).compute(grid, Layout.Watch.none())))
        .isLessThan(0.02);
    assertThat(stress(grid, Layout.forces(USUAL).compute(grid, Layout.Watch.none())))
        .isLessThan(0.05);
    for (Layout layout : all(USUAL)) {
      assertThat(neighbours(grid, layout.compute(grid, Layout.Watch.none()))).isGreaterThan(0.85);
    }
  }

  /** On a grid of 10,000 nodes forces alone would take thousands of iterations to unfold. */
  @Test
  void levelsUnfoldALargeGrid() {
    Csr grid = grid(100);
    Layout.Result drawn = Layout.levels(USUAL).compute(grid, Layout.Watch.none());
    double far = 0;
    double near = 0;
    int[] hops = hops(grid, 0);
    for (int v = 1; v < 10_000; v++) {
      double apart = Math.hypot(drawn.x()[v] - drawn.x()[0], drawn.y()[v] - drawn.y()[0]);
      far = hops[v] == 198 ? apart : far;
      near = hops[v] == 1 ? Math.max(near, apart) : near;
    }
    assertThat(far).isGreaterThan(40 * near);
  }

  @Test
  void sameBytesAtAnyNumberOfThreads() {
    SplitMix random = new SplitMix(7);
    CsrBuilder builder = CsrBuilder.undirected(5000, CsrBuilder.Loops.KEEP);
    for (int i = 0; i < 6000; i++) {
      builder.edge(random.below(5000), random.below(5000));
    }
    Csr graph = builder.build().graph();
    for (int way = 0; way < 3; way++) {
      Layout.Result one = all(USUAL.iterations(8)).get(way).compute(graph, Layout.Watch.none());
      Layout.Result two =
          all(USUAL.iterations(8).threads(3)).get(way).compute(graph, Layout.Watch.none());
      assertThat(two.x()).isEqualTo(one.x());
      assertThat(two.y()).isEqualTo(one.y());
      for (double x : one.x()) {
        assertThat(x).isFinite();
      }
    }
  }

  @Test
  void fixedNodesStayAndNewOnesComeNearTheirNeighbours() {
    Csr grid = grid(10);
    for (int way = 0; way < 3; way++) {
      Layout.Result first = all(USUAL).get(way).compute(grid, Layout.Watch.none());
      double[] x = first.x().clone();
      double[] y = first.y().clone();
      boolean[] fixed = new boolean[100];
      Arrays.fill(fixed, true);
      x[55] = Double.NaN;
      y[55] = Double.NaN;
      fixed[55] = false;
      Layout.Result again =
          all(USUAL.from(new Layout.Start(x, y, fixed)))
              .get(way)
              .compute(grid, Layout.Watch.none());
      double span = Math.hypot(x[0] - x[99], y[0] - y[99]);
      assertThat(again.x()[0]).isEqualTo(x[0]);
      assertThat(again.x()[55]).isCloseTo(first.x()[55], within(span / 10));
      assertThat(again.y()[55]).isCloseTo(first.y()[55], within(span / 10));
    }
  }

  @Test
  void edgeCases() {
    for (int n = 0; n < 5; n++) {
      Csr empty = CsrBuilder.undirected(n, CsrBuilder.Loops.DROP).build().graph();
      for (Layout layout : all(USUAL.iterations(20))) {
        Layout.Result drawn = layout.compute(empty, Layout.Watch.none());
        assertThat(drawn.x()).hasSize(n);
        for (int v = 1; v < n; v++) {
          assertThat(Math.hypot(drawn.x()[v] - drawn.x()[0], drawn.y()[v] - drawn.y()[0]))
              .isGreaterThan(0)
              .isFinite();
        }
      }
    }
    Csr loop = CsrBuilder.directed(3, CsrBuilder.Loops.KEEP).edge(0, 0).edge(0, 1).build().graph();
    for (Layout layout : all(USUAL)) {
      assertThat(layout.compute(loop, Layout.Watch.none()).x()[2]).isFinite();
    }
  }

  @Test
  void roundNodesDoNotOverlap() {
    Csr star = grid(5);
    double[] radii = new double[25];
    Arrays.fill(radii, 3);
    Layout.Forces apart = new Layout.Forces(2, 1, false, false, false, 1.2, radii);
    Layout.Result drawn =
        Layout.forces(USUAL.iterations(400), apart).compute(star, Layout.Watch.none());
    for (int v = 0; v < 25; v++) {
      for (int u = 0; u < v; u++) {
        assertThat(Math.hypot(drawn.x()[v] - drawn.x()[u], drawn.y()[v] - drawn.y()[u]))
            .isGreaterThan(5);
      }
    }
  }

  @Test
  void stopsAndRefuses() {
    for (Layout layout : all(USUAL)) {
      assertThatThrownBy(() -> layout.compute(grid(5), (done, total, x, y) -> done < 3))
          .isInstanceOf(Cancelled.class);
    }
    double[] none = {Double.NaN};
    assertThatThrownBy(() -> new Layout.Start(none, none, new boolean[] {true}))
        .isInstanceOf(BadGraph.class);
    assertThatThrownBy(() -> new Layout.Setting(10, 1, 0, false, null))
        .isInstanceOf(BadGraph.class);
  }
}

package dev.sextant.kernels.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelabellingTest {
  private static final List<Relabelling> ALL =
      List.of(
          Relabelling.byDegree(), Relabelling.breadthFirst(), Relabelling.reverseCuthillMcKee());

  @Test
  void isTheSameGraphUnderAPermutation() {
    for (int seed = 0; seed < 40; seed++) {
      Csr graph = CsrFileTest.graph(seed);
      for (Relabelling relabelling : ALL) {
        Relabelling.Result result = relabelling.compute(graph, Progress.silent());
        Csr other = result.graph();
        assertThat(Csr.ofRows(other.offsets(), other.targets(), other.weights(), other.directed()))
            .isEqualTo(other);
        assertThat(other.arcs()).isEqualTo(graph.arcs());
        assertThat(other.loops()).isEqualTo(graph.loops());
        double[] numbers = new double[graph.nodes()];
        for (int v = 0; v < graph.nodes(); v++) {
          assertThat(result.before(result.after(v))).isEqualTo(v);
          numbers[v] = result.before(v);
          for (int a = graph.first(v); a < graph.end(v); a++) {
            int there = other.arc(result.after(v), result.after(graph.target(a)));
            assertThat(there).isNotNegative();
            assertThat(other.weight(there)).isEqualTo(graph.weight(a));
          }
        }
        double[] back = result.back(numbers);
        for (int v = 0; v < graph.nodes(); v++) {
          assertThat(back[v]).isEqualTo(v);
        }
      }
    }
  }

  @Test
  void orders() {
    // A star round 2 with a tail 2-4-5: Cuthill and McKee keep the ends of edges close.
    Csr graph =
        CsrBuilder.undirected(6, CsrBuilder.Loops.DROP)
            .edge(2, 0)
            .edge(2, 1)
            .edge(2, 3)
            .edge(2, 4)
            .edge(4, 5)
            .build()
            .graph();
    Relabelling.Result degree = Relabelling.byDegree().compute(graph, Progress.silent());
    assertThat(degree.before(0)).isEqualTo(2);
    assertThat(degree.before(1)).isEqualTo(4);
    Relabelling.Result breadth = Relabelling.breadthFirst().compute(graph, Progress.silent());
    assertThat(breadth.back(new int[] {0, 1, 2, 3, 4, 5})).containsExactly(1, 2, 0, 3, 4, 5);
  }

  @Test
  void aShuffledPathComesOutStraight() {
    int n = 1_000_000;
    int step = 618_033; // shares no factor with a million
    CsrBuilder builder = CsrBuilder.undirected(n, CsrBuilder.Loops.DROP);
    for (int i = 1; i < n; i++) {
      builder.edge((int) ((i - 1L) * step % n), (int) ((long) i * step % n));
    }
    Csr straight =
        Relabelling.reverseCuthillMcKee()
            .compute(builder.build().graph(), Progress.silent())
            .graph();
    for (int v = 1; v < n; v++) {
      assertThat(straight.arc(v, v - 1) >= 0).isTrue();
    }
  }
}

package dev.sextant.kernels.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Partition;
import dev.sextant.kernels.Progress;
import java.util.Arrays;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EquivalenceTest {
  private static int[] classes(Equivalence kind, Csr graph) {
    return kind.compute(graph, Progress.silent()).classes().groupOf();
  }

  /** Squared distance of two profiles, from the whole matrix. */
  private static double apart(Csr graph, int u, int v) {
    double sum = 0;
    for (int x = 0; x < graph.nodes(); x++) {
      if (x != u && x != v) {
        double out = Samples.weight(graph, u, x) - Samples.weight(graph, v, x);
        double in = Samples.weight(graph, x, u) - Samples.weight(graph, x, v);
        sum += out * out + (graph.directed() ? in * in : 0);
      }
    }
    double loops = Samples.weight(graph, u, u) - Samples.weight(graph, v, v);
    double each = Samples.weight(graph, u, v) - Samples.weight(graph, v, u);
    return sum + (graph.directed() ? 2 : 1) * (loops * loops + each * each);
  }

  @Test
  void structuralClassesAreZeroDistances() {
    for (long seed = 0; seed < 400; seed++) {
      Csr graph = Samples.any(seed, 9);
      int[] classes = classes(Equivalence.structural(), graph);
      ProfileDistance distances = ProfileDistance.compute(graph, Progress.silent());
      for (int u = 0; u < graph.nodes(); u++) {
        for (int v = 0; v < u; v++) {
          double apart = apart(graph, u, v);
          assertThat(classes[u] == classes[v])
              .as("seed %d, %d and %d", seed, u, v)
              .isEqualTo(apart == 0);
          assertThat(distances.distance(u, v)).isCloseTo(Math.sqrt(apart), within(1e-6));
        }
      }
    }
  }

  /** Colours by what is seen, all of them anew each time, until their number stays. */
  private static Partition naive(Csr graph, boolean counting) {
    int n = graph.nodes();
    int[] colour = new int[n];
    for (int turn = 0; turn <= n; turn++) {
      TreeMap<String, Integer> names = new TreeMap<>();
      int[] next = new int[n];
      for (int v = 0; v < n; v++) {
        int[][] seen = new int[2][n];
        for (int w = 0; w < n; w++) {
          seen[0][colour[w]] += graph.arc(v, w) >= 0 ? 1 : 0;
          seen[1][colour[w]] += graph.arc(w, v) >= 0 ? 1 : 0;
        }
        for (int[] side : seen) {
          for (int c = 0; c < n && !counting; c++) {
            side[c] = Math.min(1, side[c]);
          }
        }
        String name = colour[v] + Arrays.deepToString(seen);
        names.putIfAbsent(name, names.size());
        next[v] = names.get(name);
      }
      colour = next;
    }
    return Partition.ofLabels(colour);
  }

  @Test
  void coloursAreThoseOfPlainRefinement() {
    for (long seed = 0; seed < 300; seed++) {
      Csr graph = Samples.any(seed, 12);
      assertThat(classes(Equivalence.exact(), graph))
          .as("exact, seed %d", seed)
          .isEqualTo(naive(graph, true).groupOf());
      assertThat(classes(Equivalence.regular(), graph))
          .as("regular, seed %d", seed)
          .isEqualTo(naive(graph, false).groupOf());
    }
  }

  @Test
  void chainOfCommand() {
    // 0 over 1 and 2; 1 over 3 and 4, 2 over 5: the textbook's three ranks.
    Csr graph = Samples.of(6, true, 0, 1, 0, 2, 1, 3, 1, 4, 2, 5);
    assertThat(classes(Equivalence.regular(), graph)).containsExactly(2, 1, 1, 0, 0, 0);
    assertThat(classes(Equivalence.structural(), graph)).containsExactly(1, 2, 3, 0, 0, 4);
    assertThat(Equivalence.exact().compute(graph, Progress.silent()).classes().groups())
        .isEqualTo(5);
  }

  @Test
  void edges() {
    for (Equivalence kind :
        new Equivalence[] {Equivalence.structural(), Equivalence.exact(), Equivalence.regular()}) {
      assertThat(classes(kind, Samples.empty(0))).isEmpty();
      assertThat(classes(kind, Samples.empty(3))).containsExactly(0, 0, 0);
      assertThat(kind.compute(Samples.star(200_000), Progress.silent()).classes().groups())
          .isEqualTo(kind.compute(Samples.star(3), Progress.silent()).classes().groups());
    }
    // Each refinement reaches one step further in: the turns must not cost the length each.
    assertThat(Equivalence.exact().compute(Samples.path(200_001), Progress.silent()).classes())
        .extracting(Partition::groups)
        .isEqualTo(100_001);
    assertThat(Equivalence.structural().compute(Samples.path(200_001), Progress.silent()).classes())
        .extracting(Partition::groups)
        .isEqualTo(200_001);
    assertThatThrownBy(() -> ProfileDistance.compute(Samples.empty(40_000), Progress.silent()))
        .isInstanceOf(BadGraph.class)
        .hasMessageContaining("3200 MB");
  }
}

package dev.sextant.kernels.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cliques and plexes against all subsets. */
class CliquesTest {
  /** All sets of a kind that no single node can join, of at least so many, in the listed order. */
  private static List<int[]> naive(Csr graph, int k, int smallest) {
    int n = graph.nodes();
    boolean[] plex = new boolean[1 << n];
    for (int set = 1; set < 1 << n; set++) {
      plex[set] = true;
      for (int v = 0; v < n; v++) {
        if ((set >> v & 1) != 0) {
          int ties = 0;
          for (int w = 0; w < n; w++) {
            ties += (set >> w & 1) != 0 && Samples.tied(graph, v, w) ? 1 : 0;
          }
          plex[set] &= ties >= Integer.bitCount(set) - k;
        }
      }
    }
    List<int[]> found = new ArrayList<>();
    for (int set = 1; set < 1 << n; set++) {
      boolean maximal = plex[set] && Integer.bitCount(set) >= smallest;
      for (int v = 0; v < n; v++) {
        maximal &= (set >> v & 1) != 0 || !plex[set | 1 << v];
      }
      if (maximal) {
        int members = set;
        found.add(IntStream.range(0, n).filter(v -> (members >> v & 1) != 0).toArray());
      }
    }
    found.sort(CliqueSearch.LARGEST_FIRST);
    return found;
  }

  @Test
  void cliquesAreThoseOfAllSubsets() {
    for (long seed = 0; seed < 300; seed++) {
      Csr graph = Samples.any(seed, 11);
      int smallest = 1 + (int) (seed % 3);
      List<int[]> found = Cliques.maximal(smallest).compute(graph, Progress.silent()).cliques();
      assertThat(found.toArray(int[][]::new))
          .as("seed %d", seed)
          .isDeepEqualTo(naive(graph, 1, smallest).toArray(int[][]::new));
    }
  }

  @Test
  void plexesAreThoseOfAllSubsets() {
    for (long seed = 0; seed < 300; seed++) {
      Csr graph = Samples.any(seed, 10);
      int k = 1 + (int) (seed % 3);
      int smallest = 1 + (int) (seed / 3 % 5);
      List<int[]> found = Plexes.maximal(k, smallest).compute(graph, Progress.silent()).plexes();
      assertThat(found.toArray(int[][]::new))
          .as("seed %d, k %d, smallest %d", seed, k, smallest)
          .isDeepEqualTo(naive(graph, k, smallest).toArray(int[][]::new));
    }
  }

  /** J. W. Moon and L. Moser 1965, doi:10.1007/BF02760024: 3^(n/3) maximal cliques. */
  @Test
  void moonAndMoser() {
    int groups = 6;
    CsrBuilder builder = CsrBuilder.undirected(3 * groups, CsrBuilder.Loops.DROP);
    for (int u = 0; u < 3 * groups; u++) {
      for (int v = 0; v < u; v++) {
        if (u / 3 != v / 3) {
          builder.edge(u, v);
        }
      }
    }
    Csr graph = builder.build().graph();
    assertThat(Cliques.maximal(1).compute(graph, Progress.silent()).cliques()).hasSize(729);
    assertThatThrownBy(() -> Cliques.maximal(1, 728).compute(graph, Progress.silent()))
        .isInstanceOf(BadGraph.class)
        .hasMessageContaining("728");
  }

  @Test
  void edges() {
    assertThat(Cliques.maximal(1).compute(Samples.empty(0), Progress.silent()).cliques()).isEmpty();
    assertThat(Cliques.maximal(1).compute(Samples.empty(3), Progress.silent()).cliques())
        .hasSize(3);
    Cliques.Result star = Cliques.maximal(2).compute(Samples.star(100_000), Progress.silent());
    assertThat(star.cliques()).hasSize(100_000);
    assertThat(star.degeneracy()).isEqualTo(1);
    assertThat(Cliques.maximal(2).compute(Samples.path(100_000), Progress.silent()).cliques())
        .hasSize(99_999);
    assertThat(Plexes.maximal(2, 4).compute(Samples.path(100_000), Progress.silent()).plexes())
        .isEmpty();
    assertThatThrownBy(() -> Plexes.maximal(2, 2).compute(Samples.path(100_000), Progress.silent()))
        .isInstanceOf(BadGraph.class);
    assertThatThrownBy(() -> Cliques.maximal(0)).isInstanceOf(BadGraph.class);
    assertThatThrownBy(() -> Plexes.maximal(0, 1)).isInstanceOf(BadGraph.class);
  }
}

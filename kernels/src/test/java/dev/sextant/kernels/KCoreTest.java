package dev.sextant.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class KCoreTest {
  @Provide
  Arbitrary<Csr> graphs() {
    return Examples.graphs(14);
  }

  private static KCore.Result peel(Csr graph) {
    return KCore.peeling().compute(graph, Progress.silent());
  }

  @Test
  void smallShapes() {
    assertThat(peel(Examples.path(4)).coreness()).containsOnly(1);
    assertThat(peel(Examples.star(5)).coreness()).containsOnly(1);
    assertThat(peel(Examples.twoCliques(5)).coreness()).containsOnly(4);
    assertThat(peel(Examples.kite()).coreness()).containsExactly(3, 3, 3, 3, 3, 3, 3, 2, 1, 1);
  }

  /** Ten members of Zachary's club form its 4-core, as igraph and NetworkX find. */
  @Test
  void karate() {
    KCore.Result result = peel(Examples.karate());
    assertThat(result.deepest()).isEqualTo(4);
    assertThat(Arrays.stream(result.coreness()).filter(k -> k == 4).count()).isEqualTo(10);
  }

  @Property
  void twinByDefinition(@ForAll("graphs") Csr graph) {
    assertThat(peel(graph).coreness()).isEqualTo(naive(graph.ignoringDirection()));
  }

  /**
   * Depths from none to some thirty, and a gap up to a clique: many windows, some of them empty.
   */
  @Test
  void twinWhereDepthsAreFarApart() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      CsrBuilder builder = CsrBuilder.undirected(90, CsrBuilder.Loops.KEEP);
      for (int v = 0; v < 40; v++) {
        for (int w = 0; w <= v; w++) {
          if (random.nextInt(40 * 40) < v * w || w > 39 - seed) {
            builder.edge(v, w);
          }
        }
      }
      for (int v = 40; v < 85; v++) {
        builder.edge(v, random.nextInt(v));
      }
      Csr graph = builder.build().graph();
      assertThat(peel(graph).coreness()).isEqualTo(naive(graph));
    }
  }

  /** For every k, takes away one node with fewer than k neighbours until there is none. */
  private static int[] naive(Csr graph) {
    int n = graph.nodes();
    int[] coreness = new int[n];
    for (int k = 1; k < n; k++) {
      boolean[] gone = new boolean[n];
      boolean changed = true;
      while (changed) {
        changed = false;
        for (int v = 0; v < n && !changed; v++) {
          int left = 0;
          for (int a = graph.first(v); a < graph.end(v); a++) {
            left += graph.target(a) != v && !gone[graph.target(a)] ? 1 : 0;
          }
          if (!gone[v] && left < k) {
            gone[v] = true;
            changed = true;
          }
        }
      }
      for (int v = 0; v < n; v++) {
        coreness[v] = gone[v] ? coreness[v] : k;
      }
    }
    return coreness;
  }
}

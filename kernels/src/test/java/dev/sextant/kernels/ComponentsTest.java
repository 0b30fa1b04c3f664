package dev.sextant.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ComponentsTest {
  @Provide
  Arbitrary<Csr> graphs() {
    return Examples.graphs(12);
  }

  @Test
  void numbersBySizeThenSmallestMember() {
    Csr graph =
        CsrBuilder.undirected(8, CsrBuilder.Loops.KEEP)
            .edge(6, 7)
            .edge(4, 5)
            .edge(5, 3)
            .edge(1, 1)
            .build()
            .graph();
    Partition pieces = Components.weak().compute(graph, Progress.silent());
    assertThat(pieces.groupOf()).containsExactly(2, 3, 4, 0, 0, 0, 1, 1);
    assertThat(pieces.members(0)).containsExactly(3, 4, 5);
    assertThat(pieces.size(1)).isEqualTo(2);
    assertThat(pieces.groups()).isEqualTo(5);
  }

  /** The example of T. Cormen et al., Introduction to Algorithms, 3rd ed., figure 22.9. */
  @Test
  void strongPiecesOfATextbook() {
    // a b c d e f g h
    int[][] arcs = {
      {0, 1}, {1, 2}, {1, 4}, {1, 5}, {2, 3}, {2, 6}, {3, 2}, {3, 7}, {4, 0}, {4, 5}, {5, 6},
      {6, 5}, {6, 7}, {7, 7}
    };
    CsrBuilder builder = CsrBuilder.directed(8, CsrBuilder.Loops.KEEP);
    for (int[] arc : arcs) {
      builder.edge(arc[0], arc[1]);
    }
    Partition pieces = Components.strong().compute(builder.build().graph(), Progress.silent());
    assertThat(pieces.groupOf()).containsExactly(0, 0, 1, 1, 0, 2, 2, 3);
  }

  @Test
  void aLongPathDoesNotOverflowTheStack() {
    int n = 300_000;
    CsrBuilder builder = CsrBuilder.directed(n, CsrBuilder.Loops.DROP);
    for (int v = 0; v < n; v++) {
      builder.edge(v, (v + 1) % n);
    }
    Csr ring = builder.build().graph();
    assertThat(Components.strong().compute(ring, Progress.silent()).groups()).isEqualTo(1);
  }

  @Property
  void twinOfReachability(@ForAll("graphs") Csr graph) {
    int n = graph.nodes();
    boolean[][] weak = reach(graph.ignoringDirection());
    boolean[][] strong = reach(graph);
    Partition weakPieces = Components.weak().compute(graph, Progress.silent());
    Partition strongPieces = Components.strong().compute(graph, Progress.silent());
    for (int u = 0; u < n; u++) {
      for (int v = 0; v < n; v++) {
        assertThat(weakPieces.groupOf(u) == weakPieces.groupOf(v)).isEqualTo(weak[u][v]);
        assertThat(strongPieces.groupOf(u) == strongPieces.groupOf(v))
            .isEqualTo(strong[u][v] && strong[v][u]);
      }
    }
    for (int g = 1; g < strongPieces.groups(); g++) {
      boolean larger = strongPieces.size(g - 1) > strongPieces.size(g);
      boolean earlier = strongPieces.members(g - 1)[0] < strongPieces.members(g)[0];
      assertThat(larger || (strongPieces.size(g - 1) == strongPieces.size(g) && earlier)).isTrue();
    }
  }

  /** Warshall's transitive closure. */
  private static boolean[][] reach(Csr graph) {
    int n = graph.nodes();
    boolean[][] reach = new boolean[n][n];
    for (int v = 0; v < n; v++) {
      reach[v][v] = true;
      for (int a = graph.first(v); a < graph.end(v); a++) {
        reach[v][graph.target(a)] = true;
      }
    }
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          reach[i][j] |= reach[i][k] && reach[k][j];
        }
      }
    }
    return reach;
  }
}

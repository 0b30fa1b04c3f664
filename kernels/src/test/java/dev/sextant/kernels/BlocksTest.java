package dev.sextant.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BlocksTest {
  @Provide
  Arbitrary<Csr> graphs() {
    return Examples.graphs(9);
  }

  private static Blocks.Result blocks(Csr graph) {
    return Blocks.biconnected().compute(graph, Progress.silent());
  }

  @Test
  void aRowIsAllBridges() {
    Blocks.Result result = blocks(Examples.path(5));
    assertThat(result.count()).isEqualTo(4);
    assertThat(result.bridges()).isEqualTo(4);
    assertThat(result.articulations()).isEqualTo(3);
    assertThat(result.articulation(0)).isFalse();
  }

  @Test
  void twoCliquesHangOnOneBridge() {
    Blocks.Result result = blocks(Examples.twoCliques(4));
    assertThat(result.count()).isEqualTo(3);
    assertThat(result.bridges()).isEqualTo(1);
    assertThat(result.articulation(3)).isTrue();
    assertThat(result.articulation(4)).isTrue();
    assertThat(result.articulations()).isEqualTo(2);
  }

  /** igraph 0.10.2 gives 1 articulation point (member 1) and 2 blocks of 34 and ... members. */
  @Test
  void karate() {
    Blocks.Result result = blocks(Examples.karate());
    assertThat(result.articulations()).isEqualTo(1);
    assertThat(result.articulation(0)).isTrue();
    assertThat(result.count()).isEqualTo(3);
  }

  @Test
  void aLongRowNeedsNoRecursion() {
    assertThat(blocks(Examples.path(300_000)).articulations()).isEqualTo(299_998);
  }

  /** By the definitions: take each node away and count components; take each pair of edges. */
  @Property
  void twin(@ForAll("graphs") Csr graph) {
    byDefinition(graph);
  }

  /** Mostly nodes of one and two arcs, pairs that have only each other, some tied to themselves. */
  @Test
  void twinOfTreesWithFewCircles() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      int n = 40;
      CsrBuilder builder = CsrBuilder.undirected(n, CsrBuilder.Loops.KEEP);
      for (int v = 1; v < n; v++) {
        if (random.nextInt(5) > 0) {
          builder.edge(v, random.nextInt(v));
        }
      }
      for (int i = 0; i < seed / 5; i++) {
        builder.edge(random.nextInt(n), random.nextInt(n));
      }
      for (int i = 0; i < seed % 5; i++) {
        int loop = random.nextInt(n);
        builder.edge(loop, loop);
      }
      byDefinition(builder.build().graph());
    }
  }

  private static void byDefinition(Csr graph) {
    Csr flat = graph.ignoringDirection();
    Blocks.Result result = blocks(graph);
    int whole = components(flat, -1);
    for (int v = 0; v < flat.nodes(); v++) {
      boolean alone = neighbours(flat, v).isEmpty();
      int without = components(flat, v) + (alone ? 1 : 0);
      assertThat(result.articulation(v)).as("node %d of %s", v, flat).isEqualTo(without > whole);
    }
    // Every edge lies in exactly one block, and two blocks share one node at most.
    int edges = 0;
    for (int b = 0; b < result.count(); b++) {
      Set<Integer> members = new TreeSet<>();
      Arrays.stream(result.members(b)).forEach(members::add);
      assertThat(members).hasSize(result.size(b));
      int inside = 0;
      for (int v : members) {
        Set<Integer> ties = neighbours(flat, v);
        ties.retainAll(members);
        inside += ties.size();
      }
      edges += inside / 2;
      for (int c = 0; c < b; c++) {
        Set<Integer> common = new TreeSet<>(members);
        common.retainAll(Arrays.stream(result.members(c)).boxed().toList());
        assertThat(common.size()).isLessThanOrEqualTo(1);
      }
    }
    assertThat(edges).isEqualTo(flat.edges() - flat.loops());
  }

  private static Set<Integer> neighbours(Csr graph, int v) {
    Set<Integer> found = new TreeSet<>();
    for (int a = graph.first(v); a < graph.end(v); a++) {
      if (graph.target(a) != v) {
        found.add(graph.target(a));
      }
    }
    return found;
  }

  private static int components(Csr graph, int without) {
    boolean[] seen = new boolean[graph.nodes()];
    int count = 0;
    for (int v = 0; v < graph.nodes(); v++) {
      if (v != without && !seen[v]) {
        count++;
        walk(graph, v, without, seen);
      }
    }
    return count;
  }

  private static void walk(Csr graph, int v, int without, boolean[] seen) {
    seen[v] = true;
    for (int w : neighbours(graph, v)) {
      if (w != without && !seen[w]) {
        walk(graph, w, without, seen);
      }
    }
  }
}

package dev.sextant.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CsrTest {
  @Provide
  Arbitrary<Csr> graphs() {
    return Examples.graphs(12);
  }

  @Test
  void mergesParallelEdgesAndCountsLoops() {
    CsrBuilder.Built built =
        CsrBuilder.undirected(3, CsrBuilder.Loops.DROP)
            .edges(
                new int[] {2, 0, 1, 1, 0}, new int[] {1, 2, 2, 1, 2}, new double[] {1, 2, 4, 8, 16})
            .build();
    assertThat(built.graph().offsets()).containsExactly(0, 1, 2, 4);
    assertThat(built.graph().targets()).containsExactly(2, 2, 0, 1);
    assertThat(built.graph().weights()).containsExactly(18, 5, 18, 5);
    assertThat(built.graph().edges()).isEqualTo(2);
    assertThat(built.loops()).isEqualTo(1);
    assertThat(built.merged()).isEqualTo(2);
  }

  @Test
  void keepsLoopsWhenAsked() {
    CsrBuilder.Built built =
        CsrBuilder.undirected(2, CsrBuilder.Loops.KEEP).edge(0, 0).edge(0, 0).edge(1, 0).build();
    assertThat(built.graph().targets()).containsExactly(0, 1, 0);
    assertThat(built.graph().edges()).isEqualTo(2);
    assertThat(built.graph().loops()).isEqualTo(1);
    assertThat(built.loops()).isEqualTo(2);
    assertThat(built.merged()).isEqualTo(1);
  }

  @Test
  void refusesWhatIsNoEdge() {
    CsrBuilder builder = CsrBuilder.directed(2, CsrBuilder.Loops.KEEP);
    assertThatThrownBy(() -> builder.edge(0, 2))
        .isInstanceOf(BadGraph.class)
        .hasMessageContaining("0-2");
    assertThatThrownBy(() -> builder.edge(-1, 0)).isInstanceOf(BadGraph.class);
    for (double weight : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> builder.edge(0, 1, weight)).isInstanceOf(BadGraph.class);
    }
    builder.edge(0, 1);
    assertThatThrownBy(() -> builder.edge(0, 1, 2.0)).isInstanceOf(BadGraph.class);
    assertThat(builder.build().graph().edges()).isEqualTo(1);
  }

  @Test
  void emptyGraphIsAGraph() {
    Csr graph = CsrBuilder.undirected(0, CsrBuilder.Loops.DROP).build().graph();
    assertThat(graph.nodes()).isZero();
    assertThat(graph.edges()).isZero();
    assertThat(graph.reverse()).isEqualTo(graph);
  }

  @Property
  void sameEdgesInAnyOrderAreTheSameGraph(@ForAll("graphs") Csr graph, @ForAll long seed) {
    List<int[]> edges = new ArrayList<>();
    for (int v = 0; v < graph.nodes(); v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        if (graph.directed() || graph.target(a) >= v) {
          edges.add(new int[] {v, graph.target(a), a});
        }
      }
    }
    Collections.shuffle(edges, new Random(seed));
    CsrBuilder again =
        graph.directed()
            ? CsrBuilder.directed(graph.nodes(), CsrBuilder.Loops.KEEP)
            : CsrBuilder.undirected(graph.nodes(), CsrBuilder.Loops.KEEP);
    for (int[] edge : edges) {
      int u = graph.directed() ? edge[0] : edge[1];
      int v = graph.directed() ? edge[1] : edge[0];
      if (graph.weighted()) {
        again.edge(u, v, graph.weight(edge[2]));
      } else {
        again.edge(u, v);
      }
    }
    Csr rebuilt = again.build().graph();
    if (graph.edges() > 0) {
      assertThat(rebuilt).isEqualTo(graph);
    }
    assertThat(rebuilt.edges()).isEqualTo(edges.size());
  }

  @Property
  void parallelWeightsAddUpToTheSameLastDigitInAnyOrder(@ForAll long seed) {
    Random random = new Random(seed);
    List<Double> weights = new ArrayList<>(random.doubles(20, 1e-6, 1e6).boxed().toList());
    CsrBuilder one = CsrBuilder.undirected(2, CsrBuilder.Loops.DROP);
    weights.forEach(w -> one.edge(0, 1, w));
    Collections.shuffle(weights, random);
    CsrBuilder other = CsrBuilder.undirected(2, CsrBuilder.Loops.DROP);
    weights.forEach(w -> other.edge(1, 0, w));
    assertThat(other.build().graph()).isEqualTo(one.build().graph());
  }

  @Property
  void reverseTurnsEveryArcRound(@ForAll("graphs") Csr graph) {
    Csr reverse = graph.reverse();
    assertThat(arcs(reverse, true)).isEqualTo(arcs(graph, false));
    assertThat(reverse.reverse()).isEqualTo(graph);
  }

  private static Map<List<Integer>, Double> arcs(Csr graph, boolean turned) {
    Map<List<Integer>, Double> arcs =
        new TreeMap<>(
            (a, b) -> Arrays.compare(a.toArray(Integer[]::new), b.toArray(Integer[]::new)));
    for (int v = 0; v < graph.nodes(); v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int t = graph.target(a);
        arcs.put(turned ? List.of(t, v) : List.of(v, t), graph.weight(a));
      }
    }
    return arcs;
  }

  @Property
  void ignoringDirectionAddsWhatIsBothWays(@ForAll("graphs") Csr graph) {
    Csr plain = graph.ignoringDirection();
    assertThat(plain.directed()).isFalse();
    for (int u = 0; u < graph.nodes(); u++) {
      for (int v = 0; v < graph.nodes(); v++) {
        double there = graph.arc(u, v) < 0 ? 0 : graph.weight(graph.arc(u, v));
        double back = graph.arc(v, u) < 0 ? 0 : graph.weight(graph.arc(v, u));
        double both = graph.directed() && u != v ? there + back : there;
        double expected = graph.weighted() ? both : Math.min(both, 1);
        double found = plain.arc(u, v) < 0 ? 0 : plain.weight(plain.arc(u, v));
        assertThat(found).isEqualTo(expected);
      }
    }
  }

  @Property
  void storedFormReadsBack(@ForAll("graphs") Csr graph) throws IOException {
    byte[] bytes = stored(graph);
    assertThat(Csr.readFrom(new ByteArrayInputStream(bytes))).isEqualTo(graph);
    assertThat(stored(Csr.readFrom(new ByteArrayInputStream(bytes)))).isEqualTo(bytes);
  }

  @Property
  void damagedStoredFormIsRefusedOrIsAnotherGraph(
      @ForAll("graphs") Csr graph, @ForAll int place, @ForAll byte flip) throws IOException {
    byte[] bytes = stored(graph);
    bytes[Math.floorMod(place, bytes.length)] ^= flip;
    try {
      Csr read = Csr.readFrom(new ByteArrayInputStream(bytes));
      // Whatever is accepted is sound: it prints the very bytes that were read.
      assertThat(stored(read)).isEqualTo(Arrays.copyOf(bytes, stored(read).length));
    } catch (BadGraph | EOFException expected) {
      assertThat(flip).isNotZero();
    }
  }

  @Test
  void falseCountsClaimNoMemory() throws IOException {
    byte[] bytes = stored(Examples.path(3));
    bytes[12] = 0x7f; // the highest byte of the number of nodes
    assertThatThrownBy(() -> Csr.readFrom(new ByteArrayInputStream(bytes)))
        .isInstanceOf(EOFException.class);
    bytes[12] = 0;
    bytes[11] = 2; // flags: weighted
    bytes[16] = 0x7f; // the highest byte of the number of arcs
    assertThatThrownBy(() -> Csr.readFrom(new ByteArrayInputStream(bytes)))
        .isInstanceOf(EOFException.class);
  }

  private static byte[] stored(Csr graph) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    graph.writeTo(out);
    return out.toByteArray();
  }

  @Test
  void reweightingTurnsStrengthIntoLength() {
    Csr graph = CsrBuilder.directed(2, CsrBuilder.Loops.DROP).edge(0, 1, 4).build().graph();
    assertThat(graph.reweighted(w -> 1 / w).weight(0)).isEqualTo(0.25);
    assertThat(graph.unweighted().weight(0)).isEqualTo(1);
    assertThatThrownBy(() -> graph.reweighted(w -> 0)).isInstanceOf(BadGraph.class);
  }

  @Test
  void handsOutCopies() {
    Csr graph = Examples.path(3);
    graph.targets()[0] = 99;
    graph.offsets()[1] = 99;
    assertThat(graph).isEqualTo(Examples.path(3));
  }
}

package dev.sextant.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Triangles, clustering and structural holes against their definitions. */
class TrianglesTest {
  @Provide
  Arbitrary<Csr> graphs() {
    return Examples.graphs(10);
  }

  /** 45 triangles and transitivity 0.2556818181818182, as NetworkX and igraph say. */
  @Test
  void karate() {
    Triangles.Result result = Triangles.listed().compute(Examples.karate(), Progress.silent());
    assertThat(result.total()).isEqualTo(45);
    assertThat(result.of(0)).isEqualTo(18);
    assertThat(result.transitivity()).isCloseTo(0.2556818181818182, within(1e-15));
    assertThat(result.clustering(0)).isCloseTo(0.15, within(1e-15));
  }

  /** As NetworkX 2.8.8 and igraph 0.10.2 compute it. */
  @Test
  void constraintOfTheKite() {
    StructuralHoles.Result result =
        StructuralHoles.byTies().compute(Examples.kite(), Progress.silent());
    // Node 9 has one contact, 8, whose ties go to it and to 7: (1)^2.
    assertThat(result.constraint(9)).isEqualTo(1.0);
    assertThat(result.constraint(8)).isCloseTo(0.5, within(1e-15));
    assertThat(result.effectiveSize(8)).isEqualTo(2.0);
    assertThat(result.efficiency(8)).isEqualTo(1.0);
  }

  @Property
  void twin(@ForAll("graphs") Csr graph) {
    int n = graph.nodes();
    boolean[][] tied = new boolean[n][n];
    for (int v = 0; v < n; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int w = graph.target(a);
        tied[v][w] |= v != w;
        tied[w][v] |= v != w;
      }
    }
    Triangles.Result result = Triangles.listed().compute(graph, Progress.silent());
    for (int v = 0; v < n; v++) {
      long count = 0;
      for (int a = 0; a < n; a++) {
        for (int b = a + 1; b < n; b++) {
          count += tied[v][a] && tied[v][b] && tied[a][b] ? 1 : 0;
        }
      }
      assertThat(result.of(v)).isEqualTo(count);
    }
  }

  /**
   * People of many overlapping circles, most of them no hubs: rows of every length up to several
   * registers. Looked up one by one and joined by vectors, against sets.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 1200, 900, 12",
    "2, 1500, 300, 30",
    "3, 2500, 260, 45",
    "4, 4000, 60, 120",
    "5, 600, 700, 3"
  })
  void twinOfCircles(long seed, int nodes, int circles, int size) {
    SplittableRandom random = new SplittableRandom(seed);
    CsrBuilder builder = CsrBuilder.undirected(nodes, CsrBuilder.Loops.KEEP);
    for (int c = 0; c < circles; c++) {
      int[] circle = random.ints(2 + random.nextInt(size), 0, nodes).toArray();
      for (int i = 0; i < circle.length; i++) {
        for (int j = 0; j <= i; j++) {
          if (random.nextInt(10) > 0) {
            builder.edge(circle[i], circle[j]);
          }
        }
      }
    }
    Csr graph = builder.build().graph();
    BitSet[] tied = new BitSet[nodes];
    for (int v = 0; v < nodes; v++) {
      tied[v] = new BitSet();
      for (int a = graph.first(v); a < graph.end(v); a++) {
        tied[v].set(graph.target(a));
      }
      tied[v].clear(v);
    }
    long[] counts = new long[nodes];
    for (int v = 0; v < nodes; v++) {
      for (int w = tied[v].nextSetBit(0); w >= 0; w = tied[v].nextSetBit(w + 1)) {
        BitSet both = (BitSet) tied[v].clone();
        both.and(tied[w]);
        counts[v] += both.cardinality();
      }
      counts[v] /= 2;
    }
    Progress silent = Progress.silent();
    assertThat(new TriangleCount(graph, false).run(silent).counts()).isEqualTo(counts);
    if (VectorSupport.lanesOfEight()) {
      assertThat(new TriangleCount(graph, true).run(silent).counts()).isEqualTo(counts);
    }
  }

  @Property
  void holesByTies(@ForAll("graphs") Csr graph) {
    holes(graph.ignoringDirection().unweighted(), StructuralHoles.byTies());
  }

  @Property
  void holesByWeights(@ForAll("graphs") Csr graph) {
    holes(graph.ignoringDirection(), StructuralHoles.byWeights());
  }

  private static void holes(Csr graph, StructuralHoles kernel) {
    int n = graph.nodes();
    double[][] p = new double[n][n];
    double[][] m = new double[n][n];
    int[] degree = new int[n];
    for (int v = 0; v < n; v++) {
      double strength = 0;
      double most = 0;
      for (int a = graph.first(v); a < graph.end(v); a++) {
        if (graph.target(a) != v) {
          strength += graph.weight(a);
          most = Math.max(most, graph.weight(a));
          degree[v]++;
        }
      }
      for (int a = graph.first(v); a < graph.end(v); a++) {
        if (graph.target(a) != v) {
          p[v][graph.target(a)] = graph.weight(a) / strength;
          m[v][graph.target(a)] = graph.weight(a) / most;
        }
      }
    }
    StructuralHoles.Result result = kernel.compute(graph, Progress.silent());
    for (int i = 0; i < n; i++) {
      double constraint = 0;
      double effective = 0;
      for (int j = 0; j < n; j++) {
        if (p[i][j] > 0) {
          double sum = p[i][j];
          double redundant = 0;
          for (int q = 0; q < n; q++) {
            sum += p[i][q] * p[q][j];
            redundant += q == i || q == j ? 0 : p[i][q] * m[j][q];
          }
          constraint += sum * sum;
          effective += 1 - redundant;
        }
      }
      if (degree[i] == 0) {
        assertThat(result.constraint(i)).isNaN();
      } else {
        assertThat(result.constraint(i)).isCloseTo(constraint, within(1e-12));
        assertThat(result.effectiveSize(i)).isCloseTo(effective, within(1e-12));
      }
    }
  }
}

package dev.sextant.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The fast linear kernels against slow twins, and on shapes that break recursion and counters. */
class LinearKernelsTest {
  private static final Progress SILENT = Progress.silent();

  @Provide
  Arbitrary<Csr> graphs() {
    return Examples.graphs(30);
  }

  /** Many nodes of high degree, so that bits, pairs and lists all come to use. */
  private static Csr dense(int seed, int nodes, int edges) {
    SplittableRandom random = new SplittableRandom(seed);
    CsrBuilder builder = CsrBuilder.undirected(nodes, CsrBuilder.Loops.KEEP);
    for (int i = 0; i < edges; i++) {
      double x = random.nextDouble();
      double y = random.nextDouble();
      builder.edge((int) (x * x * x * nodes), (int) (y * y * nodes));
    }
    return builder.build().graph();
  }

  @Property(tries = 150)
  void solvedRankEqualsTheWalk(@ForAll("graphs") Csr graph) {
    walk(graph, 0.85);
    walk(graph, 0.5);
    walk(graph, 0.99);
    walk(graph, 0);
  }

  private static void walk(Csr graph, double damping) {
    PageRank.Result solved = PageRank.solved(damping, 1e-12).compute(graph, SILENT);
    PageRank.Result walked = PageRank.power(damping, 1e-15, 4_000).compute(graph, SILENT);
    assertThat(solved.converged()).as("%s, damping %s", graph, damping).isTrue();
    double apart = 0;
    double sum = 0;
    for (int v = 0; v < graph.nodes(); v++) {
      apart += Math.abs(solved.score(v) - walked.score(v));
      sum += solved.score(v);
    }
    assertThat(apart).as("%s, damping %s", graph, damping).isLessThan(1e-11);
    assertThat(sum).isCloseTo(1, within(1e-11));
  }

  /** Once around 0, 4 and 1 the last digits of the scores went for ever. */
  @Test
  void roundingGoesRoundInNoCircle() {
    Csr graph =
        CsrBuilder.directed(8, CsrBuilder.Loops.KEEP)
            .edge(2, 2, 1)
            .edge(5, 4, 2)
            .edge(4, 1, 4)
            .edge(1, 0, 2)
            .edge(0, 4, 1)
            .edge(3, 0, 4)
            .build()
            .graph();
    walk(graph, 0.99);
    // Where rounding does not let so small a bound be shown, it says which one holds.
    PageRank.Result told = PageRank.solved(0.99, 1e-14).compute(graph, SILENT);
    assertThat(told.errorBound()).isLessThan(1e-12);
    assertThat(told.converged()).isEqualTo(told.errorBound() <= 1e-14);
  }

  /** A row against the order of the sweeps, at a damping that no sweeps get to the end of. */
  @Test
  void aBoundSaysNoMoreThanScoresCanDiffer() {
    int n = 30;
    CsrBuilder builder = CsrBuilder.directed(n, CsrBuilder.Loops.KEEP);
    for (int v = 0; v + 1 < n; v++) {
      builder.edge(v, v + 1, 1);
    }
    Csr graph = builder.edge(0, 0, 1).edge(n - 1, n - 1, 1e-3).build().graph();
    PageRank.Result told = PageRank.solved(0.99999, 1e-12).compute(graph, SILENT);
    assertThat(told.converged()).isFalse();
    assertThat(told.errorBound()).isBetween(1e-12, 2.0);
  }

  @Test
  void rankOfLargeGraphs() {
    for (int seed = 0; seed < 4; seed++) {
      walk(dense(seed, 2_000, 1_000 << seed), 0.85);
    }
    // A star: the middle holds (1 - d) / n + d * what all leaves hold.
    PageRank.Result star = PageRank.standard().compute(Examples.star(1_000_000), SILENT);
    double d = PageRank.DAMPING;
    double n = 1_000_001;
    double middle = (1 - d) / n * (1 + d * 1_000_000) / (1 - d * d);
    assertThat(star.score(0)).isCloseTo(middle, within(1e-10)); // a sum of a million
    PageRank.Result path = PageRank.standard().compute(Examples.path(1_000_000), SILENT);
    assertThat(path.converged()).isTrue();
    // Far from the ends all are alike; deep trees are eliminated without recursion.
    assertThat(path.score(500_000)).isCloseTo(1e-6, within(1e-9));
  }

  @Test
  void triangles() {
    for (int seed = 0; seed < 12; seed++) {
      Csr graph = dense(seed, 60 + 40 * seed, 2_500 * (1 + seed));
      int n = graph.nodes();
      Triangles.Result result = Triangles.listed().compute(graph, SILENT);
      long[] naive = new long[n];
      for (int u = 0; u < n; u++) {
        for (int a = graph.first(u); a < graph.end(u); a++) {
          int v = graph.target(a);
          for (int b = graph.first(v); v > u && b < graph.end(v); b++) {
            int w = graph.target(b);
            if (w > v && graph.arc(u, w) >= 0) {
              naive[u]++;
              naive[v]++;
              naive[w]++;
            }
          }
        }
      }
      for (int v = 0; v < n; v++) {
        assertThat(result.of(v)).as("seed %d, node %d", seed, v).isEqualTo(naive[v]);
      }
    }
    assertThat(Triangles.listed().compute(Examples.star(1_000_000), SILENT).total()).isZero();
  }

  @Test
  void everybodyTied() {
    int n = 2_500; // more hubs than are told apart
    CsrBuilder builder = CsrBuilder.undirected(n, CsrBuilder.Loops.DROP);
    for (int u = 0; u < n; u++) {
      for (int v = u + 1; v < n; v++) {
        builder.edge(u, v);
      }
    }
    Triangles.Result result = Triangles.listed().compute(builder.build().graph(), SILENT);
    assertThat(result.total()).isEqualTo((long) n * (n - 1) * (n - 2) / 6);
    assertThat(result.transitivity()).isEqualTo(1);
    assertThat(result.averageClustering()).isCloseTo(1, within(1e-12));
  }

  @Property(tries = 400)
  void weakPieces(@ForAll("graphs") Csr graph) {
    pieces(graph);
  }

  @Test
  void weakPiecesOfLargeGraphs() {
    for (int seed = 0; seed < 8; seed++) {
      pieces(dense(seed, 20_000, 4_000 << seed));
    }
    assertThat(Components.weak().compute(Examples.path(1_000_000), SILENT).groups()).isEqualTo(1);
  }

  private static void pieces(Csr graph) {
    Partition found = Components.weak().compute(graph, SILENT);
    Csr both = graph.ignoringDirection();
    int n = graph.nodes();
    int[] label = new int[n];
    java.util.Arrays.fill(label, -1);
    PathSearch search = new PathSearch(both, false);
    for (int v = 0; v < n; v++) {
      if (label[v] < 0) {
        search.from(v);
        for (int i = 0; i < search.reached; i++) {
          label[search.order[i]] = v;
        }
      }
    }
    Partition slow = Partition.ofLabels(label);
    assertThat(found.groupOf()).isEqualTo(slow.groupOf());
    for (int group = 0; group < slow.groups(); group++) {
      assertThat(found.size(group)).isEqualTo(slow.size(group));
      assertThat(group == 0 || found.size(group) <= found.size(group - 1)).isTrue();
    }
  }

  @Test
  void coreness() {
    for (int seed = 0; seed < 8; seed++) {
      Csr graph = dense(seed, 400, 500 << (seed / 2));
      int[] found = KCore.peeling().compute(graph, SILENT).coreness();
      int[] slow = new int[graph.nodes()];
      boolean[] gone = new boolean[graph.nodes()];
      for (int k = 0, left = graph.nodes(); left > 0; k++) {
        for (boolean again = true; again; ) {
          again = false;
          for (int v = 0; v < graph.nodes(); v++) {
            int degree = 0;
            for (int a = graph.first(v); a < graph.end(v); a++) {
              degree += graph.target(a) != v && !gone[graph.target(a)] ? 1 : 0;
            }
            if (!gone[v] && degree <= k) {
              gone[v] = true;
              slow[v] = k;
              left--;
              again = true;
            }
          }
        }
      }
      assertThat(found).isEqualTo(slow);
    }
  }

  @Test
  void chunksAreEdges() {
    CsrBuilder.Built built =
        CsrBuilder.undirected(4, CsrBuilder.Loops.DROP)
            .chunk(new int[] {3, 1, 2, 2, 0, 3, 1, 3}, new double[] {1, 5, 2, 4}, 4)
            .edge(0, 1, 7)
            .build();
    assertThat(built.graph().edges()).isEqualTo(3);
    assertThat(built.loops()).isEqualTo(1);
    assertThat(built.merged()).isEqualTo(1);
    assertThat(built.graph().weight(built.graph().arc(1, 3))).isEqualTo(5);
  }
}

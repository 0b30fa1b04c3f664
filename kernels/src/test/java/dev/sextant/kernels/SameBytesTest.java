package dev.sextant.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Vector instructions, plain code and any number of threads give the same bytes. */
class SameBytesTest {
  private static final Progress SILENT = Progress.silent();

  private static Csr graph(long seed, int nodes, int edges, boolean directed) {
    SplittableRandom random = new SplittableRandom(seed);
    CsrBuilder builder =
        directed
            ? CsrBuilder.directed(nodes, CsrBuilder.Loops.KEEP)
            : CsrBuilder.undirected(nodes, CsrBuilder.Loops.KEEP);
    for (int i = 0; i < edges; i++) {
      // The square makes some nodes hubs and leaves others alone or hanging.
      double x = random.nextDouble();
      builder.edge((int) (x * x * nodes), random.nextInt(nodes));
    }
    return builder.build().graph();
  }

  @Test
  void theBuildTestsVectors() {
    // Where the module is not added or the machine is narrow this says so instead of passing.
    org.junit.jupiter.api.Assumptions.assumeTrue(
        VectorSupport.lanesOfEight(), "no vectors of eight doubles here: plain code only");
    assertThat(LanePass.of(rows(graph(1, 5, 6, false)))).isInstanceOf(VectorLanePass.class);
  }

  private static LanePass.Rows rows(Csr graph) {
    double[] ones = new double[graph.nodes()];
    java.util.Arrays.fill(ones, 1);
    Csr back = graph.reverse();
    return new LanePass.Rows(graph.offsets, graph.targets, back.offsets, back.targets, ones);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void betweenness(long seed) {
    Csr graph = graph(seed, 700 + (int) seed * 13, 2_500, seed % 2 == 0);
    double[] plain = between(graph, 1, ScalarLanePass::new);
    assertThat(between(graph, 3, ScalarLanePass::new)).isEqualTo(plain);
    assertThat(between(graph, 2, LanePass::of)).isEqualTo(plain);
    close(plain, new BrandesBetweenness(graph, false).compute(SILENT).scores());
  }

  /** Fewer sources than lanes, as many, one more; all of them and some. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 8, 9, 15, 16, 17, 31, 32, 33, 49})
  void batchesThatAreNotFull(int nodes) {
    for (int seed = 0; seed < 40; seed++) {
      Csr graph = graph(seed, nodes, nodes == 0 ? 0 : seed * nodes / 8, seed % 2 == 0);
      double[] plain = between(graph, 1, ScalarLanePass::new);
      assertThat(between(graph, 1, LanePass::of)).isEqualTo(plain);
      close(plain, new BrandesBetweenness(graph, false).compute(SILENT).scores());
      if (nodes > 0) {
        int[] pivots =
            new SplittableRandom(seed).ints(0, nodes).distinct().limit(1 + nodes / 2).toArray();
        assertThat(Betweenness.fromPivots(pivots, 1).compute(graph, SILENT).scores())
            .isEqualTo(
                new LaneBetweenness(graph, 1, ScalarLanePass::new)
                    .fromPivots(pivots, SILENT)
                    .scores());
        close(Betweenness.fromPivots(nodes, seed, 1).compute(graph, SILENT).scores(), plain);
      }
    }
  }

  private static void close(double[] found, double[] expected) {
    for (int v = 0; v < expected.length; v++) {
      assertThat(found[v]).isCloseTo(expected[v], within(1e-7));
    }
  }

  private static double[] between(
      Csr graph, int threads, java.util.function.Function<LanePass.Rows, LanePass> passes) {
    return new LaneBetweenness(graph, threads, passes).compute(SILENT).scores();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void distances(long seed) {
    Csr graph = graph(seed, 1_900, 4_000, seed % 2 == 0);
    for (Closeness.Towards towards : Closeness.Towards.values()) {
      Closeness.Result plain = AllDistances.byHops(graph, towards, 1, ScalarBitPass::new, SILENT);
      same(graph, plain, AllDistances.byHops(graph, towards, 3, BitPass::of, SILENT), 0);
      same(graph, plain, AllDistances.byLengths(graph, towards, SILENT), 1e-9);
    }
  }

  private static void same(Csr graph, Closeness.Result one, Closeness.Result two, double apart) {
    for (int v = 0; v < graph.nodes(); v++) {
      assertThat(two.reached(v)).isEqualTo(one.reached(v));
      assertThat(two.sum(v)).isEqualTo(one.sum(v));
      assertThat(two.farthest(v)).isEqualTo(one.farthest(v));
      assertThat(Math.abs(two.harmonic(v) - one.harmonic(v))).isLessThanOrEqualTo(apart);
    }
  }

  @Test
  void sharedBits() {
    SplittableRandom random = new SplittableRandom(7);
    long[] one = random.longs(40).toArray();
    long[] other = random.longs(48).toArray();
    for (int words = 0; words <= 32; words += SharedBits.LINE) {
      for (int from = 0; from <= 8; from++) {
        assertThat(SharedBits.fastest().count(one, from, other, 2 * from, words))
            .isEqualTo(SharedBits.wordByWord(one, from, other, 2 * from, words));
      }
    }
  }

  @Test
  void equalNumbers() {
    SplittableRandom random = new SplittableRandom(11);
    for (int length = 0; length < 70; length++) {
      int[] numbers = random.ints(length, 0, 1 + length % 5).toArray();
      for (int wanted = -1; wanted < 5; wanted++) {
        int want = wanted;
        int[] slow =
            java.util.stream.IntStream.range(0, length).filter(i -> numbers[i] == want).toArray();
        for (EqualScan scan : new EqualScan[] {EqualScan.fastest(), new EqualScan.OneByOne()}) {
          int[] places = new int[length + EqualScan.SLACK];
          int found = scan.find(numbers, wanted, places);
          assertThat(java.util.Arrays.copyOf(places, found)).isEqualTo(slow);
        }
      }
    }
  }

  /** Shells by looking at all, at a list of those that remain, and at the list alone. */
  @ParameterizedTest
  @CsvSource({"1, 40, 3", "2, 300, 2", "3, 300, 9", "4, 2000, 5", "5, 2000, 40"})
  void coreness(long seed, int nodes, int each) {
    EqualScan none =
        new EqualScan() {
          @Override
          public int find(int[] numbers, int wanted, int[] places) {
            throw new AssertionError("the list is to be used");
          }

          @Override
          public int stride() {
            return 1;
          }
        };
    Csr graph = graph(seed, nodes, nodes * each, false);
    int[] listed = ShellPeeling.compute(graph, none, SILENT).coreness();
    assertThat(listed).isEqualTo(naiveCoreness(graph));
    assertThat(KCore.peeling().compute(graph, SILENT).coreness()).isEqualTo(listed);
    assertThat(ShellPeeling.compute(graph, new EqualScan.OneByOne(), SILENT).coreness())
        .isEqualTo(listed);
  }

  /* Takes away, one after the other, a node of fewest neighbours left. */
  private static int[] naiveCoreness(Csr graph) {
    int n = graph.nodes();
    int[] left = new int[n];
    for (int v = 0; v < n; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        left[v] += graph.target(a) == v ? 0 : 1;
      }
    }
    int[] coreness = new int[n];
    boolean[] gone = new boolean[n];
    int k = 0;
    for (int step = 0; step < n; step++) {
      int least = -1;
      for (int v = 0; v < n; v++) {
        least = !gone[v] && (least < 0 || left[v] < left[least]) ? v : least;
      }
      gone[least] = true;
      k = Math.max(k, left[least]);
      coreness[least] = k;
      for (int a = graph.first(least); a < graph.end(least); a++) {
        left[graph.target(a)]--;
      }
    }
    return coreness;
  }

  /**
   * With nodes of many neighbours, some of them tied to themselves; hubs of several lines of words.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 300, 10",
    "2, 300, 20",
    "3, 300, 30",
    "6, 900, 4",
    "7, 2000, 3",
    "8, 1500, 12",
    "4, 700, 60",
    "5, 2600, 50"
  })
  void triangles(long seed, int nodes, int each) {
    Csr graph = graph(seed, nodes, nodes * each, false);
    boolean[][] tied = new boolean[graph.nodes()][graph.nodes()];
    for (int v = 0; v < graph.nodes(); v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        tied[v][graph.target(a)] = v != graph.target(a);
      }
    }
    Triangles.Result found = Triangles.listed().compute(graph, SILENT);
    for (int v = 0; v < graph.nodes(); v++) {
      int naive = 0;
      for (int u = 0; u < graph.nodes(); u++) {
        for (int w = 0; tied[v][u] && w < u; w++) {
          naive += tied[v][w] && tied[u][w] ? 1 : 0;
        }
      }
      assertThat(found.of(v)).isEqualTo(naive);
    }
  }
}

package dev.sextant.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.kernels.Betweenness;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.graphx.Edge;
import org.apache.spark.graphx.Graph;
import org.apache.spark.graphx.lib.ConnectedComponents;
import org.apache.spark.graphx.lib.TriangleCount;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scala.Tuple2;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/** Both engines give the same of the same table. */
class EnginesTest {
  private static final SparkSession SESSION = Spark.session();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "1, 40, 60, false, false, 1",
    "3, 120, 300, true, false, 4",
    "5, 80, 400, true, true, 5",
    "6, 300, 250, false, true, 3"
  })
  void measuresAreTheSame(
      long seed, int nodes, int ties, boolean directed, boolean weighted, int pieces)
      throws IOException {
    TieTable table = Spark.table(folder, Spark.random(seed, nodes, ties), true);
    assertSame(table, new Wishes(directed, weighted, seed, 6, 12, 1e-12, pieces));
  }

  @Test
  void shapesThatBreakThings() throws IOException {
    List<String> lines = new ArrayList<>();
    IntStream.range(0, 70).forEach(i -> lines.add(i + " " + (i + 1))); // a chain
    IntStream.range(0, 40).forEach(i -> lines.add("1000 " + (2000 + i))); // a star
    lines.add("-7 -7"); // somebody tied to nobody
    lines.add("9223372036854775807 -9223372036854775808");
    for (int i = 0; i < 6; i++) { // a clique
      for (int j = 0; j < i; j++) {
        lines.add((5000 + i) + "," + (5000 + j));
      }
    }
    TieTable table = Spark.table(folder, lines, false);
    assertSame(table, new Wishes(false, false, 9, 5, 8, 1e-12, 6));
  }

  @Test
  void starsFinishWhatLabelsDidNotReach() throws IOException {
    List<String> lines = new ArrayList<>();
    IntStream.range(0, 300).forEach(i -> lines.add((i * 131 % 301) + " " + ((i + 1) * 131 % 301)));
    lines.add("400 401");
    lines.add("402 402");
    TieTable table = Spark.table(folder, lines, false);
    for (int creeping : new int[] {0, 2, 1000}) {
      try (ClusterGraph graph = ClusterGraph.of(SESSION, table, false, false, 4)) {
        Map<Long, Long> found = new HashMap<>();
        for (Row row : StarComponents.components(graph, creeping).collectAsList()) {
          found.put(row.getLong(0), row.getLong(1));
        }
        assertThat(found).hasSize(304);
        found.forEach((number, component) ->
            assertThat(component).isEqualTo(number < 301 ? 0L : number < 303 ? 301L : 303L));
      }
    }
  }

  @Test
  void anEmptyTableHasNobody() throws IOException {
    TieTable table = Spark.table(folder, List.of("# nobody"), false);
    Measured found =
        ClusterEngine.measure(SESSION, table, List.of(Scaling.values()), Wishes.usual());
    assertThat(found.nodes()).isZero();
    assertThat(found.table().count()).isZero();
  }

  @Test
  void aSampleOfAllIsExact() throws IOException {
    TieTable table = Spark.table(folder, Spark.random(11, 60, 150), false);
    for (boolean directed : new boolean[] {false, true}) {
      Wishes wishes = new Wishes(directed, false, 1, 5, 1_000_000, 1e-9, 3);
      Csr graph = LocalEngine.load(table, wishes).graph();
      double[] exact = Betweenness.byHops().compute(graph, Progress.silent()).scores();
      assertClose(LocalEngine.one(graph, Scaling.BETWEENNESS, wishes), exact);
    }
  }

  @Test
  void labelsAreThoseOfTheNaiveWalk() throws IOException {
    TieTable table = Spark.table(folder, Spark.random(12, 90, 260), true);
    Wishes wishes = new Wishes(false, true, 5, 5, 8, 1e-9, 3);
    Csr graph = LocalEngine.load(table, wishes).graph();
    assertThat(LocalEngine.one(graph, Scaling.LABELS, wishes)).isEqualTo(naiveLabels(graph, 5));
  }

  private static double[] naiveLabels(Csr graph, long seed) {
    int[] label = IntStream.range(0, graph.nodes()).toArray();
    int quiet = 0;
    for (int round = 0; round < Wishes.LABEL_ROUNDS && quiet < 2; round++) {
      int[] next = label.clone();
      for (int v = 0; v < next.length; v++) {
        if (!LabelRounds.moves(v, seed, round)) {
          continue;
        }
        Map<Integer, Double> weights = new HashMap<>();
        for (int a = graph.first(v); a < graph.end(v); a++) {
          weights.merge(label[graph.target(a)], graph.weight(a), Double::sum);
        }
        double most = weights.values().stream().mapToDouble(w -> w).max().orElse(0);
        if (weights.getOrDefault(label[v], 0.0) < most) {
          next[v] =
              weights.entrySet().stream()
                  .filter(e -> e.getValue() == most)
                  .mapToInt(Map.Entry::getKey)
                  .min()
                  .orElseThrow();
        }
      }
      quiet = Arrays.equals(label, next) ? quiet + 1 : 0;
      label = next;
    }
    return Arrays.stream(label).asDoubleStream().toArray();
  }

  @Test
  void graphxFindsTheSameComponentsAndTriangles() throws IOException {
    TieTable table = Spark.table(folder, Spark.random(13, 150, 280), false);
    Wishes wishes = Wishes.usual();
    LocalEngine.Loaded loaded = LocalEngine.load(table, wishes);
    Graph<Object, Object> peer = graphx(table);
    ClassTag<Object> any = ClassTag$.MODULE$.apply(Object.class);
    Map<Long, Long> components = new HashMap<>();
    for (Tuple2<Object, Object> one :
        ConnectedComponents.run(peer, any, any).vertices().toJavaRDD().collect()) {
      components.put((Long) one._1(), (Long) one._2());
    }
    double[] ours = LocalEngine.one(loaded.graph(), Scaling.COMPONENTS, wishes);
    double[] triangles = LocalEngine.one(loaded.graph(), Scaling.TRIANGLES, wishes);
    Map<Long, Integer> counted = new HashMap<>();
    for (Tuple2<Object, Object> one :
        TriangleCount.run(peer, any, any).vertices().toJavaRDD().collect()) {
      counted.put((Long) one._1(), (Integer) one._2());
    }
    for (int v = 0; v < ours.length; v++) {
      long id = loaded.ids()[v];
      // Loops are edges there, and their ends nodes; who has nothing but a loop is no node of it.
      assertThat(components.getOrDefault(id, id)).isEqualTo(loaded.ids()[(int) ours[v]]);
      assertThat((double) counted.getOrDefault(id, 0)).isEqualTo(triangles[v]);
    }
  }

  private static Graph<Object, Object> graphx(TieTable table) {
    ClassTag<Object> any = ClassTag$.MODULE$.apply(Object.class);
    RDD<Edge<Object>> edges =
        table
            .ties(false)
            .toJavaRDD()
            .map(row -> new Edge<Object>(row.getLong(0), row.getLong(1), 1))
            .rdd();
    return Graph.fromEdges(
        edges, 0, StorageLevel.MEMORY_ONLY(), StorageLevel.MEMORY_ONLY(), any, any);
  }

  private void assertSame(TieTable table, Wishes wishes) {
    List<Scaling> all = List.of(Scaling.values());
    Map<Long, double[]> here = byId(LocalEngine.measure(SESSION, table, all, wishes));
    Map<Long, double[]> there = byId(ClusterEngine.measure(SESSION, table, all, wishes));
    assertThat(there.keySet()).isEqualTo(here.keySet());
    here.forEach((id, values) -> assertClose(Objects.requireNonNull(there.get(id)), values));
  }

  private static void assertClose(double[] found, double[] expected) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i])
          .isCloseTo(expected[i], within(1e-9 * Math.max(1e-3, Math.abs(expected[i]))));
    }
  }

  private static Map<Long, double[]> byId(Measured measured) {
    Map<Long, double[]> found = new HashMap<>();
    for (Row row : measured.table().collectAsList()) {
      found.put(
          row.getLong(0),
          Stream.iterate(1, i -> i < row.size(), i -> i + 1)
              .mapToDouble(i -> ((Number) row.get(i)).doubleValue())
              .toArray());
    }
    return found;
  }
}

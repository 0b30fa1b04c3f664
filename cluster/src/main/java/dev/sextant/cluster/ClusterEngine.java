package dev.sextant.cluster;

import static org.apache.spark.sql.functions.col;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** The same measures over blocks on a cluster. */
final class ClusterEngine {
  private ClusterEngine() {}

  static Measured measure(
      SparkSession session, TieTable table, List<Scaling> measures, Wishes wishes) {
    try (ClusterGraph graph =
        ClusterGraph.of(session, table, wishes.directed(), wishes.weighted(), wishes.pieces())) {
      Map<Scaling, Double> seconds = new LinkedHashMap<>();
      Dataset<Row> result = graph.numbers();
      for (Scaling measure : measures) {
        long start = System.nanoTime();
        Dataset<Row> values = one(graph, measure, wishes).persist(StorageLevel.MEMORY_AND_DISK());
        values.count();
        seconds.put(measure, (System.nanoTime() - start) / 1e9);
        result = result.join(values, "number");
      }
      String[] columns = measures.stream().map(Scaling::column).toArray(String[]::new);
      Dataset<Row> named = result.select("id", columns).sort("id").persist(Blocks.STORAGE);
      named.count(); // read while the graph is held
      return new Measured("cluster", graph.nodes(), graph.ties(), named, seconds);
    }
  }

  /** Columns number and the measure's; a group is named by the id of one of its nodes. */
  private static Dataset<Row> one(ClusterGraph graph, Scaling measure, Wishes wishes) {
    if (measure == Scaling.COMPONENTS) {
      return withIds(graph, StarComponents.components(graph, StarComponents.CREEPING), measure);
    }
    JavaPairRDD<Integer, double[]> values = values(graph, measure, wishes);
    Dataset<Row> rows = graph.named(values, measure.column());
    return measure == Scaling.LABELS ? withIds(graph, rows, measure) : rows;
  }

  /** By block, then by own node. */
  static JavaPairRDD<Integer, double[]> values(ClusterGraph graph, Scaling measure, Wishes wishes) {
    return switch (measure) {
      case PAGERANK ->
          RankRounds.scores(graph, Wishes.DAMPING, wishes.tolerance(), Wishes.RANK_ROUNDS);
      case KCORE -> CoreRounds.coreness(graph);
      case TRIANGLES -> TriangleRounds.triangles(graph);
      case LABELS -> LabelRounds.labels(graph, wishes.seed(), Wishes.LABEL_ROUNDS);
      case HARMONIC -> BallRounds.harmonic(graph, wishes.registers(), wishes.seed());
      case BETWEENNESS -> BetweennessRounds.scores(graph, wishes.sample(), wishes.seed());
      case COMPONENTS -> throw new IllegalArgumentException("components come as a data frame");
    };
  }

  private static Dataset<Row> withIds(ClusterGraph graph, Dataset<Row> groups, Scaling measure) {
    Dataset<Row> names = graph.numbers().select(col("number").as("name"), col("id").as("named"));
    return groups
        .select(col("number"), col(measure.column()).cast("bigint").as("name"))
        .join(names, "name")
        .select(col("number"), col("named").as(measure.column()));
  }
}

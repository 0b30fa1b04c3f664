package dev.sextant.cluster;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Weak components. Labels creep from block to block for some rounds ({@link CreepRounds}). What is
 * not done then is done by data frames on the ties between labels: large-star and small-star in
 * turn hang every label ever nearer to the smallest of its component, until all hang on it
 * directly. The number of those turns grows with the logarithm of the labels and not with the
 * length of chains, but a turn costs several joins of all that is left. Paper: R. Kiveris, S.
 * Lattanzi, V. Mirrokni, V. Rastogi, S. Vassilvitskii 2014, doi:10.1145/2670979.2670997. Exact.
 */
final class StarComponents {
  private StarComponents() {}

  /** Rounds in which labels creep before stars take over. */
  static final int CREEPING = 30;

  /**
   * Columns number, component: the smallest number in the node's component.
   *
   * @param creeping rounds in which labels creep, from 0
   */
  static Dataset<Row> components(ClusterGraph graph, int creeping) {
    CreepRounds.Labels crept = CreepRounds.labels(graph, creeping);
    Dataset<Row> labels =
        graph
            .named(crept.values(), "label")
            .select(col("number"), col("label").cast("bigint").as("label"));
    if (crept.done()) {
      return labels.select(col("number"), col("label").as("component"));
    }
    labels = labels.persist(Blocks.STORAGE);
    Dataset<Row> hung = stars(between(graph, labels));
    Dataset<Row> named =
        labels
            .join(hung, labels.col("label").equalTo(hung.col("u")), "left")
            .select(
                labels.col("number"), coalesce(hung.col("v"), labels.col("label")).as("component"));
    return named;
  }

  /** Ties between labels: columns u and v, u the larger. */
  private static Dataset<Row> between(ClusterGraph graph, Dataset<Row> labels) {
    Dataset<Row> tails = labels.select(col("number").as("tail"), col("label").as("a"));
    Dataset<Row> heads = labels.select(col("number").as("head"), col("label").as("b"));
    return graph
        .numberedTies()
        .join(tails, "tail")
        .join(heads, "head")
        .where(col("a").notEqual(col("b")))
        .select(greatest(col("a"), col("b")).as("u"), least(col("a"), col("b")).as("v"))
        .distinct()
        .persist(Blocks.STORAGE);
  }

  /** Hangs everything on the smallest: columns u and v. */
  private static Dataset<Row> stars(Dataset<Row> ties) {
    Dataset<Row> pairs = ties;
    long[] before = sign(pairs);
    while (true) {
      // The plan would grow with every turn: what was computed is taken as given.
      Dataset<Row> turned = smallStar(largeStar(pairs)).localCheckpoint();
      long[] after = sign(turned);
      pairs.unpersist(false);
      pairs = turned;
      if (after[0] == before[0] && after[1] == before[1]) {
        return pairs;
      }
      before = after;
    }
  }

  /** Each node's larger neighbours are hung on the smallest of it and its neighbours. */
  private static Dataset<Row> largeStar(Dataset<Row> pairs) {
    Dataset<Row> both = pairs.union(pairs.select(col("v").as("u"), col("u").as("v")));
    Dataset<Row> least =
        both.groupBy("u").agg(min("v").as("m")).select(col("u"), least(col("u"), col("m")).as("m"));
    return both.join(least, "u")
        .where(col("v").gt(col("u")))
        .select(col("v").as("u"), col("m").as("v"))
        .where(col("u").notEqual(col("v")))
        .distinct();
  }

  /** Each node and its smaller neighbours are hung on the smallest of these. */
  private static Dataset<Row> smallStar(Dataset<Row> pairs) {
    Dataset<Row> down =
        pairs
            .select(greatest(col("u"), col("v")).as("u"), least(col("u"), col("v")).as("v"))
            .distinct();
    Dataset<Row> least = down.groupBy("u").agg(min("v").as("m"));
    Dataset<Row> others =
        down.join(least, "u")
            .where(col("v").notEqual(col("m")))
            .select(col("v").as("u"), col("m").as("v"));
    return others.union(least.select(col("u"), col("m").as("v"))).distinct();
  }

  /* The pairs stand still when their number and the sum of a hash of them do. */
  private static long[] sign(Dataset<Row> pairs) {
    Row row =
        pairs
            .agg(
                org.apache.spark.sql.functions.count(lit(1)).as("n"),
                coalesce(
                        sum(
                            org.apache
                                .spark
                                .sql
                                .functions
                                .xxhash64(col("u"), col("v"))
                                .bitwiseAND(lit(0xffff_ffffL))),
                        lit(0L))
                    .as("s"))
            .first();
    return new long[] {row.getLong(0), row.getLong(1)};
  }
}

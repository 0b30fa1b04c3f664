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
import org.apache.spark.storage.StorageLevel;

/**
 * Weak components by data frames: large-star and small-star in turn hang every node ever nearer to
 * the smallest number of its component, until all hang on it directly. The number of turns grows
 * with the logarithm of the nodes and not with the length of chains, of which labels that creep
 * along ties would need one turn a step. Paper: R. Kiveris, S. Lattanzi, V. Mirrokni, V. Rastogi, S.
 * Vassilvitskii 2014, doi:10.1145/2670979.2670997. Exact.
 */
final class StarComponents {
  private StarComponents() {}

  /** Columns number, component: the smallest number in the node's component. */
  static Dataset<Row> components(ClusterGraph graph) {
    Dataset<Row> pairs =
        graph
            .numberedTies()
            .select(
                greatest(col("tail"), col("head")).as("u"), least(col("tail"), col("head")).as("v"))
            .distinct()
            .persist(StorageLevel.MEMORY_AND_DISK());
    long[] before = sign(pairs);
    while (true) {
      Dataset<Row> turned = smallStar(largeStar(pairs)).persist(StorageLevel.MEMORY_AND_DISK());
      // The plan would grow with every turn: what was computed is taken as given.
      Dataset<Row> cut = turned.localCheckpoint();
      long[] after = sign(cut);
      turned.unpersist(false);
      pairs.unpersist(false);
      pairs = cut;
      if (after[0] == before[0] && after[1] == before[1]) {
        break;
      }
      before = after;
    }
    Dataset<Row> hung = pairs.select(col("u").cast("bigint").as("number"), col("v"));
    return graph
        .numbers()
        .select("number")
        .join(hung, graph.numbers().col("number").equalTo(hung.col("number")), "left")
        .select(
            graph.numbers().col("number"),
            coalesce(col("v").cast("bigint"), graph.numbers().col("number")).as("component"));
  }

  /** Each node's larger neighbours are hung on the smallest of it and its neighbours. */
  private static Dataset<Row> largeStar(Dataset<Row> pairs) {
    Dataset<Row> both =
        pairs.union(pairs.select(col("v").as("u"), col("u").as("v")));
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
                        sum(org.apache.spark.sql.functions.xxhash64(col("u"), col("v")).bitwiseAND(lit(0xffff_ffffL))),
                        lit(0L))
                    .as("s"))
            .first();
    return new long[] {row.getLong(0), row.getLong(1)};
  }
}

package dev.sextant.cluster;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * A tie table whose nodes are numbered from 0 in the order of their ids, cut into blocks when first
 * asked for them. The order makes numbers, and with them everything that depends on numbers, the
 * same as those of one machine.
 */
final class ClusterGraph implements AutoCloseable {
  private final SparkSession session;
  private final boolean directed;
  private final boolean weighted;
  private final Dataset<Row> numbers;
  private final Dataset<Row> ties;
  private final int nodes;
  private final long count;
  private final int pieces;
  private @Nullable Blocks out;
  private @Nullable Blocks in;
  private @Nullable Blocks around;

  private ClusterGraph(
      SparkSession session,
      boolean directed,
      boolean weighted,
      Dataset<Row> numbers,
      Dataset<Row> ties,
      int nodes,
      long count,
      int pieces) {
    this.session = session;
    this.directed = directed;
    this.weighted = weighted;
    this.numbers = numbers;
    this.ties = ties;
    this.nodes = nodes;
    this.count = count;
    this.pieces = pieces;
  }

  /**
   * Numbers a table's nodes.
   *
   * @param pieces blocks to cut it into; 0 for as many as suit the ties and the cluster's cores
   */
  static ClusterGraph of(
      SparkSession session, TieTable table, boolean directed, boolean weighted, int pieces) {
    JavaPairRDD<Row, Long> numbered = table.ids().sort("id").toJavaRDD().zipWithIndex();
    StructType schema =
        new StructType().add("id", DataTypes.LongType).add("number", DataTypes.LongType);
    Dataset<Row> numbers =
        session
            .createDataFrame(
                numbered.map(one -> RowFactory.create(one._1().getLong(0), one._2())), schema)
            .persist(StorageLevel.MEMORY_AND_DISK());
    long nodes = numbers.count();
    if (nodes > Integer.MAX_VALUE - 8) {
      throw new ClusterFault(
          "SX-CLUSTER-NODES",
          "more nodes than can be numbered with 31 bits",
          table.place(),
          Long.toString(nodes),
          "measure a part of the table");
    }
    Dataset<Row> from = numbers.select(col("id").as("from"), col("number").as("tail"));
    Dataset<Row> to = numbers.select(col("id").as("to"), col("number").as("head"));
    Dataset<Row> ties =
        table
            .ties(directed)
            .join(from, "from")
            .join(to, "to")
            .select(
                col("tail").cast(DataTypes.IntegerType),
                col("head").cast(DataTypes.IntegerType),
                col("weight"))
            .persist(StorageLevel.MEMORY_AND_DISK());
    long count = ties.count();
    int cores = session.sparkContext().defaultParallelism();
    int cut = pieces > 0 ? pieces : (int) Math.max(2L * cores, 1 + count / 4_000_000);
    return new ClusterGraph(
        session, directed, weighted, numbers, ties, (int) nodes, count, Math.max(1, cut));
  }

  SparkSession session() {
    return session;
  }

  boolean directed() {
    return directed;
  }

  boolean weighted() {
    return weighted;
  }

  int nodes() {
    return nodes;
  }

  /** Ties, each once. */
  long ties() {
    return count;
  }

  int pieces() {
    return pieces;
  }

  /** Columns tail, head, weight: each tie once. */
  Dataset<Row> numberedTies() {
    return ties;
  }

  /** Columns id, number. */
  Dataset<Row> numbers() {
    return numbers;
  }

  /** Rows hold those a node's ties run to; all its neighbours if ties have no direction. */
  Blocks out() {
    Blocks blocks = out;
    if (blocks == null) {
      blocks = Blocks.of(directed ? ties : bothWays(), nodes, pieces, weighted);
      out = blocks;
    }
    return blocks;
  }

  /** Rows hold those whose ties run to a node. */
  Blocks in() {
    if (!directed) {
      return out();
    }
    Blocks blocks = in;
    if (blocks == null) {
      blocks = Blocks.of(turned(), nodes, pieces, weighted);
      in = blocks;
    }
    return blocks;
  }

  /** Rows hold all neighbours, each once, whatever the direction. */
  Blocks around() {
    if (!directed) {
      return out();
    }
    Blocks blocks = around;
    if (blocks == null) {
      blocks =
          Blocks.of(
              bothWays().groupBy("tail", "head").sum("weight").toDF("tail", "head", "weight"),
              nodes,
              pieces,
              weighted);
      around = blocks;
    }
    return blocks;
  }

  private Dataset<Row> turned() {
    return ties.select(col("head").as("tail"), col("tail").as("head"), col("weight"));
  }

  private Dataset<Row> bothWays() {
    return ties.union(turned());
  }

  /** A measure's values beside the ids: columns number and the measure's. */
  Dataset<Row> named(JavaPairRDD<Integer, double[]> values, String name) {
    StructType schema =
        new StructType().add("number", DataTypes.LongType).add(name, DataTypes.DoubleType);
    var rows =
        out()
            .blocks()
            .join(values)
            .values()
            .flatMap(both -> {
              Block block = both._1();
              double[] value = both._2();
              return java.util.stream.IntStream.range(0, block.count())
                  .mapToObj(v -> RowFactory.create((long) (block.first() + v), value[v]))
                  .iterator();
            });
    return session.createDataFrame(rows, schema);
  }

  /** All values by number, on this machine: for tests and small graphs. */
  double[] collected(JavaPairRDD<Integer, double[]> values) {
    double[] all = new double[nodes];
    List<Tuple2<Integer, Tuple2<Integer, double[]>>> parts =
        out().blocks().mapValues(Block::first).join(values).collect();
    for (Tuple2<Integer, Tuple2<Integer, double[]>> part : parts) {
      double[] some = part._2()._2();
      System.arraycopy(some, 0, all, Math.min(part._2()._1(), nodes), some.length);
    }
    return all;
  }

  @Override
  public void close() {
    if (out != null) {
      out.close();
    }
    if (in != null) {
      in.close();
    }
    if (around != null) {
      around.close();
    }
    ties.unpersist(false);
    numbers.unpersist(false);
  }
}

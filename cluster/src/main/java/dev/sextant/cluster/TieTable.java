package dev.sextant.cluster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A table of ties in Parquet: columns {@code from} and {@code to} (64-bit ids) and, if ties have
 * strengths, {@code weight} (double, above 0). Ids are any numbers; rows are in any order. A row
 * from a node to itself names the node and is no tie; rows of the same two nodes are one tie, with
 * weights added.
 */
public final class TieTable {
  private final Dataset<Row> rows;
  private final boolean weighted;
  private final String place;

  private TieTable(Dataset<Row> rows, boolean weighted, String place) {
    this.rows = rows;
    this.weighted = weighted;
    this.place = place;
  }

  /**
   * Opens a table.
   *
   * @param folder of Parquet, on any file system that the session reaches
   */
  public static TieTable open(SparkSession session, String folder) {
    Dataset<Row> rows;
    try {
      rows = session.read().parquet(folder);
    } catch (RuntimeException e) {
      throw unreadable(folder, e);
    } catch (Exception e) { // Scala does not declare what it throws: AnalysisException is checked
      throw unreadable(folder, e);
    }
    List<String> names = Arrays.asList(rows.columns());
    for (String needed : List.of("from", "to")) {
      if (!names.contains(needed) || !isWhole(rows.schema(), needed)) {
        throw new ClusterFault(
            "SX-CLUSTER-COLUMNS",
            "a tie table needs whole numbers in the columns from and to",
            folder,
            rows.schema().simpleString(),
            "write it by `sextant cluster ties`");
      }
    }
    boolean weighted = names.contains("weight");
    Dataset<Row> ties =
        weighted
            ? rows.select(
                col("from").cast(DataTypes.LongType),
                col("to").cast(DataTypes.LongType),
                col("weight").cast(DataTypes.DoubleType))
            : rows.select(col("from").cast(DataTypes.LongType), col("to").cast(DataTypes.LongType));
    return new TieTable(ties, weighted, folder);
  }

  private static ClusterFault unreadable(String folder, Exception cause) {
    ClusterFault fault =
        new ClusterFault(
            "SX-CLUSTER-TABLE",
            "the tie table cannot be read: "
                + String.valueOf(cause.getMessage()).lines().findFirst().orElse(""),
            "table",
            folder,
            "give a folder of Parquet; `sextant cluster ties EDGES FOLDER` writes one");
    fault.initCause(cause);
    return fault;
  }

  private static boolean isWhole(StructType schema, String column) {
    String type = schema.apply(column).dataType().typeName();
    return List.of("byte", "short", "integer", "long").contains(type);
  }

  /**
   * Makes a table of text: two ids a line and, if asked, a weight, parted by blanks, tabs or
   * commas; lines that begin with # or % are remarks.
   *
   * @param weighted whether the third column counts
   * @return rows written
   */
  public static long write(SparkSession session, String text, String folder, boolean weighted) {
    Dataset<Row> lines =
        session
            .read()
            .text(text)
            .select(org.apache.spark.sql.functions.trim(col("value")).as("line"))
            .where(col("line").notEqual("").and(col("line").rlike("^[^#%]")));
    Dataset<Row> parts =
        lines.select(
            col("line"), org.apache.spark.sql.functions.split(col("line"), "[,;\\s]+").as("part"));
    Dataset<Row> rows =
        parts.select(
            col("line"),
            whole("part", 0).as("from"),
            whole("part", 1).as("to"),
            (weighted ? number("part", 2) : lit(1.0)).as("weight"));
    List<Row> bad =
        rows.where(
                col("from")
                    .isNull()
                    .or(col("to").isNull())
                    .or(col("weight").isNull())
                    .or(col("weight").leq(0))
                    .or(col("weight").equalTo(Double.POSITIVE_INFINITY))
                    .or(org.apache.spark.sql.functions.isnan(col("weight"))))
            .select("line")
            .limit(1)
            .collectAsList();
    if (!bad.isEmpty()) {
      throw new ClusterFault(
          "SX-CLUSTER-LINE",
          "a line is not two whole numbers" + (weighted ? " and a weight above 0" : ""),
          text,
          bad.getFirst().getString(0),
          "mend or leave out that line");
    }
    Dataset<Row> kept = weighted ? rows.drop("line") : rows.drop("line", "weight");
    kept.write().mode(SaveMode.ErrorIfExists).parquet(folder);
    return session.read().parquet(folder).count();
  }

  private static org.apache.spark.sql.Column whole(String parts, int at) {
    return org.apache.spark.sql.functions.expr(
        "try_cast(try_element_at(" + parts + ", " + (at + 1) + ") as bigint)");
  }

  private static org.apache.spark.sql.Column number(String parts, int at) {
    return org.apache.spark.sql.functions.expr(
        "try_cast(try_element_at(" + parts + ", " + (at + 1) + ") as double)");
  }

  /** Rows as they stand in the table. */
  public long rows() {
    return rows.count();
  }

  /** Whether ties have strengths. */
  public boolean weighted() {
    return weighted;
  }

  /** Where it lies, for people. */
  public String place() {
    return place;
  }

  /** Columns from, to and, if there are weights, weight. */
  Dataset<Row> plainRows() {
    return rows;
  }

  /** All ids, each once. */
  Dataset<Row> ids() {
    return rows.select(col("from").as("id")).union(rows.select(col("to").as("id"))).distinct();
  }

  /**
   * Ties without loops, each once, with weight (1 where there is none): columns from, to, weight.
   *
   * @param directed if not, from is less than to
   */
  Dataset<Row> ties(boolean directed) {
    Dataset<Row> all = weighted ? rows : rows.withColumn("weight", lit(1.0));
    Dataset<Row> proper = all.where(col("from").notEqual(col("to")));
    if (!directed) {
      proper =
          proper.select(
              org.apache.spark.sql.functions.least(col("from"), col("to")).as("from"),
              org.apache.spark.sql.functions.greatest(col("from"), col("to")).as("to"),
              col("weight"));
    }
    Dataset<Row> once = proper.groupBy("from", "to").agg(sum("weight").as("weight"));
    return weighted ? once : once.withColumn("weight", lit(1.0));
  }
}

package dev.sextant.cluster;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What an engine found.
 *
 * @param engine local or cluster
 * @param nodes in the table
 * @param ties in it, each once, loops left out
 * @param table columns id and those of the measures, a row a node
 * @param seconds that each measure took on the wall
 */
public record Measured(
    String engine, long nodes, long ties, Dataset<Row> table, Map<Scaling, Double> seconds) {}

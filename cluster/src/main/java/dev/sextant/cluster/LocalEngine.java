package dev.sextant.cluster;

import dev.sextant.kernels.Components;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.KCore;
import dev.sextant.kernels.PageRank;
import dev.sextant.kernels.Partition;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.Triangles;
import dev.sextant.kernels.sketch.HyperBall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The kernels of this house on one machine's arrays, from the same table. */
final class LocalEngine {
  private LocalEngine() {}

  /** A table on arrays: node {@code i} has the i-th smallest id. */
  record Loaded(long[] ids, Csr graph) {}

  static Loaded load(TieTable table, Wishes wishes) {
    int count = Math.toIntExact(table.rows());
    long[] from = new long[count];
    long[] to = new long[count];
    double[] weight = new double[wishes.weighted() ? count : 0];
    Iterator<Row> rows = table.plainRows().toLocalIterator();
    for (int i = 0; i < count; i++) {
      Row row = rows.next();
      from[i] = row.getLong(0);
      to[i] = row.getLong(1);
      if (wishes.weighted()) {
        weight[i] = row.getDouble(2);
      }
    }
    long[] all = Arrays.copyOf(from, 2 * count);
    System.arraycopy(to, 0, all, count, count);
    long[] ids = Arrays.stream(all).sorted().distinct().toArray();
    int[] tails = numbers(from, ids);
    int[] heads = numbers(to, ids);
    CsrBuilder builder =
        wishes.directed()
            ? CsrBuilder.directed(ids.length, CsrBuilder.Loops.DROP)
            : CsrBuilder.undirected(ids.length, CsrBuilder.Loops.DROP);
    if (wishes.weighted()) {
      builder.edges(tails, heads, weight);
    } else {
      builder.edges(tails, heads);
    }
    return new Loaded(ids, builder.build().graph());
  }

  private static int[] numbers(long[] named, long[] ids) {
    return Arrays.stream(named).mapToInt(id -> Arrays.binarySearch(ids, id)).toArray();
  }

  static Measured measure(
      SparkSession session, TieTable table, List<Scaling> measures, Wishes wishes) {
    Loaded loaded = load(table, wishes);
    Map<Scaling, Double> seconds = new LinkedHashMap<>();
    Map<Scaling, double[]> values = new LinkedHashMap<>();
    for (Scaling measure : measures) {
      long start = System.nanoTime();
      values.put(measure, one(loaded.graph, measure, wishes));
      seconds.put(measure, (System.nanoTime() - start) / 1e9);
    }
    StructType schema = new StructType().add("id", DataTypes.LongType);
    for (Scaling measure : measures) {
      schema =
          schema.add(measure.column(), measure.ids() ? DataTypes.LongType : DataTypes.DoubleType);
    }
    List<Row> rows = new ArrayList<>();
    for (int v = 0; v < loaded.ids.length; v++) {
      Object[] cells = new Object[1 + measures.size()];
      cells[0] = loaded.ids[v];
      int at = 1;
      for (Scaling measure : measures) {
        double value = Objects.requireNonNull(values.get(measure))[v];
        cells[at++] = measure.ids() ? (Object) loaded.ids[(int) value] : (Object) value;
      }
      rows.add(RowFactory.create(cells));
    }
    return new Measured(
        "local",
        loaded.ids.length,
        loaded.graph.edges(),
        session.createDataFrame(rows, schema),
        seconds);
  }

  /** Values by node; groups by the number of a node that names them. */
  static double[] one(Csr graph, Scaling measure, Wishes wishes) {
    Progress progress = Progress.silent();
    int n = graph.nodes();
    return switch (measure) {
      case COMPONENTS -> smallest(graph, n);
      case PAGERANK ->
          PageRank.power(Wishes.DAMPING, wishes.tolerance(), Wishes.RANK_ROUNDS)
              .compute(graph, progress)
              .scores();
      case KCORE ->
          Arrays.stream(KCore.peeling().compute(plain(graph), progress).coreness())
              .asDoubleStream()
              .toArray();
      case TRIANGLES -> {
        Triangles.Result found = Triangles.listed().compute(plain(graph), progress);
        double[] of = new double[n];
        for (int v = 0; v < n; v++) {
          of[v] = found.of(v);
        }
        yield of;
      }
      case LABELS ->
          LabelRounds.alone(block(around(graph), false), wishes.seed(), Wishes.LABEL_ROUNDS);
      case HARMONIC ->
          HyperBall.withRegisters(wishes.registers(), wishes.seed())
              .compute(graph, progress)
              .harmonic();
      case BETWEENNESS -> BetweennessRounds.alone(graph, wishes.sample(), wishes.seed());
    };
  }

  private static Csr plain(Csr graph) {
    return graph.ignoringDirection().unweighted();
  }

  private static Csr around(Csr graph) {
    return graph.ignoringDirection();
  }

  private static double[] smallest(Csr graph, int n) {
    Partition found = Components.weak().compute(graph, Progress.silent());
    int[] least = new int[n];
    Arrays.fill(least, Integer.MAX_VALUE);
    double[] of = new double[n];
    for (int v = 0; v < n; v++) {
      int component = found.groupOf(v);
      least[component] = Math.min(least[component], v);
      of[v] = least[component]; // nodes come in ascending order, so the first is the smallest
    }
    return of;
  }

  /** The whole graph as the one block of a cluster of one. */
  static Block block(Csr graph, boolean turned) {
    Csr rows = turned ? graph.reverse() : graph;
    double[] weights = rows.weights();
    return new Block(
        0,
        0,
        rows.nodes(),
        Math.max(1, rows.nodes()),
        rows.offsets(),
        rows.targets(),
        weights == null ? new double[0] : weights,
        new int[0]);
  }
}

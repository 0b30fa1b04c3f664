package dev.sextant.cluster;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * A graph as blocks of rows over the cluster, and rounds over it.
 *
 * <p>Every block knows its guests, the neighbours that live elsewhere; every block knows which of
 * its own nodes which other block is host to. In a round a block sends each of those blocks the
 * values of the nodes they need, once each however many ties there are (the vertex-cut idea the
 * other way round; J. E. Gonzalez et al., PowerGraph, OSDI 2012), and then works on its rows alone.
 * What travels is the number of (node, block) pairs times the width of a value, and not the number
 * of ties.
 */
final class Blocks {
  /** What is used again stays in memory, or on the workers' disks where memory is short. */
  static final StorageLevel STORAGE = StorageLevel.MEMORY_AND_DISK();

  /** Rounds after which the plan is cut, so that it does not grow with the number of rounds. */
  private static final int ROUNDS_A_PLAN = 12;

  private final JavaPairRDD<Integer, Block> blocks;
  private final JavaPairRDD<Integer, int[][]> routes;
  private final HashPartitioner partitioner;
  private final int nodes;
  private int rounds;

  private Blocks(
      JavaPairRDD<Integer, Block> blocks,
      JavaPairRDD<Integer, int[][]> routes,
      HashPartitioner partitioner,
      int nodes) {
    this.blocks = blocks;
    this.routes = routes;
    this.partitioner = partitioner;
    this.nodes = nodes;
  }

  /** What a block does in a round. */
  @FunctionalInterface
  interface Step<S> extends Serializable {
    /**
     * Works on a block's rows.
     *
     * @param state of the block before the round
     * @param column shared values by place: own nodes, then guests
     * @return its state after the round
     */
    S work(Block block, S state, Object column);
  }

  /** What of a block's state its neighbours get to see: a primitive array. */
  @FunctionalInterface
  interface Shared<S> extends Serializable {
    Object column(S state);
  }

  /** A block's state at the beginning. */
  @FunctionalInterface
  interface Start<S> extends Serializable {
    S of(Block block);
  }

  /** A number of a block's state. */
  @FunctionalInterface
  interface Reading<S> extends Serializable {
    double of(S state);
  }

  /** Several numbers of a block's state. */
  @FunctionalInterface
  interface Readings<S> extends Serializable {
    double[] of(S state);
  }

  /**
   * Cuts a graph into blocks.
   *
   * @param arcs columns tail, head (int numbers below nodes) and weight; both ways if ties have no
   *     direction
   */
  static Blocks of(Dataset<Row> arcs, int nodes, int pieces, boolean weighted) {
    int size = Math.max(1, (int) ((nodes + (long) pieces - 1) / pieces));
    HashPartitioner partitioner = new HashPartitioner(pieces);
    JavaPairRDD<Integer, Arcs> packed =
        arcs.select(col("tail"), col("head"), col("weight"))
            .toJavaRDD()
            .mapPartitionsToPair(rows -> Arcs.packed(rows, size));
    List<Tuple2<Integer, Arcs>> none = new ArrayList<>();
    for (int b = 0; b < pieces; b++) { // a block without arcs is a block
      none.add(new Tuple2<>(b, new Arcs(new int[0], new int[0], new double[0])));
    }
    JavaRDD<Tuple2<Integer, Arcs>> empties =
        new org.apache.spark.api.java.JavaSparkContext(packed.context()).parallelize(none, 1);
    JavaPairRDD<Integer, Block> blocks =
        packed
            .union(JavaPairRDD.fromJavaRDD(empties))
            .groupByKey(partitioner)
            .mapPartitionsToPair(
                groups -> built(groups, nodes, size, weighted), /* preservesPartitioning= */ true)
            .persist(STORAGE);
    JavaPairRDD<Integer, Parcel> wishes =
        blocks.flatMapToPair(entry -> wishes(entry._2()).iterator());
    JavaPairRDD<Integer, int[][]> routes =
        blocks
            .cogroup(wishes, partitioner)
            .mapValues(both -> {
              int[][] send = new int[pieces][];
              Arrays.fill(send, new int[0]);
              for (Parcel wish : both._2()) {
                send[wish.from()] = (int[]) wish.column();
              }
              return send;
            })
            .persist(STORAGE);
    return new Blocks(blocks, routes, partitioner, nodes);
  }

  private static Iterator<Tuple2<Integer, Block>> built(
      Iterator<Tuple2<Integer, Iterable<Arcs>>> groups, int nodes, int size, boolean weighted) {
    List<Tuple2<Integer, Block>> built = new ArrayList<>();
    while (groups.hasNext()) {
      Tuple2<Integer, Iterable<Arcs>> group = groups.next();
      built.add(
          new Tuple2<>(
              group._1(), BlockBuilder.block(group._1(), group._2(), nodes, size, weighted)));
    }
    return built.iterator();
  }

  /** To each other block: which of its nodes this one has as guests, as places in that block. */
  private static List<Tuple2<Integer, Parcel>> wishes(Block block) {
    List<Tuple2<Integer, Parcel>> wishes = new ArrayList<>();
    int[] guests = block.guests();
    int start = 0;
    while (start < guests.length) {
      int host = guests[start] / block.size();
      int end = start;
      while (end < guests.length && guests[end] / block.size() == host) {
        end++;
      }
      int[] wanted = new int[end - start];
      for (int i = 0; i < wanted.length; i++) {
        wanted[i] = guests[start + i] - host * block.size();
      }
      wishes.add(new Tuple2<>(host, new Parcel(block.index(), wanted)));
      start = end;
    }
    return wishes;
  }

  /** Number of nodes. */
  int nodes() {
    return nodes;
  }

  /** The blocks themselves. */
  JavaPairRDD<Integer, Block> blocks() {
    return blocks;
  }

  /** A state for every block. */
  <S> JavaPairRDD<Integer, S> start(Start<S> start) {
    return blocks.mapValues(start::of).persist(STORAGE);
  }

  /**
   * One round. The state before it is given up once {@link #total} or another action has read the
   * new one; callers hold on to what is returned only.
   *
   * @param width cells of a node's shared value
   */
  <S> JavaPairRDD<Integer, S> round(
      JavaPairRDD<Integer, S> state, Shared<S> shared, int width, Step<S> step) {
    JavaPairRDD<Integer, Parcel> parcels =
        routes
            .join(state, partitioner)
            .flatMapToPair(entry ->
                parcels(entry._1(), entry._2()._1(), shared.column(entry._2()._2()), width));
    JavaPairRDD<Integer, S> after =
        blocks
            .join(state, partitioner)
            .cogroup(parcels, partitioner)
            .mapValues(both -> {
              Tuple2<Block, S> own = both._1().iterator().next();
              Block block = own._1();
              Object column = Cells.widened(shared.column(own._2()), block, width);
              for (Parcel parcel : both._2()) {
                place(parcel, block, column, width);
              }
              return step.work(block, own._2(), column);
            })
            .persist(STORAGE);
    if (++rounds % ROUNDS_A_PLAN == 0) {
      after.rdd().localCheckpoint();
    }
    return after;
  }

  private static Iterator<Tuple2<Integer, Parcel>> parcels(
      int from, int[][] send, Object column, int width) {
    List<Tuple2<Integer, Parcel>> parcels = new ArrayList<>();
    for (int to = 0; to < send.length; to++) {
      if (send[to].length > 0) {
        parcels.add(new Tuple2<>(to, new Parcel(from, Cells.gather(column, send[to], width))));
      }
    }
    return parcels.iterator();
  }

  /* Guests are in ascending order and a block's nodes are consecutive numbers, so that what one block
   * sends fills one run of places: it begins after all guests of blocks before it. */
  private static void place(Parcel parcel, Block block, Object column, int width) {
    int[] guests = block.guests();
    int found = Arrays.binarySearch(guests, parcel.from() * block.size());
    int at = found >= 0 ? found : -found - 1;
    int cells = java.lang.reflect.Array.getLength(parcel.column());
    System.arraycopy(parcel.column(), 0, column, (block.count() + at) * width, cells);
  }

  /**
   * Brings what blocks found for their guests home to the guests' own blocks.
   *
   * @param found a number by place: own nodes, then guests
   * @return the sums by own node
   */
  JavaPairRDD<Integer, long[]> home(JavaPairRDD<Integer, long[]> found) {
    JavaPairRDD<Integer, Parcel> parcels =
        blocks
            .join(found, partitioner)
            .flatMapToPair(entry -> sentHome(entry._2()._1(), entry._2()._2()).iterator());
    return blocks
        .join(found, partitioner)
        .join(routes, partitioner)
        .cogroup(parcels, partitioner)
        .mapValues(both -> {
          Tuple2<Tuple2<Block, long[]>, int[][]> own = both._1().iterator().next();
          long[] sums = Arrays.copyOf(own._1()._2(), own._1()._1().count());
          for (Parcel parcel : both._2()) {
            long[] column = (long[]) parcel.column();
            int[] nodes = own._2()[parcel.from()];
            for (int i = 0; i < nodes.length; i++) {
              sums[nodes[i]] += column[i];
            }
          }
          return sums;
        });
  }

  private static List<Tuple2<Integer, Parcel>> sentHome(Block block, long[] found) {
    List<Tuple2<Integer, Parcel>> parcels = new ArrayList<>();
    int[] guests = block.guests();
    int start = 0;
    while (start < guests.length) {
      int host = guests[start] / block.size();
      int end = start;
      while (end < guests.length && guests[end] / block.size() == host) {
        end++;
      }
      long[] slice = Arrays.copyOfRange(found, block.count() + start, block.count() + end);
      parcels.add(new Tuple2<>(host, new Parcel(block.index(), slice)));
      start = end;
    }
    return parcels;
  }

  /** Sum over the blocks, in their order, so that it is the same every time. */
  <S> double total(JavaPairRDD<Integer, S> state, Reading<S> reading) {
    return totals(state, one -> new double[] {reading.of(one)})[0];
  }

  /** As {@link #total}, of several numbers at once. */
  <S> double[] totals(JavaPairRDD<Integer, S> state, Readings<S> readings) {
    double[] sums = new double[0];
    List<Tuple2<Integer, double[]>> parts =
        new ArrayList<>(state.mapValues(readings::of).collect());
    parts.sort(Comparator.comparingInt(Tuple2::_1));
    for (Tuple2<Integer, double[]> part : parts) {
      if (sums.length == 0) {
        sums = new double[part._2().length];
      }
      for (int i = 0; i < sums.length; i++) {
        sums[i] += part._2()[i];
      }
    }
    return sums;
  }

  /** Takes over the new state and gives up the old one; the new one has been read by then. */
  static <S> JavaPairRDD<Integer, S> instead(
      JavaPairRDD<Integer, S> old, JavaPairRDD<Integer, S> fresh) {
    old.unpersist(false);
    return fresh;
  }

  /** Frees what is held. */
  void close() {
    routes.unpersist(false);
    blocks.unpersist(false);
  }
}

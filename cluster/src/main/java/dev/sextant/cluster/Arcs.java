package dev.sextant.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * Arcs on their way to the block that will hold them, many in one object: an object for each of
 * 10^9 arcs would cost more than the arcs.
 *
 * @param tails numbers of the nodes whose rows they belong to
 * @param heads numbers of the neighbours
 * @param weights beside them
 */
record Arcs(int[] tails, int[] heads, double[] weights) implements Serializable {
  private static final long serialVersionUID = 1;

  /** Arcs in one object; a quarter of a megabyte. */
  private static final int MANY = 16_384;

  /** Sorts a partition's rows (tail, head, weight) by block and packs them. */
  static Iterator<Tuple2<Integer, Arcs>> packed(Iterator<Row> rows, int size) {
    return new Iterator<>() {
      private final List<Filling> filling = new ArrayList<>();
      private int left;

      @Override
      public boolean hasNext() {
        return rows.hasNext() || left > 0;
      }

      @Override
      public Tuple2<Integer, Arcs> next() {
        while (rows.hasNext()) {
          Row row = rows.next();
          int block = row.getInt(0) / size;
          while (filling.size() <= block) {
            filling.add(new Filling());
          }
          Filling here = filling.get(block);
          here.add(row.getInt(0), row.getInt(1), row.getDouble(2));
          left++;
          if (here.count == MANY) {
            return taken(block);
          }
        }
        for (int block = 0; block < filling.size(); block++) {
          if (filling.get(block).count > 0) {
            return taken(block);
          }
        }
        throw new java.util.NoSuchElementException();
      }

      private Tuple2<Integer, Arcs> taken(int block) {
        Filling here = filling.set(block, new Filling());
        left -= here.count;
        return new Tuple2<>(block, here.arcs());
      }
    };
  }

  /** Grows until it is sent. */
  private static final class Filling {
    private int[] tails = new int[64];
    private int[] heads = new int[64];
    private double[] weights = new double[64];
    private int count;

    private void add(int tail, int head, double weight) {
      if (count == tails.length) {
        tails = Arrays.copyOf(tails, 2 * count);
        heads = Arrays.copyOf(heads, 2 * count);
        weights = Arrays.copyOf(weights, 2 * count);
      }
      tails[count] = tail;
      heads[count] = head;
      weights[count++] = weight;
    }

    private Arcs arcs() {
      return new Arcs(
          Arrays.copyOf(tails, count), Arrays.copyOf(heads, count), Arrays.copyOf(weights, count));
    }
  }
}

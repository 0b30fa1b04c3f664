package dev.sextant.kernels;

import java.util.Arrays;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/* Finds what a row has in common with the rows of some of its entries, sixteen entries at a time: a
 * register of the other row is compared with every entry of the row at hand. A loop of that length is
 * the same for all rows joined to it, which a processor foresees, where the ends of the other rows,
 * most of them shorter than a register, are as good as random. What is found is counted beside the
 * entries of the other row, so that a register of counts is read and written where one count a
 * triangle was. No row has an entry twice, so each comparison finds one lane at most and all of them
 * together what looking up each entry alone would. */
final class RowJoin {
  private static final VectorSpecies<Integer> REGISTER = IntVector.SPECIES_512;
  private static final int LANES = 16;

  /** Longer rows are looked up one by one sooner than compared in all pairs (measured). */
  static final int LONGEST = 32;

  /** So many entries may be read beyond the last row. */
  static final int ROOM = LANES;

  /**
   * From the place of a row's rest: no bits for what is in the row, all for what lies beyond it.
   */
  private static final int[] BEYOND = new int[2 * LANES];

  static {
    Arrays.fill(BEYOND, LANES, 2 * LANES, -1);
  }

  private final int[] rows;
  private final int[] starts;
  private final int[] common; // by entry of a row

  /**
   * Rows to be joined.
   *
   * @param rows entries, none below 0, and {@link #ROOM} beyond
   * @param starts of rows
   */
  RowJoin(int[] rows, int[] starts) {
    this.rows = rows;
    this.starts = starts;
    this.common = new int[rows.length];
  }

  /**
   * Joins a row with others, and counts at their entries which are in the row.
   *
   * @param from the row's first entry
   * @param to beyond its last
   * @param others the first of these are the rows to join with
   * @return how many entries were in the row
   */
  int join(int from, int to, int[] others, int count) {
    int[] rows = this.rows;
    int[] starts = this.starts;
    int[] common = this.common;
    IntVector found = IntVector.zero(REGISTER);
    for (int i = 0; i < count; i++) {
      int v = others[i];
      int end = starts[v + 1];
      for (int b = starts[v]; b < end; b += LANES) {
        IntVector beyond = IntVector.fromArray(REGISTER, BEYOND, Math.max(0, LANES - (end - b)));
        IntVector theirs = IntVector.fromArray(REGISTER, rows, b).or(beyond);
        IntVector before = IntVector.fromArray(REGISTER, common, b);
        IntVector after = before;
        for (int a = from; a < to; a++) {
          after = after.add(1, theirs.compare(VectorOperators.EQ, rows[a]));
        }
        after.intoArray(common, b);
        found = found.add(after.sub(before));
      }
    }
    return found.reduceLanes(VectorOperators.ADD);
  }

  /**
   * Hands on what was counted: every entry's count once to the node that it is and once to the node
   * whose row it is in. One pass without a row's end in it: a row's sum is a difference of two.
   *
   * @param times each count is added
   * @param sums by node
   */
  void handOn(int firstRow, int times, int[] sums) {
    int[] rows = this.rows;
    int[] common = this.common;
    int end = starts[starts.length - 1];
    int sum = 0;
    for (int b = starts[firstRow]; b < end; b++) {
      int here = times * common[b];
      sums[rows[b]] += here;
      common[b] = sum;
      sum += here;
    }
    common[end] = sum;
    for (int v = firstRow; v + 1 < starts.length; v++) {
      sums[v] += common[starts[v + 1]] - common[starts[v]];
    }
  }
}

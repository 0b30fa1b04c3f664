package dev.sextant.linkage.block;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;

/**
 * The blocks of one rule: rows that share a key. Blocks of two rows and more are numbered in the
 * unsigned order of their keys; which of them a row is in is held by number, four bytes where a key
 * takes eight. Keys that one row alone has are held apart: only a record that comes later can meet
 * them.
 */
final class Blocks {
  /** Of a rule that makes no blocks. */
  static final Blocks NONE = of(new Entries(0), 0);

  /** The key of each block, unsigned ascending. */
  private final long[] keys;

  /** Where each block's rows begin, and behind the last where they end. */
  private final int[] starts;

  private final int[] rows;

  /** Where each row's blocks begin; empty where no row is in two blocks. */
  private final int[] offsets;

  /** Blocks by row; the one block of each row, or -1, where there are no offsets. */
  private final int[] blockOf;

  private final long[] aloneKeys;
  private final int[] aloneRows;
  private final int keyed;

  private Blocks(
      long[] keys,
      int[] starts,
      int[] rows,
      int[][] byRow,
      long[] aloneKeys,
      int[] aloneRows,
      int keyed) {
    this.keys = keys;
    this.starts = starts;
    this.rows = rows;
    this.offsets = byRow[0];
    this.blockOf = byRow[1];
    this.aloneKeys = aloneKeys;
    this.aloneRows = aloneRows;
    this.keyed = keyed;
  }

  /**
   * The blocks of sorted entries.
   *
   * @param all rows of the table
   */
  static Blocks of(Entries entries, int all) {
    int count = 0;
    int blocked = 0;
    int alone = 0;
    for (int from = 0; from < entries.size(); ) {
      int to = entries.end(from);
      if (to - from > 1) {
        count++;
        blocked += to - from;
      } else {
        alone++;
      }
      from = to;
    }
    long[] keys = new long[count];
    int[] starts = new int[count + 1];
    int[] rows = new int[blocked];
    long[] aloneKeys = new long[alone];
    int[] aloneRows = new int[alone];
    BitSet keyed = new BitSet(all);
    int block = 0;
    int row = 0;
    int one = 0;
    for (int from = 0; from < entries.size(); ) {
      int to = entries.end(from);
      if (to - from > 1) {
        keys[block] = entries.key(from);
        System.arraycopy(entries.rows(), from, rows, row, to - from);
        row += to - from;
        starts[++block] = row;
      } else {
        aloneKeys[one] = entries.key(from);
        aloneRows[one++] = entries.row(from);
      }
      for (int i = from; i < to; i++) {
        keyed.set(entries.row(i));
      }
      from = to;
    }
    return new Blocks(
        keys, starts, rows, byRow(starts, rows, all), aloneKeys, aloneRows, keyed.cardinality());
  }

  private static int[][] byRow(int[] starts, int[] rows, int all) {
    int[] blockOf = new int[all];
    Arrays.fill(blockOf, -1);
    boolean several = false;
    for (int block = 0; block + 1 < starts.length; block++) {
      for (int i = starts[block]; i < starts[block + 1]; i++) {
        several |= blockOf[rows[i]] >= 0;
        blockOf[rows[i]] = block;
      }
    }
    if (!several) {
      return new int[][] {new int[0], blockOf};
    }
    int[] offsets = new int[all + 1];
    for (int row : rows) {
      offsets[row + 1]++;
    }
    for (int i = 0; i < all; i++) {
      offsets[i + 1] += offsets[i];
    }
    int[] next = Arrays.copyOf(offsets, all);
    int[] blocks = new int[rows.length];
    for (int block = 0; block + 1 < starts.length; block++) {
      for (int i = starts[block]; i < starts[block + 1]; i++) {
        blocks[next[rows[i]]++] = block;
      }
    }
    return new int[][] {offsets, blocks};
  }

  /** The same without keys: {@link #rows(long, IntConsumer)} finds nothing. */
  Blocks settled() {
    return new Blocks(
        new long[0], starts, rows, new int[][] {offsets, blockOf}, new long[0], new int[0], keyed);
  }

  /** How many blocks of two rows and more there are. */
  int count() {
    return starts.length - 1;
  }

  /** How many rows have a key at all. */
  int keyed() {
    return keyed;
  }

  long key(int block) {
    return keys[block];
  }

  /** Where a block's rows begin. */
  int from(int block) {
    return starts[block];
  }

  /** Behind a block's last row. */
  int to(int block) {
    return starts[block + 1];
  }

  /** The row at a place. */
  int row(int at) {
    return rows[at];
  }

  /** The rows of all blocks, block after block. */
  int[] rows() {
    return rows;
  }

  /** Whether a row is in two blocks and more. */
  boolean several(int row) {
    return offsets.length > 0 && offsets[row + 1] - offsets[row] > 1;
  }

  /** The first block that two rows share, or -1. */
  int firstShared(int a, int b) {
    if (offsets.length == 0) {
      return blockOf[a] == blockOf[b] ? blockOf[a] : -1;
    }
    int i = offsets[a];
    int j = offsets[b];
    int toA = offsets[a + 1];
    int toB = offsets[b + 1];
    while (i < toA && j < toB) {
      int x = blockOf[i];
      int y = blockOf[j];
      if (x == y) {
        return x;
      }
      if (x < y) {
        i++;
      } else {
        j++;
      }
    }
    return -1;
  }

  /** Shows the rows that have a key. */
  void rows(long key, IntConsumer seen) {
    int block = find(keys, key);
    if (block >= 0) {
      for (int i = starts[block]; i < starts[block + 1]; i++) {
        seen.accept(rows[i]);
      }
    }
    int alone = find(aloneKeys, key);
    if (alone >= 0) {
      seen.accept(aloneRows[alone]);
    }
  }

  private static int find(long[] keys, long key) {
    int low = 0;
    int high = keys.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int by = Long.compareUnsigned(keys[middle], key);
      if (by == 0) {
        return middle;
      }
      if (by < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}

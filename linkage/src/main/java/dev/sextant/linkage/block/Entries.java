package dev.sextant.linkage.block;

import java.util.Arrays;

/** Growing list of (key, row), sorted by key and then row on demand. */
final class Entries {
  private long[] keys;
  private int[] rows;
  private int size;

  Entries(int room) {
    keys = new long[Math.max(16, room)];
    rows = new int[Math.max(16, room)];
  }

  void add(long key, int row) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size + (size >> 1));
      rows = Arrays.copyOf(rows, size + (size >> 1));
    }
    keys[size] = key;
    rows[size++] = row;
  }

  int size() {
    return size;
  }

  long key(int at) {
    return keys[at];
  }

  int row(int at) {
    return rows[at];
  }

  int[] rows() {
    return rows;
  }

  /** The end of the run of equal keys that starts here; only after sorting. */
  int end(int from) {
    int to = from + 1;
    while (to < size && keys[to] == keys[from]) {
      to++;
    }
    return to;
  }

  /* Least significant digit first, 16 bits a pass: stable, so rows that were added in order stay so
   * within a key. A comparison sort of two parallel arrays would box or gather. */
  void sort() {
    long[] otherKeys = new long[size];
    int[] otherRows = new int[size];
    int[] start = new int[1 << 16];
    for (int shift = 0; shift < 64; shift += 16) {
      Arrays.fill(start, 0);
      for (int i = 0; i < size; i++) {
        start[(int) (keys[i] >>> shift) & 0xFFFF]++;
      }
      int sum = 0;
      for (int i = 0; i < start.length; i++) {
        int count = start[i];
        start[i] = sum;
        sum += count;
      }
      for (int i = 0; i < size; i++) {
        int to = start[(int) (keys[i] >>> shift) & 0xFFFF]++;
        otherKeys[to] = keys[i];
        otherRows[to] = rows[i];
      }
      long[] spareKeys = keys;
      int[] spareRows = rows;
      keys = otherKeys;
      rows = otherRows;
      otherKeys = spareKeys.length == size ? spareKeys : new long[size];
      otherRows = spareRows.length == size ? spareRows : new int[size];
    }
  }
}

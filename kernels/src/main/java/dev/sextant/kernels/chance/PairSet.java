package dev.sextant.kernels.chance;

import java.util.Arrays;

/* Pairs of nodes in an open table of longs, half empty at least; taking out moves later entries of
 * the same run back, so there are no graves. */
final class PairSet {
  private static final long EMPTY = -1;

  private final long[] table;
  private final int mask;

  PairSet(int most) {
    int size = Math.max(16, Integer.highestOneBit(Math.max(1, most)) << 2);
    table = new long[size];
    mask = size - 1;
    Arrays.fill(table, EMPTY);
  }

  private int place(long key) {
    long h = key * 0x9e3779b97f4a7c15L;
    return (int) (h >>> 32) & mask;
  }

  private static long key(int u, int v) {
    return (long) u << 32 | v;
  }

  boolean has(int u, int v) {
    long key = key(u, v);
    for (int i = place(key); table[i] != EMPTY; i = (i + 1) & mask) {
      if (table[i] == key) {
        return true;
      }
    }
    return false;
  }

  /** False if it was there. */
  boolean add(int u, int v) {
    long key = key(u, v);
    int i = place(key);
    for (; table[i] != EMPTY; i = (i + 1) & mask) {
      if (table[i] == key) {
        return false;
      }
    }
    table[i] = key;
    return true;
  }

  /** Takes out a pair that is there. */
  void remove(int u, int v) {
    long key = key(u, v);
    int hole = place(key);
    while (table[hole] != key) {
      hole = (hole + 1) & mask;
    }
    for (int i = (hole + 1) & mask; table[i] != EMPTY; i = (i + 1) & mask) {
      int home = place(table[i]);
      // An entry may move back unless its home lies after the hole on the way to it.
      if (((i - home) & mask) >= ((i - hole) & mask)) {
        table[hole] = table[i];
        hole = i;
      }
    }
    table[hole] = EMPTY;
  }
}

package dev.sextant.kernels.doubt;

import java.util.Arrays;

/** A set of pairs of nodes by open addressing; cleared and used again for every replica. */
final class PairSet {
  private long[] keys = new long[64];
  private long[] list = new long[32];
  private int size;

  PairSet() {
    Arrays.fill(keys, -1);
  }

  void clear() {
    if (size > 0) {
      Arrays.fill(keys, -1);
    }
    size = 0;
  }

  int size() {
    return size;
  }

  int from(int i) {
    return (int) (list[i] >>> 32);
  }

  int to(int i) {
    return (int) list[i];
  }

  boolean has(int from, int to) {
    long key = ((long) from << 32) | to;
    return keys[slot(key)] == key;
  }

  /** False if the pair was there. */
  boolean add(int from, int to) {
    long key = ((long) from << 32) | to;
    int at = slot(key);
    if (keys[at] == key) {
      return false;
    }
    keys[at] = key;
    if (size == list.length) {
      list = Arrays.copyOf(list, 2 * size);
    }
    list[size++] = key;
    if (2 * size > keys.length) {
      keys = new long[2 * keys.length];
      Arrays.fill(keys, -1);
      for (int i = 0; i < size; i++) {
        keys[slot(list[i])] = list[i];
      }
    }
    return true;
  }

  private int slot(long key) {
    long mixed = (key ^ (key >>> 29)) * 0x9e3779b97f4a7c15L;
    int mask = keys.length - 1;
    int at = (int) (mixed >>> 32) & mask;
    while (keys[at] != -1 && keys[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }
}

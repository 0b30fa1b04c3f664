package dev.sextant.linkage.group;

import java.util.Arrays;

/**
 * What is known of two groups that stayed apart, by their numbers. Open addressing, 24 bytes each
 * where a map of boxed keys takes 90.
 */
final class Between {
  private static final int EACH = 3;

  private final long[] keys;
  private final int[] told;

  /**
   * Room for some.
   *
   * @param most how many there will be at most
   */
  Between(int most) {
    int slots = Integer.highestOneBit(Math.max(8, most + (most >> 1))) << 1;
    keys = new long[slots];
    told = new int[slots * EACH];
    Arrays.fill(keys, -1);
  }

  /** Keeps the average between two groups, how many pairs it is of, and their variance. */
  void put(int one, int other, int height, int pairs, int own) {
    long key = both(one, other);
    int at = slot(key);
    keys[at] = key;
    told[EACH * at] = height;
    told[EACH * at + 1] = pairs;
    told[EACH * at + 2] = own;
  }

  /** Where two groups' entry is, or -1. */
  int find(int one, int other) {
    long key = both(one, other);
    int at = slot(key);
    return keys[at] == key ? at : -1;
  }

  int height(int at) {
    return told[EACH * at];
  }

  int pairs(int at) {
    return told[EACH * at + 1];
  }

  int own(int at) {
    return told[EACH * at + 2];
  }

  private int slot(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    int at = (int) (mixed ^ (mixed >>> 32)) & (keys.length - 1);
    while (keys[at] >= 0 && keys[at] != key) {
      at = (at + 1) & (keys.length - 1);
    }
    return at;
  }

  private static long both(int one, int other) {
    return (long) Math.min(one, other) << 32 | Math.max(one, other);
  }
}

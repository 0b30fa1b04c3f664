package dev.sextant.linkage.together;

import java.util.Arrays;

/**
 * What is counted for each pair of accounts. Open addressing on one long a pair; columns are
 * parallel arrays by the pair's number, in order of first sight.
 */
final class PairTable {
  private static final long FREE = -1;

  private long[] slots = new long[1 << 12];
  private int[] numbers = new int[1 << 12];
  private long[] keys = new long[1 << 10];
  int[] acts = new int[1 << 10];
  int[] objects = new int[1 << 10];
  int[] lastGroup = new int[1 << 10];
  int[] lowFirst = new int[1 << 10];
  int[] highFirst = new int[1 << 10];
  int[] crowded = new int[1 << 10];
  int[] early = new int[1 << 10];
  long[] lagMillis = new long[1 << 10];
  private int size;

  PairTable() {
    Arrays.fill(slots, FREE);
  }

  int size() {
    return size;
  }

  int low(int pair) {
    return (int) (keys[pair] >>> 32);
  }

  int high(int pair) {
    return (int) keys[pair];
  }

  /** The number of a pair, new if not seen before. */
  int number(int a, int b) {
    long key = a < b ? (long) a << 32 | b : (long) b << 32 | a;
    int at = slot(slots, key);
    if (slots[at] == key) {
      return numbers[at];
    }
    if (size == keys.length) {
      widen();
    }
    slots[at] = key;
    numbers[at] = size;
    keys[size] = key;
    lastGroup[size] = -1;
    size++;
    if (size * 2 > slots.length) {
      rehash();
    }
    return size - 1;
  }

  private static int slot(long[] slots, long key) {
    int at = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & slots.length - 1;
    while (slots[at] != FREE && slots[at] != key) {
      at = at + 1 & slots.length - 1;
    }
    return at;
  }

  private void rehash() {
    long[] wider = new long[slots.length * 2];
    Arrays.fill(wider, FREE);
    numbers = new int[wider.length];
    for (int i = 0; i < size; i++) {
      int at = slot(wider, keys[i]);
      wider[at] = keys[i];
      numbers[at] = i;
    }
    slots = wider;
  }

  private void widen() {
    int room = size * 2;
    keys = Arrays.copyOf(keys, room);
    acts = Arrays.copyOf(acts, room);
    objects = Arrays.copyOf(objects, room);
    lastGroup = Arrays.copyOf(lastGroup, room);
    lowFirst = Arrays.copyOf(lowFirst, room);
    highFirst = Arrays.copyOf(highFirst, room);
    crowded = Arrays.copyOf(crowded, room);
    early = Arrays.copyOf(early, room);
    lagMillis = Arrays.copyOf(lagMillis, room);
  }
}

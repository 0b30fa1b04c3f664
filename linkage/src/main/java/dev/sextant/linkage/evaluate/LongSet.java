package dev.sextant.linkage.evaluate;

import java.util.Arrays;

/** A set of longs other than -1, which no pair's key is. */
/* Open addressing with linear probing: a boxed set of ten million pairs would take half a
 * gigabyte. */
final class LongSet {
  private static final long FREE = -1;

  private long[] slots = filled(1 << 10);
  private int size;

  private static long[] filled(int length) {
    long[] slots = new long[length];
    Arrays.fill(slots, FREE);
    return slots;
  }

  private static int slot(long[] slots, long key) {
    long mixed = key * 0x9E3779B97F4A7C15L; // Fibonacci hashing: neighbours are spread.
    int at = (int) (mixed >>> 32) & slots.length - 1;
    while (slots[at] != FREE && slots[at] != key) {
      at = at + 1 & slots.length - 1;
    }
    return at;
  }

  boolean add(long key) {
    int at = slot(slots, key);
    if (slots[at] == key) {
      return false;
    }
    slots[at] = key;
    if (++size * 2 > slots.length) {
      long[] wider = filled(slots.length * 2);
      for (long each : slots) {
        if (each != FREE) {
          wider[slot(wider, each)] = each;
        }
      }
      slots = wider;
    }
    return true;
  }

  boolean contains(long key) {
    return slots[slot(slots, key)] == key;
  }

  int size() {
    return size;
  }

  /** All members, in no order that means anything. */
  long[] members() {
    return Arrays.stream(slots).filter(each -> each != FREE).toArray();
  }
}

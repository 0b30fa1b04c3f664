package dev.sextant.linkage.handle;

/** Counts by packed key: open addressing, power of two, never above two thirds full. */
final class GramCounts {
  /* Keys are never 0: every gram carries its length in the top bits. */
  private long[] keys = new long[1 << 12];
  private int[] counts = new int[1 << 12];
  private int size;

  int get(long key) {
    int slot = slot(key);
    return keys[slot] == key ? counts[slot] : 0;
  }

  void add(long key, int times) {
    int slot = slot(key);
    if (keys[slot] != key) {
      if (size * 3L > keys.length * 2L) {
        grow();
        slot = slot(key);
      }
      keys[slot] = key;
      size++;
    }
    counts[slot] = (int) Math.min(Integer.MAX_VALUE, (long) counts[slot] + times);
  }

  /** Shows every key and its count, in no order that means anything. */
  void each(Seen seen) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        seen.count(keys[i], counts[i]);
      }
    }
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldCounts = counts;
    keys = new long[oldKeys.length * 2];
    counts = new int[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        counts[slot] = oldCounts[i];
      }
    }
  }

  /** Takes one key and its count. */
  interface Seen {
    void count(long key, int times);
  }
}

package dev.sextant.kernels.load;

import dev.sextant.kernels.BadGraph;
import java.util.Arrays;

/* Numbers ids in order of appearance: open addressing on two arrays, at most half full, so that a
 * search ends after about one step. */
final class IdTable {
  /** Most ids: keys and numbers must fit into one array each, twice over. */
  private static final int MOST = 1 << 29;

  private long[] keys = new long[1 << 10];
  private int[] numbers = new int[1 << 10]; // plus 1; 0 where there is no key
  private int size;

  /** The id's number; the next one if it is new. */
  int number(long id) {
    int mask = keys.length - 1;
    int slot = spread(id) & mask;
    while (numbers[slot] != 0) {
      if (keys[slot] == id) {
        return numbers[slot] - 1;
      }
      slot = slot + 1 & mask;
    }
    if (2 * size >= keys.length) {
      grow();
      return number(id);
    }
    keys[slot] = id;
    numbers[slot] = ++size;
    return size - 1;
  }

  int size() {
    return size;
  }

  /** All ids, rising. */
  long[] sorted() {
    long[] ids = inOrder();
    Arrays.sort(ids);
    return ids;
  }

  /** All ids by their numbers. */
  long[] inOrder() {
    long[] ids = new long[size];
    for (int slot = 0; slot < keys.length; slot++) {
      if (numbers[slot] != 0) {
        ids[numbers[slot] - 1] = keys[slot];
      }
    }
    return ids;
  }

  private void grow() {
    if (size >= MOST) {
      throw new BadGraph("more than " + MOST + " different ids above 2^31: number them densely");
    }
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[2 * oldKeys.length];
    numbers = new int[2 * oldKeys.length];
    int mask = keys.length - 1;
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldNumbers[old] != 0) {
        int slot = spread(oldKeys[old]) & mask;
        while (numbers[slot] != 0) {
          slot = slot + 1 & mask;
        }
        keys[slot] = oldKeys[old];
        numbers[slot] = oldNumbers[old];
      }
    }
  }

  private static int spread(long id) {
    long mixed = id * 0x9e3779b97f4a7c15L;
    return (int) (mixed >>> 32);
  }
}

package dev.sextant.linkage.link;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Pairs of rows with the levels of their fields, as one piece of work yields them: three arrays of
 * one length, which is what travels between machines.
 *
 * @param a the smaller row of each pair
 * @param b the other
 * @param patterns levels of all fields, packed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; copying would double what travels
public record ComparedPairs(int[] a, int[] b, long[] patterns) implements Serializable {
  /** How many pairs. */
  public int size() {
    return a.length;
  }

  /** The smaller row of a pair. */
  int a(int at) {
    return a[at];
  }

  /** The other row of a pair. */
  int b(int at) {
    return b[at];
  }

  /** The levels of a pair. */
  long pattern(int at) {
    return patterns[at];
  }

  /** Takes pairs one by one. */
  static final class Builder {
    private static final int BEGIN = 256;

    private int[] a = new int[BEGIN];
    private int[] b = new int[BEGIN];
    private long[] patterns = new long[BEGIN];
    private int size;

    void add(int one, int other, long pattern) {
      if (size == a.length) {
        int room = size + (size >> 1);
        a = Arrays.copyOf(a, room);
        b = Arrays.copyOf(b, room);
        patterns = Arrays.copyOf(patterns, room);
      }
      a[size] = one;
      b[size] = other;
      patterns[size++] = pattern;
    }

    ComparedPairs end() {
      return new ComparedPairs(
          Arrays.copyOf(a, size), Arrays.copyOf(b, size), Arrays.copyOf(patterns, size));
    }
  }
}

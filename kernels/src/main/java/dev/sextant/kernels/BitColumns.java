package dev.sextant.kernels;

/* Counts, for each of 64 bit positions, in how many of the words given it was set. Words are added to
 * counters that lie across longs, plane i holding the bits of value 2^i (a ripple of half adders: two
 * operations a plane, and a carry out of the lowest plane comes every second time only); the counters
 * are read out when the planes are full. */
final class BitColumns {
  private static final int PLANES = 16;

  private final long[] planes = new long[PLANES];
  private final long[] counts = new long[Long.SIZE];
  private int added;

  void add(long word) {
    long carry = word;
    for (int i = 0; carry != 0; i++) {
      long sum = planes[i];
      planes[i] = sum ^ carry;
      carry &= sum;
    }
    // After so many words no counter can overflow.
    if (++added == (1 << PLANES) - 1) {
      spill();
    }
  }

  /** All counts, which begin anew. */
  long[] drain() {
    spill();
    long[] out = counts.clone();
    java.util.Arrays.fill(counts, 0);
    return out;
  }

  private void spill() {
    for (int i = 0; i < PLANES; i++) {
      long plane = planes[i];
      planes[i] = 0;
      while (plane != 0) {
        counts[Long.numberOfTrailingZeros(plane)] += 1L << i;
        plane &= plane - 1;
      }
    }
    added = 0;
  }
}

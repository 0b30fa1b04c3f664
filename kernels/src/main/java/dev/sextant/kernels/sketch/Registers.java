package dev.sextant.kernels.sketch;

import dev.sextant.kernels.BadGraph;

/**
 * HyperLogLog counters, many in one byte array: how many different things a set holds, from 2^bits
 * bytes. Paper: P. Flajolet, E. Fusy, O. Gandouet, F. Meunier 2007, doi:10.46298/dmtcs.3545. The
 * standard error of a size is 1.04 / sqrt(2^bits). Union is the larger of each register, so that it
 * does not matter in which order, or on which machine, sets are put together.
 */
public final class Registers {
  private final int bits;
  private final long seed;
  private final double scale;

  /**
   * Counters of one kind.
   *
   * @param bits logarithm of the registers of a counter, 4 to 16
   * @param seed of the hash
   */
  public Registers(int bits, long seed) {
    if (bits < 4 || bits > 16) {
      throw new BadGraph("2^" + bits + " registers: need 2^4 to 2^16");
    }
    this.bits = bits;
    this.seed = seed;
    double m = 1 << bits;
    double alpha =
        switch (bits) {
          case 4 -> 0.673;
          case 5 -> 0.697;
          case 6 -> 0.709;
          default -> 0.7213 / (1 + 1.079 / m);
        };
    this.scale = alpha * m * m;
  }

  /** Bytes of a counter. */
  public int width() {
    return 1 << bits;
  }

  /** Puts a thing into a counter that begins at a place of the array. */
  public void add(byte[] counters, int at, long thing) {
    long hash = mixed(thing ^ mixed(seed));
    int register = (int) (hash >>> (64 - bits));
    int rank = Long.numberOfLeadingZeros((hash << bits) | (1L << (bits - 1))) + 1;
    if (rank > counters[at + register]) {
      counters[at + register] = (byte) rank;
    }
  }

  /** Murmur's finaliser, as SplitMix64 uses it (doi:10.1145/2660193.2660195). */
  private static long mixed(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** Puts one counter's set into another's; true if that one grew. */
  public boolean union(byte[] into, int at, byte[] from, int start) {
    boolean grew = false;
    for (int i = 0; i < 1 << bits; i++) {
      byte other = from[start + i];
      if (other > into[at + i]) {
        into[at + i] = other;
        grew = true;
      }
    }
    return grew;
  }

  /** How many things a counter has seen; below 2.5 times the registers by counting empty ones. */
  public double size(byte[] counters, int at) {
    double sum = 0;
    int empty = 0;
    for (int i = 0; i < 1 << bits; i++) {
      byte rank = counters[at + i];
      sum += Math.scalb(1.0, -rank);
      if (rank == 0) {
        empty++;
      }
    }
    double raw = scale / sum;
    double m = 1 << bits;
    return raw <= 2.5 * m && empty > 0 ? m * Math.log(m / empty) : raw;
  }
}

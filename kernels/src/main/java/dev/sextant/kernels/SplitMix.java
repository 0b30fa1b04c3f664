package dev.sextant.kernels;

/**
 * SplitMix64 (G. L. Steele, D. Lea, C. H. Flood 2014, doi:10.1145/2660193.2660195), written out
 * because the JDK does not promise that its own generators give the same numbers in every version,
 * and a measure must. Not for secrets. Not for several threads: give each its own, seeded by what
 * it works on, so that the number of threads changes nothing.
 */
public final class SplitMix {
  private long state;

  /** Starts at a seed; equal seeds give equal numbers for ever. */
  public SplitMix(long seed) {
    this.state = seed;
  }

  /** The next 64 bits. */
  public long next() {
    state += 0x9e3779b97f4a7c15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** From 0 to below 1, in steps of 2^-53. */
  public double unit() {
    return (next() >>> 11) * 0x1p-53;
  }

  /** From 0 to below the bound; the bias, below bound / 2^64, is of no account here. */
  public int below(int bound) {
    return (int) Math.unsignedMultiplyHigh(next(), bound);
  }

  /**
   * Fisher and Yates' shuffle of the beginning of an array.
   *
   * @param size how many values, from the first
   */
  public void shuffle(int[] values, int size) {
    for (int i = size - 1; i > 0; i--) {
      int j = below(i + 1);
      int swap = values[i];
      values[i] = values[j];
      values[j] = swap;
    }
  }
}

package dev.sextant.kernels;

/* Counts the bits that two rows of words have in common. */
@FunctionalInterface
interface SharedBits {
  /** Rows are whole lines of so many words. */
  int LINE = 8;

  /**
   * Counts.
   *
   * @param words of a row, a multiple of {@link #LINE}
   */
  int count(long[] one, int from, long[] other, int at, int words);

  /**
   * Of up to so many nodes, each pair is looked up sooner than their rows are joined (measured).
   */
  default int fewNodes() {
    return 20;
  }

  static SharedBits fastest() {
    return VectorSupport.lanesOfEight() ? new VectorSharedBits() : SharedBits::wordByWord;
  }

  static int wordByWord(long[] one, int from, long[] other, int at, int words) {
    int bits = 0;
    for (int i = 0; i < words; i++) {
      bits += Long.bitCount(one[from + i] & other[at + i]);
    }
    return bits;
  }
}

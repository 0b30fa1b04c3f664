package dev.sextant.linkage.metric;

import java.util.Arrays;

/**
 * The q-grams of a text as a sorted array of hashes, and likenesses of two such arrays by one
 * merge. A gram of up to 4 UTF-16 units is packed whole into its hash, so that no two grams are
 * confused.
 */
public final class Grams {
  private Grams() {}

  /**
   * The distinct q-grams, sorted.
   *
   * @param text folded text
   * @param q units in a gram, 1 to 4
   * @param edges whether the text is framed by marks, so that its first and last units count as
   *     such
   */
  public static long[] distinct(CharSequence text, int q, boolean edges) {
    int pad = edges ? 1 : 0;
    int framed = text.length() + 2 * pad;
    int count = framed - q + 1;
    if (text.isEmpty() || count <= 0) {
      return new long[0];
    }
    long[] grams = new long[count];
    for (int i = 0; i < count; i++) {
      long gram = 0;
      for (int k = 0; k < q; k++) {
        int at = i + k - pad;
        char c = at < 0 ? '\u0002' : at >= text.length() ? '\u0003' : text.charAt(at);
        gram = gram << 16 | c;
      }
      grams[i] = gram;
    }
    Arrays.sort(grams);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || grams[i] != grams[i - 1]) {
        grams[kept++] = grams[i];
      }
    }
    return Arrays.copyOf(grams, kept);
  }

  /** How many values two sorted arrays of distinct values share. */
  public static int shared(long[] a, long[] b) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        shared++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return shared;
  }

  /** Shared over all (Jaccard 1901), in 1/10000; 0 where both are empty. */
  public static int jaccard(long[] a, long[] b) {
    int shared = shared(a, b);
    int all = a.length + b.length - shared;
    return all == 0 ? 0 : (int) (10_000L * shared / all);
  }

  /** Shared over the geometric mean of the sizes, in 1/10000; 0 where either is empty. */
  public static int cosine(long[] a, long[] b) {
    if (a.length == 0 || b.length == 0) {
      return 0;
    }
    return (int) (10_000L * shared(a, b) / StrictMath.sqrt((double) a.length * b.length));
  }
}

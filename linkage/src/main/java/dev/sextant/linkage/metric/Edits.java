package dev.sextant.linkage.metric;

/**
 * Optimal string alignment distance: the least number of insertions, deletions, substitutions and
 * swaps of neighbours, no stretch edited twice.
 *
 * <p>Hyyrö's bit-parallel form ("A bit-vector algorithm for computing Levenshtein and Damerau edit
 * distances", Nordic Journal of Computing 10, 2003): one machine word holds a column of the table,
 * so texts of up to 64 units cost O(longer length). Longer texts fall to three rows of the plain
 * table.
 *
 * <p>An instance keeps its working space and is for one thread.
 */
public final class Edits {
  /* Which positions of the shorter text hold a unit: direct for ASCII, by scan for the rest, which
   * are few in folded text. Cleared by walking the shorter text again, never as a whole. */
  private final long[] ascii = new long[128];
  private int[] older = new int[0];
  private int[] old = new int[0];
  private int[] now = new int[0];

  /** The distance, from 0 to the longer length. */
  public int distance(CharSequence a, CharSequence b) {
    return distance(a, 0, a.length(), b, 0, b.length());
  }

  /** The distance of two stretches, start included, end not. */
  public int distance(CharSequence a, int aFrom, int aTo, CharSequence b, int bFrom, int bTo) {
    while (aFrom < aTo && bFrom < bTo && a.charAt(aFrom) == b.charAt(bFrom)) {
      aFrom++;
      bFrom++;
    }
    while (aFrom < aTo && bFrom < bTo && a.charAt(aTo - 1) == b.charAt(bTo - 1)) {
      aTo--;
      bTo--;
    }
    int aLength = aTo - aFrom;
    int bLength = bTo - bFrom;
    if (aLength == 0 || bLength == 0) {
      return aLength + bLength;
    }
    if (aLength > bLength) {
      return shorterFirst(b, bFrom, bLength, a, aFrom, aLength);
    }
    return shorterFirst(a, aFrom, aLength, b, bFrom, bLength);
  }

  private int shorterFirst(CharSequence s, int sFrom, int m, CharSequence t, int tFrom, int n) {
    return m <= 64 ? word(s, sFrom, m, t, tFrom, n) : rows(s, sFrom, m, t, tFrom, n);
  }

  private int word(CharSequence s, int sFrom, int m, CharSequence t, int tFrom, int n) {
    for (int i = 0; i < m; i++) {
      char c = s.charAt(sFrom + i);
      if (c < 128) {
        ascii[c] |= 1L << i;
      }
    }
    long plus = -1;
    long minus = 0;
    long before = 0;
    long diagonal = 0;
    long last = 1L << (m - 1);
    int distance = m;
    for (int j = 0; j < n; j++) {
      char c = t.charAt(tFrom + j);
      long here = c < 128 ? ascii[c] : positions(s, sFrom, m, c);
      long swapped = ((~diagonal & here) << 1) & before;
      diagonal = (((here & plus) + plus) ^ plus) | here | minus | swapped;
      long rise = minus | ~(diagonal | plus);
      long fall = diagonal & plus;
      if ((rise & last) != 0) {
        distance++;
      }
      if ((fall & last) != 0) {
        distance--;
      }
      rise = (rise << 1) | 1;
      fall <<= 1;
      plus = fall | ~(diagonal | rise);
      minus = diagonal & rise;
      before = here;
    }
    for (int i = 0; i < m; i++) {
      char c = s.charAt(sFrom + i);
      if (c < 128) {
        ascii[c] = 0;
      }
    }
    return distance;
  }

  private static long positions(CharSequence s, int from, int m, char c) {
    long bits = 0;
    for (int i = 0; i < m; i++) {
      if (s.charAt(from + i) == c) {
        bits |= 1L << i;
      }
    }
    return bits;
  }

  private int rows(CharSequence s, int sFrom, int m, CharSequence t, int tFrom, int n) {
    if (old.length <= m) {
      older = new int[m + 1];
      old = new int[m + 1];
      now = new int[m + 1];
    }
    for (int i = 0; i <= m; i++) {
      old[i] = i;
    }
    for (int j = 1; j <= n; j++) {
      now[0] = j;
      char c = t.charAt(tFrom + j - 1);
      for (int i = 1; i <= m; i++) {
        char d = s.charAt(sFrom + i - 1);
        int best = Math.min(Math.min(old[i], now[i - 1]) + 1, old[i - 1] + (c == d ? 0 : 1));
        if (i > 1 && j > 1 && c == s.charAt(sFrom + i - 2) && d == t.charAt(tFrom + j - 2)) {
          best = Math.min(best, older[i - 2] + 1);
        }
        now[i] = best;
      }
      int[] spare = older;
      older = old;
      old = now;
      now = spare;
    }
    return old[m];
  }
}

package dev.sextant.linkage.metric;

import java.util.Arrays;

/**
 * The longest run of units that two texts share: O(length x length) time, one row of space.
 *
 * <p>An instance keeps its working space and is for one thread.
 */
public final class SharedRun {
  private int[] row = new int[64];
  private int aEnd;
  private int bEnd;

  /** The longest run's length; the first one in {@code a} where several are. */
  public int longest(CharSequence a, CharSequence b) {
    int n = b.length();
    if (row.length <= n) {
      row = new int[n + 1];
    }
    Arrays.fill(row, 0, n + 1, 0);
    int best = 0;
    aEnd = 0;
    bEnd = 0;
    for (int i = 0; i < a.length(); i++) {
      char c = a.charAt(i);
      /* From the right, so that row[j] still holds the row above. */
      for (int j = n; j >= 1; j--) {
        row[j] = c == b.charAt(j - 1) ? row[j - 1] + 1 : 0;
        if (row[j] > best) {
          best = row[j];
          aEnd = i + 1;
          bEnd = j;
        }
      }
    }
    return best;
  }

  /** Where the run of the last call ends in {@code a}, exclusive. */
  public int aEnd() {
    return aEnd;
  }

  /** Where the run of the last call ends in {@code b}, exclusive. */
  public int bEnd() {
    return bEnd;
  }
}

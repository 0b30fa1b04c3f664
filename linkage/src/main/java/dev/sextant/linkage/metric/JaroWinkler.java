package dev.sextant.linkage.metric;

import java.util.Arrays;

/**
 * Jaro-Winkler likeness (Winkler 1990, "String comparator metrics and enhanced decision rules in
 * the Fellegi-Sunter model of record linkage"), in 1/10000, rounded down. The prefix bonus (4
 * units, 0.1 each) is given above a Jaro likeness of 0.7, as Winkler's own code does.
 *
 * <p>An instance keeps its working space and is for one thread.
 */
public final class JaroWinkler {
  private boolean[] aUsed = new boolean[64];
  private boolean[] bUsed = new boolean[64];

  /** From 0 (nothing shared) to 10000 (the same); 0 where one text is empty and the other not. */
  public int likeness(CharSequence a, CharSequence b) {
    long jaro = jaro(a, b);
    int most = Math.min(4, Math.min(a.length(), b.length()));
    int prefix = 0;
    while (prefix < most && a.charAt(prefix) == b.charAt(prefix)) {
      prefix++;
    }
    long likeness = jaro > 7_000_000 ? jaro + prefix * (10_000_000 - jaro) / 10 : jaro;
    return (int) (likeness / 1000);
  }

  /* In 1/10,000,000, so that the bonus loses nothing to rounding at 1/10000. */
  private long jaro(CharSequence a, CharSequence b) {
    int m = a.length();
    int n = b.length();
    if (m == 0 || n == 0) {
      return m == n ? 10_000_000 : 0;
    }
    grow(Math.max(m, n));
    int reach = Math.max(0, Math.max(m, n) / 2 - 1);
    int shared = 0;
    for (int i = 0; i < m; i++) {
      int to = Math.min(n - 1, i + reach);
      for (int j = Math.max(0, i - reach); j <= to; j++) {
        if (!bUsed[j] && a.charAt(i) == b.charAt(j)) {
          aUsed[i] = true;
          bUsed[j] = true;
          shared++;
          break;
        }
      }
    }
    int halves = 0;
    int j = 0;
    for (int i = 0; i < m; i++) {
      if (aUsed[i]) {
        while (!bUsed[j]) {
          j++;
        }
        if (a.charAt(i) != b.charAt(j++)) {
          halves++;
        }
        aUsed[i] = false;
      }
    }
    Arrays.fill(bUsed, 0, n, false);
    if (shared == 0) {
      return 0;
    }
    long scale = 10_000_000;
    return (scale * shared / m
            + scale * shared / n
            + scale * (2L * shared - halves) / (2L * shared))
        / 3;
  }

  private void grow(int length) {
    if (aUsed.length < length) {
      aUsed = new boolean[length];
      bUsed = new boolean[length];
    }
  }
}

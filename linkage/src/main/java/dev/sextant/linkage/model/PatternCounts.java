package dev.sextant.linkage.model;

import java.util.Arrays;

/** How often each pattern occurs. Open addressing; grows. */
public final class PatternCounts {
  private long[] patterns = new long[1 << 10];
  private long[] counts = new long[1 << 10];
  private int size;

  /** Counts a pattern. */
  public void add(long pattern, long times) {
    int slot = slot(pattern);
    if (counts[slot] == 0) {
      patterns[slot] = pattern;
      counts[slot] = times;
      if (++size * 2 > counts.length) {
        grow();
      }
    } else {
      counts[slot] += times;
    }
  }

  /** Adds another's counts. */
  public void add(PatternCounts other) {
    for (int i = 0; i < other.counts.length; i++) {
      if (other.counts[i] > 0) {
        add(other.patterns[i], other.counts[i]);
      }
    }
  }

  private int slot(long pattern) {
    long mixed = pattern * 0x9E3779B97F4A7C15L;
    int at = (int) (mixed ^ (mixed >>> 32)) & (counts.length - 1);
    while (counts[at] > 0 && patterns[at] != pattern) {
      at = (at + 1) & (counts.length - 1);
    }
    return at;
  }

  private void grow() {
    long[] oldPatterns = patterns;
    long[] oldCounts = counts;
    patterns = new long[oldCounts.length * 2];
    counts = new long[oldCounts.length * 2];
    for (int i = 0; i < oldCounts.length; i++) {
      if (oldCounts[i] > 0) {
        int slot = slot(oldPatterns[i]);
        patterns[slot] = oldPatterns[i];
        counts[slot] = oldCounts[i];
      }
    }
  }

  /** The distinct patterns in numeric order. */
  public long[] patterns() {
    long[] found = new long[size];
    int at = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        found[at++] = patterns[i];
      }
    }
    Arrays.sort(found);
    return found;
  }

  /** How often a pattern occurs. */
  public long count(long pattern) {
    return counts[slot(pattern)];
  }
}

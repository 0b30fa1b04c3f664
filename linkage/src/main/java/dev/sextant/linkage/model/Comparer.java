package dev.sextant.linkage.model;

import java.util.List;

/**
 * Compares records, field by field. Pairs of values that were compared lately are looked up: values
 * repeat, above all in blocks. For one thread.
 */
public final class Comparer {
  /* Direct-mapped: a new pair of values replaces the old one of its slot. 2^15 slots of 9 bytes a
   * field stay near the processor; a map would cost more than most comparisons. */
  private static final int SLOTS = 1 << 15;

  private final List<Compared> fields;
  private final long[][] seen;
  private final byte[][] levels;

  /** A comparer of its own memory. */
  public Comparer(List<Compared> fields) {
    this.fields = fields;
    this.seen = new long[fields.size()][SLOTS];
    this.levels = new byte[fields.size()][SLOTS];
  }

  /** The levels of two rows. */
  public long pattern(int a, int b) {
    long pattern = 0;
    for (int f = 0; f < seen.length; f++) {
      pattern |= (long) level(f, a, b) << (4 * f);
    }
    return pattern;
  }

  private int level(int f, int a, int b) {
    Compared field = fields.get(f);
    int x = field.valueOf()[a];
    int y = field.valueOf()[b];
    if (x < 0 || y < 0) {
      return Pattern.MISSING;
    }
    /* Plus one, so that an empty slot is no pair. */
    long key = ((long) Math.min(x, y) << 32 | Math.max(x, y)) + 1;
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 49);
    if (seen[f][slot] == key) {
      return levels[f][slot];
    }
    int level = field.level(x, y);
    seen[f][slot] = key;
    levels[f][slot] = (byte) level;
    return level;
  }
}

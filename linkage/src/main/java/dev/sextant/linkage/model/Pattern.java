package dev.sextant.linkage.model;

/** The levels of all fields of a pair in one long, 4 bits a field, the first field lowest. */
public final class Pattern {
  /** In place of a level where a record says nothing. */
  public static final int MISSING = 15;

  /** Most fields of a pattern. */
  public static final int MOST = 16;

  private Pattern() {}

  /** The level of a field, or {@link #MISSING}. */
  public static int level(long pattern, int field) {
    return (int) (pattern >>> (4 * field)) & 15;
  }

  /** A pattern with one more level; the field was 0 before. */
  public static long with(long pattern, int field, int level) {
    return pattern | (long) level << (4 * field);
  }
}

package dev.sextant.linkage.evaluate;

/**
 * What a decision got right and wrong.
 *
 * @param right decided same, and are
 * @param wrong decided same, and are not
 * @param missed are the same, and were not decided so: scored lower or never scored
 */
public record Counts(long right, long wrong, long missed) {
  /** Share of what was decided same that is; not a number if nothing was. */
  public double precision() {
    return (double) right / (right + wrong);
  }

  /** Share of what is the same that was decided so; not a number if nothing is. */
  public double recall() {
    return (double) right / (right + missed);
  }

  /** Harmonic mean of both; 0 if nothing is right. */
  public double f1() {
    return right == 0 ? 0 : 2.0 * right / (2.0 * right + wrong + missed);
  }
}

package dev.sextant.custody;

/** Told how far long work has come. Called often; must be quick. */
@FunctionalInterface
public interface Progress {
  /**
   * @param done bytes or items done so far
   * @param total of how many, or -1 if nobody knows
   */
  void at(long done, long total);

  /** Nobody listens. */
  static Progress none() {
    return (done, total) -> {};
  }
}

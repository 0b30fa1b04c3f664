package dev.sextant.terms;

/** Told how far long work has come; called often, so it must be quick. */
@FunctionalInterface
public interface Progress {
  /**
   * Some work is done.
   *
   * @param done units done so far
   * @param total units in all, or -1 if not known beforehand
   * @param unit what is counted, such as {@code bytes} or {@code records}
   */
  void at(long done, long total, String unit);

  /** Nobody listens. */
  static Progress silent() {
    return (done, total, unit) -> {};
  }

  /**
   * Whether whoever began the work wants no more of it. Asked from time to time, from any thread;
   * once true, always true.
   */
  default boolean stopped() {
    return false;
  }
}

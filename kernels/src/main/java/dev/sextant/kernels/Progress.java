package dev.sextant.kernels;

/**
 * Hears how far a computation has come, and may stop it. It is called often (once a pass over some
 * source nodes, an iteration or a level), from the computing thread, and should return quickly.
 */
@FunctionalInterface
public interface Progress {
  /**
   * Hears of finished steps.
   *
   * @param done steps finished
   * @param total steps in all, or -1 if not known beforehand
   * @return false to stop the computation, which then throws {@link Cancelled}
   */
  boolean reached(long done, long total);

  /** Neither listens nor stops. */
  static Progress silent() {
    return (done, total) -> true;
  }

  /** Stops the computation when the computing thread is interrupted; the flag stays set. */
  static Progress untilInterrupted() {
    return (done, total) -> !Thread.currentThread().isInterrupted();
  }

  /**
   * Tells the listener, and stops the computation if it says so.
   *
   * @param done steps finished
   * @param total steps in all, or -1 if not known beforehand
   * @throws Cancelled if {@link #reached} answers false
   */
  default void step(long done, long total) {
    if (!reached(done, total)) {
      throw new Cancelled(done, total);
    }
  }
}

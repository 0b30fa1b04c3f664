package dev.sextant.kernels;

/** Thrown out of a computation that its {@link Progress} has asked to stop. Nothing is returned. */
public final class Cancelled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says how far the computation had come.
   *
   * @param done steps finished
   * @param total steps in all, or -1 if not known beforehand
   */
  public Cancelled(long done, long total) {
    super("stopped after " + done + (total < 0 ? " steps" : " of " + total + " steps"));
  }
}

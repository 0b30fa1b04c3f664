package dev.sextant.kernels;

/**
 * A graph or a parameter that a kernel cannot compute with. The message names the value and the
 * limit that it breaks; it holds numbers only.
 */
public final class BadGraph extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what does not fit.
   *
   * @param message the value and the limit that it breaks
   */
  public BadGraph(String message) {
    super(message);
  }
}

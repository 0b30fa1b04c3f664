package dev.sextant.network;

/**
 * Which sets are looked for.
 *
 * @param aim fragment, fragment-distance, reach or reach-distance
 * @param steps within which {@code reach} counts, from 1; else not looked at
 * @param size entities in a set, 1 to {@value #MOST}
 * @param seed of the search and of the networks that may be the true one
 */
public record SetsAsked(String aim, int steps, int size, long seed) {
  /** Larger sets are no longer read one by one. */
  public static final int MOST = 20;

  /**
   * Checks.
   *
   * @throws BadMeasuring {@code SX-NETWORK-INQUIRY} if a number is out of range
   */
  public SetsAsked {
    if (size < 1 || size > MOST) {
      throw Inquiries.bad(
          "no set of this size is looked for", Integer.toString(size), "ask for 1 to " + MOST);
    }
    if (steps < 1 || steps > MOST) {
      throw Inquiries.bad(
          "reach counts within some steps", Integer.toString(steps), "ask for 1 to " + MOST);
    }
    // The aim goes into the log: nothing else passes for one.
    SetInquiry.goal(aim, steps);
  }
}

package dev.sextant.network;

import java.util.List;

/**
 * Who is to be thought away.
 *
 * @param listed places in the legend, in the order in which they go; empty for none
 * @param by orders to hold against it: degree, betweenness, closeness, collective-influence,
 *     largest-piece, random
 * @param most most entities that an order takes away, at least 1
 * @param seed of random orders and of the networks that may be the true one
 */
public record RemovalAsked(List<Integer> listed, List<String> by, int most, long seed) {
  /** Most entities that one question takes away: a curve beyond says nothing to a person. */
  public static final int MOST = 500;

  /**
   * Copies and checks.
   *
   * @throws BadMeasuring {@code SX-NETWORK-INQUIRY} if nothing is asked, or too much
   */
  public RemovalAsked {
    listed = List.copyOf(listed);
    by = by.stream().distinct().toList();
    if (listed.isEmpty() && by.isEmpty()) {
      throw Inquiries.bad("nobody is to go", "", "name entities, or an order");
    }
    if (most < 1 || most > MOST || listed.size() > MOST) {
      throw Inquiries.bad(
          "too many or too few are to go",
          Integer.toString(Math.max(most, listed.size())),
          "ask for 1 to " + MOST);
    }
    by.stream().filter(one -> !one.equals("random")).forEach(RemovalInquiry::strategy);
  }
}

package dev.sextant.app.live;

import dev.sextant.terms.Fault;

/** One person listens more often than anybody has windows. */
public final class TooManyListeners extends Fault {
  private static final long serialVersionUID = 1L;

  TooManyListeners(int most) {
    super(
        "SX-HTTP-LIVE",
        "you follow what is published in too many windows",
        "listeners",
        "at most " + most,
        "close some windows");
  }
}

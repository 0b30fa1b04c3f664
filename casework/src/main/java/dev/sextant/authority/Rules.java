package dev.sextant.authority;

import java.time.Duration;

/**
 * Numbers that a jurisdiction sets. The defaults are the project's own proposals, not law; a
 * deployment's owner signs for its own.
 *
 * @param longestPermit after which a person must say the purpose anew
 * @param longestOperation of one version of an authority
 * @param overseenWithin after activation without the overseer, when the overseer must have decided
 * @param passwordCost bcrypt's work factor, 4 to 31
 */
public record Rules(
    Duration longestPermit, Duration longestOperation, Duration overseenWithin, int passwordCost) {

  /** The database refuses longer permits. */
  private static final Duration MOST_PERMIT = Duration.ofHours(8);

  /** Checks the bounds. */
  public Rules {
    if (longestPermit.compareTo(MOST_PERMIT) > 0 || !longestPermit.isPositive()) {
      throw new BadScope(
          "SX-AUTH-RULES",
          "not a permit's time",
          "longestPermit",
          longestPermit.toString(),
          "up to PT8H");
    }
  }

  /** A working day; three months; fourteen days; about 250 ms on a server of 2026. */
  public static Rules defaults() {
    return new Rules(MOST_PERMIT, Duration.ofDays(92), Duration.ofDays(14), 12);
  }
}

package dev.sextant.authority;

import java.time.Duration;

/**
 * Numbers by which the register decides: those of the jurisdiction's pack, and one that is the
 * machine's own.
 *
 * @param pack the jurisdiction's numbers
 * @param passwordCost bcrypt's work factor, 4 to 31
 */
public record Rules(JurisdictionPack pack, int passwordCost) {

  /** The database refuses longer permits. */
  private static final Duration MOST_PERMIT = Duration.ofHours(8);

  /** Checks the bounds. */
  public Rules {
    Duration longest = pack.duration("permit.longest");
    if (longest.compareTo(MOST_PERMIT) > 0 || !longest.isPositive()) {
      throw new BadScope(
          "SX-AUTH-RULES",
          "not a permit's time",
          "permit.longest",
          longest.toString(),
          "up to PT8H");
    }
  }

  /** The shipped federal pack; about 250 ms a password on a server of 2026. */
  public static Rules defaults() {
    return new Rules(JurisdictionPack.shipped("us-federal"), 12);
  }

  /** After which a person must say the purpose anew. */
  public Duration longestPermit() {
    return pack.duration("permit.longest");
  }

  /** The longest operation window of one version of an authority. */
  public Duration longestOperation() {
    return pack.duration("authority.longestOperation");
  }

  /** For how long a text that an overseer was given to sign may be handed in. */
  public Duration noteLives() {
    return pack.duration("oversight.noteLives");
  }

  /** The smallest count that a published report tells. */
  public long smallestCell() {
    return pack.number("oversight.smallestCell");
  }

  /** Percent of urgent among all authorities in force above which an overseer is alarmed. */
  public long emergencyRatio() {
    return pack.number("oversight.emergencyRatio");
  }

  /** For how long the log may go without a quorum of cosignatures. */
  public Duration uncosigned() {
    return pack.duration("oversight.uncosigned");
  }

  /** After activation without the overseer, when the overseer must have decided. */
  public Duration overseenWithin() {
    return pack.duration("authority.overseenWithin");
  }
}

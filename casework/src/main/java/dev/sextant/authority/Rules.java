package dev.sextant.authority;

import dev.sextant.authority.policy.PolicyBundle;
import dev.sextant.terms.Digest;
import java.time.Duration;
import java.util.List;

/**
 * Numbers by which the register decides: those of the jurisdiction's pack that is in force, and one
 * that is the machine's own. Whoever holds this sees a change of the pack at once.
 */
public final class Rules {

  /** The database refuses longer permits. */
  private static final Duration MOST_PERMIT = Duration.ofHours(8);

  /** Where the pack names it. */
  private static final String SCALE = "findings.scale";

  /** Those that the room of findings knows; its test holds the two lists together. */
  private static final List<String> SCALES = List.of("NONE", "ICD_203", "PHIA");

  private volatile JurisdictionPack pack;
  private final PolicyBundle policies;
  private final int passwordCost;

  /**
   * Checks the bounds.
   *
   * @param pack the jurisdiction's numbers at the first opening of a house; an opened house has the
   *     pack that is in force there
   * @param policies that a new house begins with; an opened one has those in force there
   * @param passwordCost bcrypt's work factor, 4 to 31
   */
  public Rules(JurisdictionPack pack, PolicyBundle policies, int passwordCost) {
    check(pack);
    this.pack = pack;
    this.policies = policies;
    this.passwordCost = passwordCost;
  }

  /** What a new house begins with. */
  PolicyBundle policies() {
    return policies;
  }

  /** Refuses a pack with which the house cannot work. */
  static void check(JurisdictionPack pack) {
    Duration longest = pack.duration("permit.longest");
    if (longest.compareTo(MOST_PERMIT) > 0 || !longest.isPositive()) {
      throw new BadScope(
          "SX-AUTH-RULES",
          "not a permit's time",
          "permit.longest",
          longest.toString(),
          "up to PT8H");
    }
    Duration delay = pack.duration("policy.delay");
    if (delay.isNegative()) {
      throw new BadScope(
          "SX-AUTH-RULES", "not a delay", "policy.delay", delay.toString(), "PT0S or longer");
    }
    pack.duration("policy.trainedFor");
    pack.words("policy.protectedTerms");
    pack.words("policy.specialCategories");
    if (!SCALES.contains(scale(pack))) {
      throw new BadScope(
          "SX-AUTH-RULES",
          "not a scale of estimative words",
          SCALE,
          scale(pack),
          "one of " + String.join(", ", SCALES));
    }
  }

  /**
   * The scale of estimative words that the agency chose for new findings, by its name; {@code NONE}
   * in a pack from before it could be chosen.
   */
  public static String scale(JurisdictionPack pack) {
    return pack.says(SCALE) ? pack.text(SCALE) : "NONE";
  }

  /** The shipped federal pack; about 250 ms a password on a server of 2026. */
  public static Rules defaults() {
    return of("us-federal");
  }

  /** A shipped pack by its name, with the default work factor. */
  public static Rules of(String pack) {
    return new Rules(JurisdictionPack.shipped(pack), PolicyBundle.shipped(), 12);
  }

  /** The jurisdiction's numbers, as they are in force now. */
  public JurisdictionPack pack() {
    return pack;
  }

  /** Its digest. */
  Digest digest() {
    return pack().digest();
  }

  /** From now on these numbers count. */
  void turn(JurisdictionPack now) {
    check(now);
    pack = now;
  }

  /** Bcrypt's work factor. */
  public int passwordCost() {
    return passwordCost;
  }

  /** After which a person must say the purpose anew. */
  public Duration longestPermit() {
    return pack().duration("permit.longest");
  }

  /** The longest operation window of one version of an authority. */
  public Duration longestOperation() {
    return pack().duration("authority.longestOperation");
  }

  /** For how long a text that an overseer was given to sign may be handed in. */
  public Duration noteLives() {
    return pack().duration("oversight.noteLives");
  }

  /** The smallest count that a published report tells. */
  public long smallestCell() {
    return pack().number("oversight.smallestCell");
  }

  /** Percent of urgent among all authorities in force above which an overseer is alarmed. */
  public long emergencyRatio() {
    return pack().number("oversight.emergencyRatio");
  }

  /** For how long the log may go without a quorum of cosignatures. */
  public Duration uncosigned() {
    return pack().duration("oversight.uncosigned");
  }

  /** After activation without the overseer, when the overseer must have decided. */
  public Duration overseenWithin() {
    return pack().duration("authority.overseenWithin");
  }

  /** How long an enrolment or an instruction counts as training. */
  Duration trainedFor() {
    return pack().duration("policy.trainedFor");
  }

  /** From the notice of an approved change of the law to its coming into force. */
  Duration lawDelay() {
    return pack().duration("policy.delay");
  }
}

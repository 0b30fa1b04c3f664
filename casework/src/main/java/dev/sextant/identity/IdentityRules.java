package dev.sextant.identity;

import dev.sextant.authority.JurisdictionPack;
import dev.sextant.terms.BadValue;
import java.util.Arrays;

/**
 * What a jurisdiction sets for judging who is who.
 *
 * @param second which judgements need a second person
 */
public record IdentityRules(SecondPerson second) {
  /** Which judgements that two accounts are one actor count only once a second person approved. */
  public enum SecondPerson {
    /** None. */
    NEVER,
    /** Accounts on two platforms that share no permanent or verified selector. */
    ACROSS_WITHOUT_STRONG_KEY,
    /** Accounts on two platforms. */
    ACROSS_PLATFORMS,
    /** All. */
    ALWAYS;

    /**
     * Whether a judgement needs a second person. One that keeps two accounts apart never does: it
     * accuses nobody.
     *
     * @param across true if the accounts are on two platforms
     * @param strongKey true if they share a permanent or verified selector
     */
    boolean needed(JudgementVerdict verdict, boolean across, boolean strongKey) {
      if (verdict != JudgementVerdict.SAME) {
        return false;
      }
      return switch (this) {
        case NEVER -> false;
        case ACROSS_WITHOUT_STRONG_KEY -> across && !strongKey;
        case ACROSS_PLATFORMS -> across;
        case ALWAYS -> true;
      };
    }
  }

  /** Whether a judgement on two accounts of a census needs a second person. */
  boolean needsSecond(AccountCensus census, Pair pair, JudgementVerdict verdict) {
    return second.needed(verdict, census.across(pair), new Survey(census).strong(pair));
  }

  /**
   * As a pack sets them under {@code identity}.
   *
   * @throws BadValue {@code SX-IDENTITY-RULE} if a word is none that the program knows
   */
  public static IdentityRules of(JurisdictionPack pack) {
    if (pack.flag("identity.automaticLinking")) {
      // Above a calibrated threshold only, and what the weights come to is not calibrated.
      throw new BadValue(
          "SX-IDENTITY-RULE",
          "jurisdiction pack, identity.automaticLinking",
          "true",
          "say false: "
              + SelectorModel.MODEL.version()
              + " is not calibrated, so that a person"
              + " judges every pair");
    }
    String word = pack.text("identity.secondPerson");
    return new IdentityRules(
        Arrays.stream(SecondPerson.values())
            .filter(rule -> rule.name().equals(word))
            .findFirst()
            .orElseThrow(() ->
                new BadValue(
                    "SX-IDENTITY-RULE",
                    "jurisdiction pack, identity.secondPerson",
                    word,
                    "one of " + Arrays.toString(SecondPerson.values()))));
  }
}

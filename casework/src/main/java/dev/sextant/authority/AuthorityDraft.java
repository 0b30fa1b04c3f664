package dev.sextant.authority;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.SelectorType;
import dev.sextant.terms.Span;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an analyst applies for.
 *
 * @param caseId the case
 * @param basis the legal ground
 * @param principles the argument
 * @param bounds what would be allowed
 * @param duties what it obliges to
 */
public record AuthorityDraft(
    CaseId caseId, Basis basis, Principles principles, Bounds bounds, Duties duties) {

  /**
   * The legal ground.
   *
   * @param jurisdiction whose law
   * @param instrument the kind of order or power
   * @param number its number
   * @param issuer who issues it
   * @param offence the offence investigated
   * @param businessCase which of the five lawful business cases it is
   */
  public record Basis(
      String jurisdiction,
      String instrument,
      String number,
      String issuer,
      String offence,
      BusinessCase businessCase) {}

  /**
   * What would be allowed.
   *
   * @param scope whom, where, when, how deep
   * @param operationWindow when work may be done, from included to excluded
   * @param methods named ways of working
   * @param hopLimit how many ties away from a named account new accounts may be looked at, 0 or 1
   * @param quota how much
   */
  public record Bounds(
      Scope scope, Span operationWindow, Set<String> methods, int hopLimit, Quota quota) {
    /** Copies the set and checks the limit. */
    public Bounds {
      operationWindow = Scope.micros(operationWindow);
      methods = Collections.unmodifiableSet(new TreeSet<>(methods));
      if (hopLimit < 0 || hopLimit > 1) {
        throw new BadScope(
            "SX-AUTH-HOPS",
            "friends of friends cannot be authorised",
            "hopLimit",
            Integer.toString(hopLimit),
            "give 0 or 1; a further account needs a basis of its own");
      }
    }
  }

  /**
   * How much may be taken in.
   *
   * @param items records, 0 for no bound
   * @param subjects persons, 0 for no bound
   * @param views views of evidence, 0 for no bound
   */
  public record Quota(long items, long subjects, long views) {
    /** Checks that none is negative. */
    public Quota {
      if (items < 0 || subjects < 0 || views < 0) {
        throw new BadScope(
            "SX-AUTH-QUOTA",
            "a quota is not negative",
            "quota",
            items + "/" + subjects + "/" + views,
            "give 0 for no bound");
      }
    }

    /** No bound at all; not enough for broad selectors. */
    public static Quota none() {
      return new Quota(0, 0, 0);
    }

    boolean complete() {
      return items > 0 && subjects > 0 && views > 0;
    }
  }

  /** What makes an authority sensitive, so that an overseer decides beforehand. */
  public enum SensitiveFlag {
    /** A child may be concerned. */
    MINOR,
    /** A journalist's sources may be concerned. */
    JOURNALIST,
    /** Legal privilege may be concerned. */
    LAWYER,
    /** A priest's, imam's, rabbi's or other minister's confidence may be concerned. */
    CLERGY,
    /** An elected person may be concerned. */
    ELECTED,
    /** Health data may be concerned. */
    HEALTH,
    /** Faith may be concerned. */
    FAITH
  }

  /**
   * What it obliges to.
   *
   * @param team who may work under it
   * @param reviewEvery how often an officer must review it; it stops when one is missed
   * @param handling how the material is to be handled
   * @param retention how long material is kept after the end
   * @param flags what makes it sensitive
   */
  public record Duties(
      Set<ActorId> team,
      Duration reviewEvery,
      String handling,
      Duration retention,
      Set<SensitiveFlag> flags) {
    /** Copies the sets in a stable order. */
    public Duties {
      TreeSet<ActorId> sorted = new TreeSet<>(Comparator.comparing(ActorId::toString));
      sorted.addAll(team);
      team = Collections.unmodifiableSet(sorted);
      flags = Collections.unmodifiableSet(new TreeSet<>(flags));
    }
  }

  /** True if any selector reaches people who are not named. */
  public boolean broad() {
    return bounds.scope().selectors().stream()
        .map(selector -> selector.type())
        .anyMatch(SelectorType::broad);
  }

  /** True if an overseer must decide before it lives. */
  public boolean needsOversight() {
    return bounds.scope().maxLevel() >= 3 || !duties.flags().isEmpty() || broad();
  }
}

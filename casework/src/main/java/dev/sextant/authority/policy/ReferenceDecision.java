package dev.sextant.authority.policy;

import dev.sextant.authority.policy.Question.Authority;
import dev.sextant.authority.policy.Question.Change;
import dev.sextant.authority.policy.Question.Clock;
import dev.sextant.authority.policy.Question.Deed;
import dev.sextant.authority.policy.Question.Fact;
import dev.sextant.authority.policy.Question.House;
import dev.sextant.authority.policy.Question.Person;
import dev.sextant.authority.policy.Question.Step;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The same law in plain Java, written from the permit formula and the six principles and not from
 * the policies: a second opinion for the tests, and the one that decides where Cedar's native
 * library does not load. It judges by the shipped bundle only.
 *
 * <p>A step is allowed if and only if the authority is in force, now lies in its window, the actor
 * is an enabled, trained analyst of its team and on duty, selectors, platforms and methods are the
 * authority's, the level is within, quota is left, the content lies in the window, and what is
 * protected has a signed nexus; and nothing forbids it whoever asks.
 */
public final class ReferenceDecision implements PolicyDecision {
  private static final String ANALYST = "ANALYST";
  private static final String OFFICER = "AUTHORISING_OFFICER";
  private static final String OVERSEER = "OVERSEER";
  private static final String ADMINISTRATOR = "ADMINISTRATOR";

  private static final Set<String> CASES =
      Set.of(
          "SHORT_TERM_THREAT",
          "HIGH_RISK_IDENTIFICATION",
          "HIGH_RISK_IMMINENCE",
          "ORGANISED_CRIME_NETWORK",
          "CRIME_INVESTIGATION");

  private static final Set<String> COLLECTS = Set.of("SEAL", "READ");
  private static final Set<String> DISCLOSES = Set.of("RELEASE", "EXPORT", "TRANSFER");
  private static final Set<String> OTHER_STEPS =
      Set.of(
          "SEARCH", "VIEW", "SUGGEST", "JUDGE", "FREEZE", "MEASURE", "CLAIM", "REVIEW_CLAIM", "SIGN",
          "HOLD", "DESTROY");

  private static final Set<String> APPLIES =
      Set.of("DRAFT", "AMEND", "SIGN_PRINCIPLE", "SUBMIT", "RENEW");

  /** Who may do a deed to an authority, by role; the applicant's own are asked apart. */
  private static final Map<String, Set<String>> DEEDS =
      Map.ofEntries(
          Map.entry("PERMIT", Set.of(ANALYST)),
          Map.entry("CANCEL", Set.of(OFFICER)),
          Map.entry("APPROVE", Set.of(OFFICER)),
          Map.entry("REFUSE", Set.of(OFFICER)),
          Map.entry("SEND_BACK", Set.of(OFFICER)),
          Map.entry("REVIEW", Set.of(OFFICER)),
          Map.entry("BEGIN_CLOSING", Set.of(OFFICER)),
          Map.entry("CLOSE", Set.of(OFFICER)),
          Map.entry("SUSPEND", Set.of(OFFICER, OVERSEER)),
          Map.entry("RESUME", Set.of(OFFICER, OVERSEER)),
          Map.entry("OVERSEE", Set.of(OVERSEER)),
          Map.entry("QUASH", Set.of(OVERSEER)));

  /** Those on which nobody decides in a matter of his own. */
  private static final Set<String> APART =
      Set.of("APPROVE", "REFUSE", "SEND_BACK", "REVIEW", "OVERSEE", "RESUME");

  private static final Map<String, Set<String>> HOUSE_DEEDS =
      Map.of(
          "OPEN_CASE", Set.of(ANALYST, OFFICER),
          "ENROL", Set.of(ADMINISTRATOR),
          "DISABLE", Set.of(ADMINISTRATOR),
          "OVERSEE_LOOK", Set.of(OVERSEER),
          "OVERSEE_EXPORT", Set.of(OVERSEER),
          "TRAIN", Set.of(ADMINISTRATOR));

  /** Made without anything: it has nothing to read. */
  public ReferenceDecision() {}

  @Override
  public String engine() {
    return "REFERENCE";
  }

  /* The formula has no permits and forbids to tell apart. */
  @Override
  public boolean covered(Question question) {
    return true;
  }

  @Override
  public Ruling decide(Question q) {
    boolean allowed =
        switch (q.who()) {
          case Clock clock -> happens(q);
          case Person person -> person.enabled() && may(person, q);
        };
    return new Ruling(
        allowed, Collections.unmodifiableSortedSet(new TreeSet<>(Set.of("reference"))), false);
  }

  private static boolean happens(Question q) {
    return q.how() instanceof Deed
        && switch (q.on()) {
          case House house -> Set.of("ENROL", "PROGRAM", "ALERT").contains(q.action());
          case Authority authority -> q.action().equals("EXPIRE");
          case Change change ->
              Set.of("POLICY_NOTICE", "PACK_NOTICE", "POLICY_FORCE", "PACK_FORCE")
                  .contains(q.action());
        };
  }

  private static boolean may(Person person, Question q) {
    return switch (q.how()) {
      case Step step -> q.on() instanceof Authority authority && step(person, q, authority, step);
      case Deed deed ->
          switch (q.on()) {
            case Authority authority -> deed(person, q.action(), authority, deed);
            case House house -> holds(person, HOUSE_DEEDS.getOrDefault(q.action(), Set.of()));
            case Change change -> change(person, q.action(), change, deed);
          };
    };
  }

  private static boolean step(Person person, Question q, Authority authority, Step step) {
    boolean collects = COLLECTS.contains(q.action());
    boolean discloses = DISCLOSES.contains(q.action());
    boolean known = collects || discloses || OTHER_STEPS.contains(q.action());
    return known
        && formula(person, authority, step)
        && (!collects || step.facts().contains(Fact.SELECTORS_NAMED))
        && !(step.facts().contains(Fact.MACHINE_BASIS_ONLY) && (collects || discloses))
        && !step.facts().contains(Fact.SPECIAL_CATEGORY)
        && !holds(person, Set.of(OVERSEER, ADMINISTRATOR))
        && CASES.contains(authority.bounds().businessCase());
  }

  private static boolean formula(Person person, Authority authority, Step step) {
    Set<Fact> facts = step.facts();
    boolean window =
        !step.now().isBefore(authority.from()) && step.now().isBefore(authority.until());
    boolean person1 =
        holds(person, Set.of(ANALYST))
            && person.trained()
            && authority.people().team().contains(person.id())
            && facts.contains(Fact.ON_DUTY);
    boolean named =
        authority.bounds().platforms().containsAll(step.platforms())
            && authority.bounds().methods().containsAll(step.methods());
    boolean level =
        switch (step.level()) {
          case 0, 1, 2, 3 -> step.level() <= authority.bounds().maxLevel();
          case 5 -> facts.contains(Fact.LEGAL_REQUEST);
          default -> false;
        };
    boolean unprotected =
        !facts.contains(Fact.PROTECTED_ACTIVITY) || facts.contains(Fact.NEXUS_SIGNED);
    return lives(authority)
        && window
        && person1
        && named
        && level
        && facts.contains(Fact.QUOTA_LEFT)
        && facts.contains(Fact.CONTENT_IN_WINDOW)
        && unprotected;
  }

  private static boolean lives(Authority authority) {
    return authority.state().equals("ACTIVE") || authority.state().equals("ACTIVE_URGENT");
  }

  private static boolean deed(Person person, String action, Authority authority, Deed deed) {
    boolean applicant = person.id().equals(authority.people().applicant());
    boolean team = authority.people().team().contains(person.id());
    if (APPLIES.contains(action)) {
      return holds(person, Set.of(ANALYST)) && !deed.machineBasisOnly();
    }
    if (APART.contains(action) && (applicant || team)) {
      return false;
    }
    boolean five = CASES.contains(authority.bounds().businessCase());
    return switch (action) {
      case "PERMIT" -> holds(person, DEEDS.get(action)) && team && lives(authority) && five;
      case "APPROVE" -> holds(person, DEEDS.get(action)) && five;
      case "CANCEL" -> holds(person, DEEDS.get(action)) || applicant;
      default -> holds(person, DEEDS.getOrDefault(action, Set.of()));
    };
  }

  private static boolean change(Person person, String action, Change change, Deed deed) {
    boolean proposer = person.id().equals(change.proposer());
    return switch (action) {
      case "POLICY_PROPOSE" ->
          holds(person, Set.of(ADMINISTRATOR, OFFICER))
              || (deed.narrowing() && holds(person, Set.of(OVERSEER)));
      case "PACK_PROPOSE" -> holds(person, Set.of(ADMINISTRATOR, OFFICER));
      case "POLICY_APPROVE", "PACK_APPROVE" ->
          holds(person, Set.of(OFFICER, OVERSEER))
              && !proposer
              && !change.approvers().contains(person.id());
      case "POLICY_STOP", "PACK_STOP" -> holds(person, Set.of(OFFICER, OVERSEER)) || proposer;
      default -> false;
    };
  }

  private static boolean holds(Person person, Set<String> any) {
    return person.roles().stream().anyMatch(any::contains);
  }
}

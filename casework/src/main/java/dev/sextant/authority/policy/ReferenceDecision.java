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

  /** Those on which nobody decides in a matter of his own. */
  private static final Set<String> APART =
      Set.of("APPROVE", "REFUSE", "SEND_BACK", "REVIEW", "OVERSEE", "RESUME");

  private static final String INTEGRITY = "INTEGRITY_OFFICER";

  /** Who does what belongs to a group, by role; the applicant's own are asked apart. */
  private static final Map<String, Set<String>> GROUPS =
      Map.ofEntries(
          Map.entry("Applying", Set.of(ANALYST)),
          Map.entry("Granting", Set.of(OFFICER)),
          Map.entry("Deciding", Set.of(OFFICER)),
          Map.entry("Stopping", Set.of(OFFICER, OVERSEER)),
          Map.entry("Overseeing", Set.of(OVERSEER)),
          Map.entry("Administering", Set.of(ADMINISTRATOR)),
          Map.entry("Integrity", Set.of(INTEGRITY)),
          Map.entry("Keeping", Set.of(ANALYST, OFFICER, OVERSEER)),
          Map.entry("Removing", Set.of(OFFICER, OVERSEER)),
          Map.entry("Screening", Set.of("FILTER_OFFICER")),
          Map.entry("Covering", Set.of(OFFICER)),
          Map.entry("Joining", Set.of(OVERSEER)));

  private static final Map<String, Set<String>> SINGLE =
      Map.of(
          "PERMIT", Set.of(ANALYST),
          "CANCEL", Set.of(OFFICER),
          "OPEN_CASE", Set.of(ANALYST, OFFICER));

  private final Vocabulary known;

  /**
   * @param known which actions there are; who may do them it knows by itself
   */
  public ReferenceDecision(Vocabulary known) {
    this.known = known;
  }

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
        fits(q)
            && switch (q.who()) {
              case Clock clock -> known.in(q.action(), "Happening");
              case Person person -> person.enabled() && may(person, q);
            };
    return new Ruling(
        allowed, Collections.unmodifiableSortedSet(new TreeSet<>(Set.of("reference"))), false);
  }

  /* Unknown means no: an action that is not in the vocabulary, or not on such a thing. */
  private boolean fits(Question q) {
    String principal = q.who() instanceof Clock ? "Clock" : "Person";
    String resource =
        switch (q.on()) {
          case House house -> "House";
          case Authority authority -> "Authority";
          case Change change -> "Change";
        };
    boolean step = known.in(q.action(), "CaseStep") || known.in(q.action(), "Filtering");
    return known.knows(q.action(), principal, resource) && step == (q.how() instanceof Step);
  }

  private boolean may(Person person, Question q) {
    return switch (q.how()) {
      case Step step ->
          q.on() instanceof Authority authority
              && (known.in(q.action(), "Filtering")
                  ? filters(person, authority, step)
                  : step(person, q, authority, step));
      case Deed deed ->
          switch (q.on()) {
            case Authority authority -> deed(person, q.action(), authority, deed);
            case House house -> part(person, q.action());
            case Change change -> change(person, q.action(), change, deed);
          };
    };
  }

  private static boolean filters(Person person, Authority authority, Step step) {
    return person.trained()
        && step.facts().contains(Fact.ON_DUTY)
        && holds(person, Set.of("FILTER_OFFICER"))
        && !holds(person, Set.of(OVERSEER, ADMINISTRATOR))
        && !authority.people().team().contains(person.id())
        && !person.id().equals(authority.people().applicant());
  }

  /* Whether a deed is this person's part, whatever it is done to. */
  private boolean part(Person person, String action) {
    return known.in(action, "Desk")
        || holds(person, SINGLE.getOrDefault(action, Set.of()))
        || GROUPS.entrySet().stream()
            .anyMatch(group -> known.in(action, group.getKey()) && holds(person, group.getValue()));
  }

  private boolean step(Person person, Question q, Authority authority, Step step) {
    boolean collects = known.in(q.action(), "Collection");
    boolean discloses = known.in(q.action(), "Disclosure");
    boolean names = collects || q.action().equals("DECONFLICT");
    return formula(person, authority, step)
        && (!names || step.facts().contains(Fact.SELECTORS_NAMED))
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

  private boolean deed(Person person, String action, Authority authority, Deed deed) {
    boolean applicant = person.id().equals(authority.people().applicant());
    boolean team = authority.people().team().contains(person.id());
    if (known.in(action, "Applying") && deed.machineBasisOnly()) {
      return false;
    }
    if (APART.contains(action) && (applicant || team)) {
      return false;
    }
    boolean five = CASES.contains(authority.bounds().businessCase());
    return switch (action) {
      case "PERMIT" -> part(person, action) && team && lives(authority) && five;
      case "APPROVE" -> part(person, action) && five;
      case "CANCEL" -> part(person, action) || applicant;
      default -> part(person, action);
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

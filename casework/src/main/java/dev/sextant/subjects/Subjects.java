package dev.sextant.subjects;

import dev.sextant.authority.Act;
import dev.sextant.authority.CaseKeys;
import dev.sextant.authority.Door;
import dev.sextant.authority.JurisdictionPack;
import dev.sextant.authority.Offence;
import dev.sextant.authority.OffenceCatalogue;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.custody.Custody;
import dev.sextant.records.Records;
import dev.sextant.subjects.store.PersonStore;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Fault;
import dev.sextant.terms.PersonId;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import dev.sextant.terms.SuspicionId;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The room's front door. Every method is a step; refusals are in the log with their code. */
public final class Subjects {
  private static final int REASON_MIN = 10;
  private static final int REASON_MAX = 4_000;

  private final PersonStore store;
  private final FactCheck facts;
  private final JurisdictionPack pack;
  private final Clock clock;

  /**
   * What the room rests on.
   *
   * @param door to the case tables
   * @param keys of the cases
   * @param custody exhibits that facts cite
   * @param records that facts cite
   * @param pack the jurisdiction's offences and periods
   */
  public record Ground(
      Door door, CaseKeys keys, Custody custody, Records records, JurisdictionPack pack) {}

  /**
   * @param ground what it rests on
   * @param clock when roles and decisions are given
   */
  public Subjects(Ground ground, Clock clock) {
    this.store = new PersonStore(ground.door(), ground.keys());
    this.facts = new FactCheck(ground.custody(), ground.records(), ground.pack());
    this.pack = ground.pack();
    this.clock = clock;
  }

  /** What is done within a step. */
  private interface Work<T> {
    T run(Act act);
  }

  private static <T> T step(Permit permit, Step step, Particulars inputs, Work<T> work) {
    try (Act act = permit.begin(step, inputs)) {
      try {
        T result = work.run(act);
        act.done();
        return result;
      } catch (Fault e) {
        act.failed(e.code());
        throw e;
      }
    }
  }

  /** Adds a person without role or suspicion: uncategorised, kept briefly, never disseminated. */
  public Person add(Permit permit, PersonDraft draft) {
    PersonId id = PersonId.random();
    Particulars inputs = named(about("person", id), draft);
    return step(
        permit,
        Step.CATEGORISE,
        inputs,
        act -> {
          store.add(act, id, draft, end(act, "retention.uncategorised"));
          return one(act, id);
        });
  }

  /**
   * Adds a person with a suspicion, which waits in quarantine for a second person.
   *
   * @throws SubjectFault {@code SX-SUBJ-...} if facts, offence or relevance cannot carry it;
   *     nothing is kept
   */
  public Person propose(Permit permit, PersonDraft draft, SuspicionDraft suspicion) {
    PersonId id = PersonId.random();
    SuspicionId of = SuspicionId.random();
    Particulars inputs = named(about("proposal", id).id("suspicion", of), draft);
    return step(
        permit,
        Step.CATEGORISE,
        inputs,
        act -> {
          facts.require(act, suspicion);
          store.add(act, id, draft, end(act, "retention.uncategorised"));
          store.suspect(act, of, id, suspicion);
          return one(act, id);
        });
  }

  /** A fresh suspicion of a person: the only thing that moves the end of the old one. */
  public Person suspect(Permit permit, PersonId person, SuspicionDraft suspicion) {
    SuspicionId of = SuspicionId.random();
    return step(
        permit,
        Step.CATEGORISE,
        about("suspicion", person).id("suspicion", of),
        act -> {
          one(act, person);
          facts.require(act, suspicion);
          store.suspect(act, of, person, suspicion);
          return one(act, person);
        });
  }

  /**
   * The second person's decision. Accepted, the person is a subject and a suspect until the
   * jurisdiction's period is over.
   *
   * @throws SubjectFault {@code SX-SUBJ-DISTINCT} if the permit's person wrote the suspicion
   */
  public Person decide(Permit permit, SuspicionId id, boolean accepted, String reasons) {
    String why = reason(reasons);
    Particulars inputs =
        Particulars.none()
            .token("what", "decision")
            .id("suspicion", id)
            .token("decision", accepted ? "ACCEPTED" : "REFUSED");
    return step(
        permit,
        Step.CATEGORISE,
        inputs,
        act -> {
          Suspicion suspicion = store.suspicion(act, id).orElseThrow(() -> unknown(id.toString()));
          requireOpen(suspicion);
          if (suspicion.author().equals(permit.actor())) {
            throw new SubjectFault(
                "SX-SUBJ-DISTINCT",
                "whoever wrote a suspicion does not decide on it",
                "suspicion",
                id.toString(),
                "ask another person of the team");
          }
          Instant until = accepted ? end(act, "intelligence.validity") : null;
          store.decide(act, id, until, why);
          if (until != null) {
            store.role(act, suspicion.person(), PersonRole.SUSPECT, true, until, why);
          }
          return one(act, suspicion.person());
        });
  }

  private static void requireOpen(Suspicion suspicion) {
    if (suspicion.review() != null) {
      throw new SubjectFault(
          "SX-SUBJ-STATE",
          "this suspicion was decided on already",
          "suspicion",
          suspicion.id().toString(),
          "state a fresh suspicion");
    }
  }

  /** Edits name and identifiers. Moves no date. */
  public Person edit(Permit permit, PersonId person, PersonDraft draft) {
    return step(
        permit,
        Step.CATEGORISE,
        named(about("edit", person), draft),
        act -> {
          Person before = one(act, person);
          store.edit(act, person, draft);
          store.protectAgain(act, person, before.roles());
          return one(act, person);
        });
  }

  /**
   * Gives a role or takes it back.
   *
   * @throws SubjectFault {@code SX-SUBJ-SUSPECT} if somebody without an accepted suspicion is to be
   *     a suspect
   */
  public Person role(
      Permit permit, PersonId person, PersonRole role, boolean held, String reasons) {
    String why = reason(reasons);
    Particulars inputs =
        about("role", person).token("role", role.name()).token("held", held ? "yes" : "no");
    return step(
        permit,
        Step.CATEGORISE,
        inputs,
        act -> {
          Person before = one(act, person);
          Instant until = before.validUntil();
          if (role == PersonRole.SUSPECT && held && !before.subject(clock.instant())) {
            throw new SubjectFault(
                "SX-SUBJ-SUSPECT",
                "a suspect needs an accepted suspicion",
                "role",
                role.name(),
                "state a suspicion with its facts, and have a second person decide");
          }
          Instant end =
              role == PersonRole.SUSPECT && until != null
                  ? until
                  : end(act, "retention." + role.name().toLowerCase(Locale.ROOT), role);
          store.role(act, person, role, held, end, why);
          return one(act, person);
        });
  }

  private Instant end(Act act, String path, PersonRole role) {
    return role == PersonRole.SUSPECT ? clock.instant() : end(act, path);
  }

  /**
   * Everybody of the case who is kept: subjects and others; what waits in quarantine is not in it.
   */
  public List<Person> persons(Permit permit) {
    return step(
        permit,
        Step.VIEW,
        Particulars.none().token("what", "persons"),
        act -> store.all(act).stream().filter(p -> !onlyProposed(p)).toList());
  }

  /** Suspicions that wait for a second person. */
  public List<Person> quarantine(Permit permit) {
    return step(
        permit,
        Step.VIEW,
        Particulars.none().token("what", "quarantine"),
        act -> store.all(act).stream().filter(Person::quarantined).toList());
  }

  private boolean onlyProposed(Person person) {
    return person.roles().isEmpty()
        && !person.suspicions().isEmpty()
        && !person.subject(clock.instant());
  }

  /**
   * One person.
   *
   * @throws SubjectFault {@code SX-SUBJ-PERSON-ABSENT} if the case has none, or its time is over
   */
  public Person person(Permit permit, PersonId id) {
    return step(permit, Step.VIEW, about("person", id), act -> one(act, id));
  }

  private Person one(Act act, PersonId id) {
    return store.one(act, id).orElseThrow(() -> unknown(id.toString()));
  }

  private static SubjectFault unknown(String id) {
    return new SubjectFault(
        "SX-SUBJ-PERSON-ABSENT",
        "this case has no such person",
        "person",
        id,
        "list the case's persons; whose time is over is gone");
  }

  /** The roles of the case, for another room's act: to be printed beside every node and name. */
  public RoleBook roles(Act act, Collection<String> accounts) {
    Map<String, Set<PersonRole>> own = new TreeMap<>();
    for (Person person : store.all(act)) {
      for (String identifier : person.identifiers()) {
        own.computeIfAbsent(identifier, i -> new TreeSet<>()).addAll(person.roles());
      }
    }
    return new RoleBook(own, store.elsewhere(act, accounts));
  }

  /** The offences that a suspicion may name, code and title. */
  public Map<String, String> offences() {
    Map<String, String> all = new TreeMap<>();
    new OffenceCatalogue(pack)
        .all().stream().filter(Offence::citable).forEach(o -> all.put(o.id(), o.title()));
    return all;
  }

  private Instant end(Act act, String path) {
    String text = pack.text(path);
    try {
      // Counted from the act, as the database counts: a moment more would be too long.
      return act.begun().atZone(ZoneOffset.UTC).plus(Period.parse(text)).toInstant();
    } catch (DateTimeParseException e) {
      throw new BadValue("SX-SUBJ-PACK", path, text, "write a period such as P5Y or P90D");
    }
  }

  private static Particulars about(String what, PersonId person) {
    return Particulars.none().token("what", what).id("person", person);
  }

  /* Identifiers enter the act as keyed hashes, so that rules see whom it names. */
  private static Particulars named(Particulars inputs, PersonDraft draft) {
    Particulars all = inputs;
    int number = 0;
    for (String identifier : draft.identifiers()) {
      all = all.selector("identifier-" + ++number, selector(identifier));
    }
    return all;
  }

  private static Selector selector(String identifier) {
    try {
      return Selector.parse(identifier);
    } catch (BadValue e) {
      // An account key as the case shows it; it bounds nothing, and is hashed as a word.
      return Selector.of(SelectorType.KEYWORD, identifier);
    }
  }

  private static String reason(String reasons) {
    String text = reasons.strip();
    if (text.length() < REASON_MIN || text.length() > REASON_MAX) {
      throw new SubjectFault(
          "SX-SUBJ-REASON",
          "a decision needs reasons",
          "reasons",
          text.length() + " characters",
          "write " + REASON_MIN + " to " + REASON_MAX + " characters");
    }
    return text;
  }
}

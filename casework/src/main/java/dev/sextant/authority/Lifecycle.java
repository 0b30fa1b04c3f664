package dev.sextant.authority;

import static dev.sextant.authority.AuthorityState.ACTIVE;
import static dev.sextant.authority.AuthorityState.CANCELLED;
import static dev.sextant.authority.AuthorityState.CLOSED;
import static dev.sextant.authority.AuthorityState.CLOSING;
import static dev.sextant.authority.AuthorityState.EXPIRED;
import static dev.sextant.authority.AuthorityState.LAPSED;

import dev.sextant.authority.AuthorityStore.Standing;
import dev.sextant.authority.AuthorityStore.Version;
import dev.sextant.authority.Deeds.Entry;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How versions of an authority move: what every deed on one asks and does. */
final class Lifecycle {
  private static final int SHORTEST_REASON = 10;

  private final Register register;
  private final Deeds deeds;
  private final AuthorityStore store;
  private final Signatures signatures;
  private final Rules rules;

  Lifecycle(
      Register register, Deeds deeds, AuthorityStore store, Signatures signatures, Rules rules) {
    this.register = register;
    this.deeds = deeds;
    this.store = store;
    this.signatures = signatures;
    this.rules = rules;
  }

  /** What overseers sign outside. */
  OverseerNotes overseerNotes() {
    return new OverseerNotes(signatures, rules);
  }

  Signatures signatures() {
    return signatures;
  }

  <T> T run(String step, ActorId by, AuthorityId id, Deeds.Work<T> work) {
    CaseId of = register.within(step, jdbc -> AuthorityStore.caseOf(jdbc, id)).orElse(null);
    Particulars about = Particulars.none().id("authority", id);
    if (of != null) {
      settle(id, of);
      about = about.id("case", of);
    }
    return deeds.run(step, by, about, work);
  }

  /* The clock has ended it already; this writes it down before anything else is done with it. */
  void settle(AuthorityId id, CaseId of) {
    boolean over =
        register.within(
            "authority",
            jdbc ->
                AuthorityStore.standings(jdbc, id).stream().anyMatch(v -> ended(v, deeds.now())));
    if (!over) {
      return;
    }
    deeds.run(
        "EXPIRE",
        null,
        Particulars.none().id("authority", id).id("case", of),
        entry -> {
          for (Standing version : AuthorityStore.standings(entry.jdbc(), id)) {
            if (ended(version, entry.at())) {
              store.move(entry, version, version.state(entry.at()), null, "by the clock");
            }
          }
          return id;
        });
  }

  private static boolean ended(Standing version, Instant now) {
    AuthorityState state = version.state(now);
    return version.stored().ticking() && (state == EXPIRED || state == LAPSED);
  }

  Version find(Entry entry, AuthorityId id, Set<AuthorityState> wanted) {
    List<Version> versions = store.locked(entry.jdbc(), id);
    return versions.stream()
        .filter(version -> wanted.contains(version.state(entry.at())))
        .findFirst()
        .orElseThrow(() -> path("step", versions.getFirst(), "possible in " + wanted));
  }

  /* For deeds that stop: they must not fail because a document does not open. */
  Standing stand(Entry entry, AuthorityId id, Set<AuthorityState> wanted) {
    List<Standing> standings = AuthorityStore.standings(entry.jdbc(), id);
    return standings.stream()
        .filter(version -> wanted.contains(version.state(entry.at())))
        .findFirst()
        .orElseThrow(() -> path("step", standings.getFirst(), "possible in " + wanted));
  }

  Version again(Entry entry, Version version) {
    return store.locked(entry.jdbc(), version.document().id()).stream()
        .filter(one -> one.document().version() == version.document().version())
        .findFirst()
        .orElseThrow();
  }

  @Nullable Version previous(JdbcClient jdbc, Version version) {
    return store.versions(jdbc, version.document().id()).stream()
        .filter(one -> one.document().version() < version.document().version())
        .findFirst()
        .orElse(null);
  }

  void activate(Entry entry, Version version, ActorId by, String reasons) {
    for (Version other : store.locked(entry.jdbc(), version.document().id())) {
      if (other.stored().ticking()) {
        String why = "replaced by version " + version.document().version();
        store.move(entry, other, CANCELLED, by, why);
        store.move(entry, again(entry, other), CLOSING, by, why);
        store.move(entry, again(entry, other), CLOSED, by, why);
      }
    }
    store.move(entry, version, ACTIVE, by, reasons);
    store.liveUntil(entry, version, due(entry, version, entry.at()));
  }

  /* When it stops by itself: the next review, or, where the overseer has not confirmed it, the end
   * of the time within which that must be done. The end of the window is applied by the store. */
  Instant due(Entry entry, Version version, Instant reviewed) {
    Instant due = reviewed.plus(version.draft().duties().reviewEvery());
    if (!signatures.granted(entry.jdbc(), version, Role.OVERSEER)) {
      Instant limit = livelySince(entry, version).getFirst().plus(rules.overseenWithin());
      due = due.isBefore(limit) ? due : limit;
    }
    return due;
  }

  /* When it came into force and when it was looked at since, oldest first. */
  List<Instant> livelySince(Entry entry, Version version) {
    return store.history(entry.jdbc(), version).stream()
        .filter(step -> step.to() == ACTIVE)
        .map(AuthorityFile.Transition::at)
        .toList();
  }

  void requireApart(Version version, ActorId by) {
    if (takesPart(version, by)) {
      throw new Refused.Role(
          "SX-AUTH-DISTINCT",
          "whoever applies or works under it does not decide on it",
          "authority " + version.document().id(),
          by.toString(),
          "let somebody outside decide");
    }
  }

  /**
   * Refuses a person who has decided on this version in the other part: whoever grants does not
   * confirm, whoever confirms does not grant.
   */
  void requireThird(Entry entry, Version version, ActorId by, Role part) {
    boolean other =
        signatures.approvals(entry.jdbc(), version).stream()
            .anyMatch(one -> one.actor().equals(by) && one.role() != part);
    if (other) {
      throw new Refused.Role(
          "SX-AUTH-DISTINCT",
          "whoever grants does not confirm from outside",
          "authority " + version.document().id(),
          by.toString(),
          "let a third person decide");
    }
  }

  static void requirePart(Version version, ActorId by, String step) {
    if (!takesPart(version, by)) {
      throw new Refused.Role(
          "SX-AUTH-PART",
          "only the applicant and the team may do that",
          step,
          by.toString(),
          "ask somebody who works under it, or draft your own");
    }
  }

  static void requireCase(CaseId of, AuthorityDraft draft) {
    if (!of.equals(draft.caseId())) {
      throw new Refused.Application(
          "SX-AUTH-CASE",
          "an authority keeps its case",
          "caseId",
          draft.caseId().toString(),
          "draft another authority for another case");
    }
  }

  static void requireApplicant(Version version, ActorId by, String step) {
    if (!version.document().applicant().equals(by)) {
      throw new Refused.Role(
          "SX-AUTH-APPLICANT",
          "only the applicant may do that",
          step,
          by.toString(),
          "ask the applicant, or draft your own");
    }
  }

  Actor requireOfficerOrOverseer(Entry entry, ActorId by, String step) {
    Actor actor = signatures.people().find(entry.jdbc(), by);
    return actor.is(Role.OVERSEER) ? actor : People.require(actor, Role.AUTHORISING_OFFICER, step);
  }

  static void requireReasons(String reasons) {
    if (reasons.strip().length() < SHORTEST_REASON) {
      throw new Refused.Application(
          "SX-AUTH-REASONS",
          "a decision needs reasons",
          "reasons",
          reasons.strip().length() + " characters",
          "write at least 10 characters");
    }
  }

  static Refused.Path path(String step, Version version, String cure) {
    return path(step, version.standing(), cure);
  }

  static Refused.Path path(String step, Standing version, String cure) {
    return new Refused.Path(
        "SX-AUTH-PATH",
        "its state does not lead there",
        step,
        "authority " + version.id() + " is " + version.stored(),
        cure);
  }

  void record(
      Entry entry, Version version, Role role, ActorId by, Decision decision, String reasons) {
    signatures.decide(
        entry,
        version,
        new Approval(role, by, decision, version.digest(), reasons, "", entry.at()));
  }

  static boolean takesPart(Version version, ActorId viewer) {
    return version.document().applicant().equals(viewer)
        || version.draft().duties().team().contains(viewer);
  }
}

package dev.sextant.authority;

import static dev.sextant.authority.AuthorityState.ACTIVE;
import static dev.sextant.authority.AuthorityState.ACTIVE_URGENT;
import static dev.sextant.authority.AuthorityState.APPROVED;
import static dev.sextant.authority.AuthorityState.CANCELLED;
import static dev.sextant.authority.AuthorityState.CLOSED;
import static dev.sextant.authority.AuthorityState.CLOSING;
import static dev.sextant.authority.AuthorityState.EXPIRED;
import static dev.sextant.authority.AuthorityState.LAPSED;
import static dev.sextant.authority.AuthorityState.OVERSIGHT_PENDING;
import static dev.sextant.authority.AuthorityState.RETURNED;
import static dev.sextant.authority.AuthorityState.SUBMITTED;
import static dev.sextant.authority.AuthorityState.SUSPENDED;

import dev.sextant.authority.AuthorityStore.Standing;
import dev.sextant.authority.AuthorityStore.Version;
import dev.sextant.authority.Deeds.Entry;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Authorities from draft to closed, and the permits under them. Every method that changes something
 * is logged, its refusal too. Time ends and suspends authorities by itself.
 */
public final class Authorities {
  private final AuthorityStore store;
  private final Signatures signatures;
  private final People people;
  private final Lifecycle life;
  private final Permits permits;
  private final Applications applications;
  private final Similarity similarity;
  private final ApplicantDeeds applicants;
  private final OverseerDeeds overseers;
  private final AuthorityViews views;

  Authorities(
      Register register,
      Deeds deeds,
      AuthorityStore store,
      Permits permits,
      Applications applications,
      Lifecycle life,
      Similarity similarity,
      Overlap watch,
      OverseerNotes overseerNotes) {
    this.store = store;
    this.signatures = life.signatures();
    this.people = signatures.people();
    this.permits = permits;
    this.applications = applications;
    this.similarity = similarity;
    this.life = life;
    this.views = new AuthorityViews(register, deeds, store, signatures);
    this.applicants =
        new ApplicantDeeds(register, deeds, store, life, applications, similarity, watch, views);
    this.overseers = new OverseerDeeds(register, deeds, store, life, applications, overseerNotes);
  }

  // ------------------------------------------------------------------ the applicant

  /** Drafts an authority; it may be incomplete. */
  public AuthorityId draft(ActorId applicant, AuthorityDraft draft) {
    return applicants.draft(applicant, draft);
  }

  /**
   * The same, of what cannot even be written down perhaps: then the log holds that it was tried.
   *
   * @param of the draft's case
   */
  public AuthorityId draft(ActorId applicant, CaseId of, Supplier<AuthorityDraft> given) {
    return applicants.draft(applicant, of, given);
  }

  /** Changes a draft; every signature over it falls. */
  public void amend(ActorId applicant, AuthorityId id, AuthorityDraft draft) {
    applicants.amend(applicant, id, draft);
  }

  /**
   * Changes a draft and, in a renewal, what it says of the version before.
   *
   * @param given the draft, which perhaps cannot even be written down: then the log holds the try
   * @param results new words, or null to leave them as they are
   */
  public void amend(
      ActorId applicant, AuthorityId id, Supplier<AuthorityDraft> given, @Nullable String results) {
    applicants.amend(applicant, id, given, results);
  }

  /** Signs one principle with the applicant's key, as the document now reads. */
  public void signPrinciple(ActorId applicant, AuthorityId id, Principle principle) {
    applicants.signPrinciple(applicant, id, principle);
  }

  /** Hands a complete and signed draft to the officer. */
  public void submit(ActorId applicant, AuthorityId id) {
    applicants.submit(applicant, id);
  }

  /**
   * Drafts a further version of a living authority. It extends nothing: the present one ends when
   * it ends, and at the latest when the further one comes into force.
   *
   * @param applicant the present version's applicant, or on its team
   * @param draft of the same case
   * @param results what came of the authority so far
   * @return the new version's number
   */
  public int renew(ActorId applicant, AuthorityId id, AuthorityDraft draft, String results) {
    return applicants.renew(applicant, id, draft, results);
  }

  /** The same, of what cannot even be written down perhaps. */
  public int renew(
      ActorId applicant, AuthorityId id, Supplier<AuthorityDraft> given, String results) {
    return applicants.renew(applicant, id, given, results);
  }

  /**
   * What submitting the newest version would refuse now, each with its code; nothing is changed.
   *
   * @param viewer who may see the authority
   */
  public List<AuthorityFault> lacks(ActorId viewer, AuthorityId id) {
    return applicants.lacks(viewer, id);
  }

  // ------------------------------------------------------------------ the officer

  /** Grants: it comes into force, or goes to the overseer where it must. */
  public void approve(ActorId officer, AuthorityId id, String reasons) {
    life.run(
        "APPROVE",
        officer,
        id,
        entry -> {
          Version version = decide(entry, officer, id, Decision.APPROVED, reasons);
          applications.requireTime(version, entry.at());
          applications.requireSigned(entry, version);
          store.move(entry, version, APPROVED, officer, reasons);
          Version approved = life.again(entry, version);
          if (approved.needsOversight()) {
            store.move(entry, approved, OVERSIGHT_PENDING, officer, reasons);
          } else {
            life.activate(entry, approved, officer, reasons);
          }
          return id;
        });
  }

  /** Does not grant. */
  public void refuse(ActorId officer, AuthorityId id, String reasons) {
    life.run(
        "REFUSE",
        officer,
        id,
        entry -> {
          Version version = decide(entry, officer, id, Decision.REFUSED, reasons);
          store.move(entry, version, AuthorityState.REFUSED, officer, reasons);
          return id;
        });
  }

  /** Sends an application back to be amended. */
  public void sendBack(ActorId officer, AuthorityId id, String reasons) {
    life.run(
        "SEND_BACK",
        officer,
        id,
        entry -> {
          Version version = decide(entry, officer, id, Decision.RETURNED, reasons);
          store.move(entry, version, RETURNED, officer, reasons);
          return id;
        });
  }

  private Version decide(
      Entry entry, ActorId officer, AuthorityId id, Decision decision, String reasons) {
    Lifecycle.requireReasons(reasons);
    People.require(people.find(entry.jdbc(), officer), Role.AUTHORISING_OFFICER, "decide");
    Version version = life.find(entry, id, EnumSet.of(SUBMITTED));
    life.requireApart(version, officer);
    life.requireThird(entry, version, officer, Role.AUTHORISING_OFFICER);
    life.record(entry, version, Role.AUTHORISING_OFFICER, officer, decision, reasons);
    return version;
  }

  /** Records that an officer has looked at a living authority and lets it go on. */
  public void review(ActorId officer, AuthorityId id, String reasons) {
    life.run(
        "REVIEW",
        officer,
        id,
        entry -> {
          Lifecycle.requireReasons(reasons);
          People.require(people.find(entry.jdbc(), officer), Role.AUTHORISING_OFFICER, "review");
          Version version = life.find(entry, id, EnumSet.of(ACTIVE, ACTIVE_URGENT, SUSPENDED));
          if (version.stored() != ACTIVE) {
            throw Lifecycle.path(
                "review",
                version,
                version.stored() == SUSPENDED
                    ? "resume it instead"
                    : "what was granted orally is written up, not reviewed");
          }
          life.requireApart(version, officer);
          store.move(entry, version, version.stored(), officer, reasons);
          store.liveUntil(entry, version, life.due(entry, version, entry.at()));
          return id;
        });
  }

  /** Disposal begins: material is dealt with, persons are notified. */
  public void beginClosing(ActorId officer, AuthorityId id, String reasons) {
    officerMoves(
        "BEGIN_CLOSING", officer, id, EnumSet.of(EXPIRED, CANCELLED, LAPSED), CLOSING, reasons);
  }

  /**
   * Ends an authority for good.
   *
   * @param disposal what became of the material, who was notified, what came of it
   */
  public void close(ActorId officer, AuthorityId id, String disposal) {
    officerMoves("CLOSE", officer, id, EnumSet.of(CLOSING), CLOSED, disposal);
  }

  private void officerMoves(
      String step,
      ActorId officer,
      AuthorityId id,
      Set<AuthorityState> from,
      AuthorityState to,
      String reasons) {
    life.run(
        step,
        officer,
        id,
        entry -> {
          Lifecycle.requireReasons(reasons);
          People.require(people.find(entry.jdbc(), officer), Role.AUTHORISING_OFFICER, step);
          store.move(entry, life.find(entry, id, from), to, officer, reasons);
          return id;
        });
  }

  // ------------------------------------------------------------------ the overseer

  /**
   * The exact text that an overseer signs to decide on an authority: he compares it with what he
   * read, signs it where his key is, and gives the signed note to {@link #oversee}. Nothing is
   * changed by asking.
   *
   * @param reasons digest of his reasons ({@link Digest#ofFields}), so that they need not travel
   */
  public String overseerText(ActorId overseer, AuthorityId id, Decision decision, Digest reasons) {
    return overseers.overseerText(overseer, id, decision, reasons);
  }

  /**
   * Decides from outside: beforehand on what waits for it, or afterwards on what is in force.
   * Refusing what is in force suspends it. The house cannot sign for an overseer: he gives a note
   * over {@link #overseerText}.
   *
   * @param note the signed note
   */
  public void oversee(
      ActorId overseer, AuthorityId id, Decision decision, String reasons, String note) {
    overseers.oversee(overseer, id, decision, reasons, note);
  }

  /** Makes void from the start, whether or not the document still opens. */
  public void quash(ActorId overseer, AuthorityId id, String reasons) {
    overseers.quash(overseer, id, reasons);
  }

  // ------------------------------------------------------------------ officer or overseer

  /** Stops at once; every permit dies. The document need not open. */
  public void suspend(ActorId by, AuthorityId id, String reasons) {
    life.run(
        "SUSPEND",
        by,
        id,
        entry -> {
          Lifecycle.requireReasons(reasons);
          life.requireOfficerOrOverseer(entry, by, "suspend");
          Standing version = life.stand(entry, id, EnumSet.of(ACTIVE, ACTIVE_URGENT, SUSPENDED));
          if (version.stored() == SUSPENDED) {
            throw Lifecycle.path("suspend", version, "it is suspended already");
          }
          store.move(entry, version, SUSPENDED, by, reasons);
          return id;
        });
  }

  /** Lets a suspended authority go on; what an overseer stopped, only an overseer lets go on. */
  public void resume(ActorId by, AuthorityId id, String reasons) {
    life.run(
        "RESUME",
        by,
        id,
        entry -> {
          Lifecycle.requireReasons(reasons);
          Actor person = life.requireOfficerOrOverseer(entry, by, "resume");
          Version version = life.find(entry, id, EnumSet.of(SUSPENDED));
          life.requireApart(version, by);
          if (version.stored() != SUSPENDED) {
            throw Lifecycle.path(
                "resume", version, "a review or the overseer's decision is overdue: give it");
          }
          for (AuthorityFile.Transition step : store.history(entry.jdbc(), version).reversed()) {
            ActorId stopped = step.actor();
            if (step.to() == SUSPENDED && stopped != null) {
              Actor stopper = people.seek(entry.jdbc(), stopped).orElse(null);
              if (stopper == null || stopper.roles().contains(Role.OVERSEER)) {
                People.require(person, Role.OVERSEER, "resume what an overseer stopped");
              }
              break;
            }
          }
          boolean confirmed =
              !version.needsOversight() || signatures.granted(entry.jdbc(), version, Role.OVERSEER);
          if (!version.document().unwritten() && !confirmed) {
            throw Lifecycle.path(
                "resume",
                version,
                "the overseer's last word on it is no: apply for a further version");
          }
          if (version.document().unwritten()) {
            // Its time went on while it was suspended.
            store.move(entry, version, ACTIVE_URGENT, by, reasons);
            return id;
          }
          store.move(entry, version, ACTIVE, by, reasons);
          store.liveUntil(entry, version, life.due(entry, version, entry.at()));
          return id;
        });
  }

  /** Ends early, or withdraws an application. The applicant and officers may. */
  public void cancel(ActorId by, AuthorityId id, String reasons) {
    life.run(
        "CANCEL",
        by,
        id,
        entry -> {
          Lifecycle.requireReasons(reasons);
          Set<AuthorityState> from = EnumSet.allOf(AuthorityState.class);
          from.removeIf(state -> !state.next().contains(CANCELLED));
          Version version = life.find(entry, id, from);
          if (!version.document().applicant().equals(by)) {
            People.require(people.find(entry.jdbc(), by), Role.AUTHORISING_OFFICER, "cancel");
          }
          store.move(entry, version, CANCELLED, by, reasons);
          return id;
        });
  }

  // ------------------------------------------------------------------ permits and views

  /**
   * Gives leave to act under an authority in force: for at most a working day and never past the
   * authority's end.
   *
   * @throws Refused with the reason's code
   */
  public Permit permit(ActorId actor, AuthorityId authority, Purpose purpose) {
    return permit(actor, authority, purpose, null);
  }

  /**
   * As {@link #permit(ActorId, AuthorityId, Purpose)}, within a duty session: the permit dies with
   * it.
   *
   * @param duty the session, or null where none is asked for
   */
  public Permit permit(
      ActorId actor, AuthorityId authority, Purpose purpose, @Nullable DutySession duty) {
    Permits.Asked asked = new Permits.Asked(actor, authority, purpose, duty);
    return life.run("PERMIT", actor, authority, entry -> permits.give(entry, asked));
  }

  /**
   * The versions of an authority with all that was decided, newest first.
   *
   * @param viewer on the team, the applicant, an officer, a legal-process officer or an overseer
   */
  public List<AuthorityFile> authority(ActorId viewer, AuthorityId id) {
    return views.authority(viewer, id);
  }

  /**
   * What changes from one version of an authority to another, field by field.
   *
   * @param viewer as for {@link #authority}
   */
  public AuthorityDiff diff(ActorId viewer, AuthorityId id, int before, int after) {
    return views.diff(viewer, id, before, after);
  }

  /** From how many hundredths of likeness on a renewed principle is flagged. */
  public int similarityThreshold() {
    return similarity.threshold();
  }

  /**
   * What a version would make possible, in plain sentences.
   *
   * @param viewer as for {@link #authority}
   */
  public Possible possible(ActorId viewer, AuthorityId id, int version) {
    return views.possible(viewer, id, version);
  }

  /**
   * The authorities of a case that the viewer may see, oldest first: each at its newest version,
   * and where that one is not in force, the version that is.
   */
  public List<AuthorityFile> authorities(ActorId viewer, CaseId of) {
    return views.authorities(viewer, of);
  }
}

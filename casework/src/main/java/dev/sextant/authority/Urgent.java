package dev.sextant.authority;

import static dev.sextant.authority.AuthorityState.ACTIVE_URGENT;

import dev.sextant.authority.AuthorityStore.Version;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/**
 * Leave by word of mouth, for a danger that cannot wait. It lives for as long as the jurisdiction's
 * pack says and until it must be written up; the write-up goes to the overseer. What is not written
 * up in time lapses by the clock, and what was taken in under it is frozen.
 */
public final class Urgent {
  private static final int SHORTEST = 30;

  private final Deeds deeds;
  private final AuthorityStore store;
  private final Signatures signatures;
  private final Lifecycle life;
  private final Applications applications;
  private final Rules rules;

  Urgent(
      Deeds deeds,
      AuthorityStore store,
      Signatures signatures,
      Lifecycle life,
      Applications applications,
      Rules rules) {
    this.deeds = deeds;
    this.store = store;
    this.signatures = signatures;
    this.life = life;
    this.applications = applications;
    this.rules = rules;
  }

  /**
   * What an officer says of leave given by word of mouth.
   *
   * @param applicant the analyst who asked for it and must write it up
   * @param danger why nobody could wait, at least 30 characters
   * @param words what was said, at least 30 characters
   */
  public record Spoken(ActorId applicant, String danger, String words) {}

  /**
   * Writes down an oral grant; it is in force at once.
   *
   * @param officer who gave it
   * @param draft what was granted: all but the six principles, which may be empty
   * @throws Refused.Application {@code SX-AUTH-URGENT-WINDOW} if the operation window is longer
   *     than the pack allows or does not begin by now; the codes of an application for what else
   *     lacks
   */
  public AuthorityId grant(ActorId officer, Spoken spoken, AuthorityDraft draft) {
    AuthorityId id = AuthorityId.random();
    Particulars about = Particulars.none().id("case", draft.caseId()).id("authority", id);
    return deeds.run(
        "ORAL_GRANT",
        officer,
        about,
        entry -> {
          People people = signatures.people();
          People.require(
              people.find(entry.jdbc(), officer), Role.AUTHORISING_OFFICER, "grant orally");
          People.require(people.find(entry.jdbc(), spoken.applicant()), Role.ANALYST, "applicant");
          said("danger", spoken.danger());
          said("words", spoken.words());
          Instant end = requireWindow(draft.bounds().operationWindow(), entry.at());
          OralGrant oral =
              new OralGrant(officer, entry.at(), spoken.danger(), spoken.words(), null);
          AuthorityDocument document =
              new AuthorityDocument(
                  id, 1, spoken.applicant(), ApplicantDeeds.salt(), "", draft, oral);
          Instant due = entry.at().plus(rules.pack().duration("authority.urgent.writeUpWithin"));
          store.insert(entry, document, ACTIVE_URGENT, due.isBefore(end) ? due : end);
          Version version = store.locked(entry.jdbc(), id).getFirst();
          applications.requireLawful(entry.jdbc(), version);
          life.requireApart(version, officer);
          life.record(
              entry,
              version,
              Role.AUTHORISING_OFFICER,
              officer,
              Decision.APPROVED,
              spoken.danger());
          store.remember(entry, version.standing(), ACTIVE_URGENT, officer, spoken.danger());
          entry.note("writeUpBy", due.isBefore(end) ? due : end);
          return id;
        });
  }

  private Instant requireWindow(Span window, Instant now) {
    Duration longest = rules.pack().duration("authority.urgent.longest");
    @Nullable Instant from = window.from();
    @Nullable Instant to = window.to();
    if (from == null
        || to == null
        || from.isAfter(now)
        || !to.isAfter(now)
        || to.isAfter(now.plus(longest))) {
      throw new Refused.Application(
          "SX-AUTH-URGENT-WINDOW",
          "leave by word of mouth begins now and is short",
          "operationWindow",
          window.toString(),
          "end it within " + longest + " from now, then apply in writing");
    }
    return to;
  }

  private static void said(String field, String text) {
    if (text.strip().length() < SHORTEST) {
      throw new Refused.Application(
          "SX-AUTH-URGENT-WORDS",
          "an oral grant says why and what",
          field,
          text.strip().length() + " characters",
          "write at least " + SHORTEST + " characters, while it is fresh");
    }
  }

  /**
   * Writes up what was granted orally: six principles, complete, signed by the applicant as they
   * are handed in. Nothing of what was granted changes. It then waits for the overseer, and no
   * permit lives meanwhile.
   *
   * @throws Refused.Application with a principle's code if one is not argued
   */
  public void writeUp(ActorId applicant, AuthorityId id, Principles principles) {
    life.run(
        "WRITE_UP",
        applicant,
        id,
        entry -> {
          Version version = life.find(entry, id, EnumSet.of(ACTIVE_URGENT));
          Lifecycle.requireApplicant(version, applicant, "write up");
          for (Principle principle : Principle.values()) {
            principles.require(principle);
          }
          AuthorityDocument old = version.document();
          OralGrant oral = old.oral();
          if (oral == null) {
            throw Lifecycle.path("write up", version, "it was granted in writing");
          }
          AuthorityDraft d = old.draft();
          AuthorityDraft argued =
              new AuthorityDraft(d.caseId(), d.basis(), principles, d.bounds(), d.duties());
          store.writeUp(
              entry,
              version,
              new AuthorityDocument(
                  id,
                  old.version(),
                  applicant,
                  old.salt(),
                  old.results(),
                  argued,
                  oral.writtenUp(version.digest())));
          Version written = life.again(entry, version);
          for (Principle principle : Principle.values()) {
            signatures.sign(entry, written, principle);
          }
          applications.requireSigned(entry, written);
          return id;
        });
  }
}

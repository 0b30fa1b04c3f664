package dev.sextant.authority;

import static dev.sextant.authority.AuthorityState.ACTIVE;
import static dev.sextant.authority.AuthorityState.ACTIVE_URGENT;
import static dev.sextant.authority.AuthorityState.CANCELLED;
import static dev.sextant.authority.AuthorityState.DRAFT;
import static dev.sextant.authority.AuthorityState.EXPIRED;
import static dev.sextant.authority.AuthorityState.QUASHED;
import static dev.sextant.authority.AuthorityState.RENEWAL_PENDING;
import static dev.sextant.authority.AuthorityState.RETURNED;
import static dev.sextant.authority.AuthorityState.SUBMITTED;
import static dev.sextant.authority.AuthorityState.SUSPENDED;

import dev.sextant.authority.AuthorityStore.Version;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an applicant does with an authority: drafts, signs, submits, renews. */
final class ApplicantDeeds {
  private static final int SALT_BYTES = 16;

  private final Register register;
  private final Deeds deeds;
  private final AuthorityStore store;
  private final Lifecycle life;
  private final Applications applications;
  private final Similarity similarity;
  private final Overlap watch;
  private final AuthorityViews views;

  ApplicantDeeds(
      Register register,
      Deeds deeds,
      AuthorityStore store,
      Lifecycle life,
      Applications applications,
      Similarity similarity,
      Overlap watch,
      AuthorityViews views) {
    this.register = register;
    this.deeds = deeds;
    this.store = store;
    this.life = life;
    this.applications = applications;
    this.similarity = similarity;
    this.watch = watch;
    this.views = views;
  }

  /** As {@link Authorities#draft}. */
  AuthorityId draft(ActorId applicant, AuthorityDraft draft) {
    return draft(applicant, draft.caseId(), () -> draft);
  }

  /** As {@link Authorities#draft}. */
  AuthorityId draft(ActorId applicant, CaseId of, Supplier<AuthorityDraft> given) {
    AuthorityId id = AuthorityId.random();
    Particulars about = Particulars.none().id("case", of).id("authority", id);
    return deeds.run(
        "DRAFT",
        applicant,
        about,
        entry -> {
          AuthorityDraft draft = given.get();
          Lifecycle.requireCase(of, draft);
          People.require(
              life.signatures().people().find(entry.jdbc(), applicant), Role.ANALYST, "draft");
          store.insert(entry, new AuthorityDocument(id, 1, applicant, salt(), "", draft), DRAFT);
          return id;
        });
  }

  /** As {@link Authorities#amend}. */
  void amend(ActorId applicant, AuthorityId id, AuthorityDraft draft) {
    amend(applicant, id, () -> draft, null);
  }

  /** As {@link Authorities#amend}. */
  void amend(
      ActorId applicant, AuthorityId id, Supplier<AuthorityDraft> given, @Nullable String results) {
    life.run(
        "AMEND",
        applicant,
        id,
        entry -> {
          AuthorityDraft draft = given.get();
          Version version = life.find(entry, id, EnumSet.of(DRAFT, RETURNED, RENEWAL_PENDING));
          Lifecycle.requireApplicant(version, applicant, "amend");
          AuthorityDocument old = version.document();
          Lifecycle.requireCase(version.caseId(), draft);
          String said = results == null || old.version() == 1 ? old.results() : results;
          store.replace(
              entry, new AuthorityDocument(id, old.version(), applicant, old.salt(), said, draft));
          return id;
        });
  }

  /** As {@link Authorities#signPrinciple}. */
  void signPrinciple(ActorId applicant, AuthorityId id, Principle principle) {
    life.run(
        "SIGN_PRINCIPLE",
        applicant,
        id,
        entry -> {
          Version version = life.find(entry, id, EnumSet.of(DRAFT, RETURNED, RENEWAL_PENDING));
          Lifecycle.requireApplicant(version, applicant, "sign");
          version.draft().principles().require(principle);
          life.signatures().sign(entry, version, principle);
          entry.note("principle", principle);
          entry.note("document", version.digest());
          return id;
        });
  }

  /** As {@link Authorities#submit}. */
  void submit(ActorId applicant, AuthorityId id) {
    AtomicReference<Version> handed = new AtomicReference<>();
    try {
      submit(applicant, id, handed);
    } catch (Refused.Application e) {
      Version version = handed.get();
      if (version != null && e.code().equals("SX-AUTH-PROTECTED")) {
        watch.refused(version, applicant, e.code());
      }
      throw e;
    }
  }

  private void submit(ActorId applicant, AuthorityId id, AtomicReference<Version> handed) {
    life.run(
        "SUBMIT",
        applicant,
        id,
        entry -> {
          Version version = life.find(entry, id, EnumSet.of(DRAFT, RETURNED, RENEWAL_PENDING));
          Lifecycle.requireApplicant(version, applicant, "submit");
          handed.set(version);
          Version previous = life.previous(entry.jdbc(), version);
          applications.requireComplete(entry, version, previous);
          watch.requireApplied(version, applicant, entry.at());
          if (previous != null) {
            similarity.note(entry, version, previous);
          }
          store.move(entry, version, SUBMITTED, applicant, "");
          return id;
        });
  }

  /** As {@link Authorities#renew}. */
  int renew(ActorId applicant, AuthorityId id, AuthorityDraft draft, String results) {
    return renew(applicant, id, () -> draft, results);
  }

  /** As {@link Authorities#renew}. */
  int renew(ActorId applicant, AuthorityId id, Supplier<AuthorityDraft> given, String results) {
    return life.run(
        "RENEW",
        applicant,
        id,
        entry -> {
          AuthorityDraft draft = given.get();
          People.require(
              life.signatures().people().find(entry.jdbc(), applicant), Role.ANALYST, "renew");
          Version living =
              life.find(entry, id, EnumSet.of(ACTIVE, ACTIVE_URGENT, SUSPENDED, EXPIRED));
          Lifecycle.requirePart(living, applicant, "renew");
          Lifecycle.requireCase(living.caseId(), draft);
          Version last = store.locked(entry.jdbc(), id).getFirst();
          Set<AuthorityState> ended = EnumSet.of(AuthorityState.REFUSED, CANCELLED, QUASHED);
          if (last.document().version() != living.document().version()
              && !ended.contains(last.stored())) {
            throw Lifecycle.path(
                "renew", last, "decide on the further version that is under way first");
          }
          Applications.requireResults(results);
          int next = last.document().version() + 1;
          store.insert(
              entry,
              new AuthorityDocument(id, next, applicant, salt(), results, draft),
              RENEWAL_PENDING);
          entry.note("version", next);
          return next;
        });
  }

  /** As {@link Authorities#lacks}. */
  List<AuthorityFault> lacks(ActorId viewer, AuthorityId id) {
    views.authority(viewer, id);
    return register.within(
        "authority",
        jdbc -> {
          Version version = store.versions(jdbc, id).getFirst();
          return applications.lacks(
              new Applications.Asked(jdbc, deeds.now(), version, life.previous(jdbc, version)));
        });
  }

  static String salt() {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }
}

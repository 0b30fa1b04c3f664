package dev.sextant.authority;

import static dev.sextant.authority.AuthorityState.ACTIVE;
import static dev.sextant.authority.AuthorityState.ACTIVE_URGENT;
import static dev.sextant.authority.AuthorityState.APPROVED;
import static dev.sextant.authority.AuthorityState.OVERSIGHT_PENDING;
import static dev.sextant.authority.AuthorityState.QUASHED;
import static dev.sextant.authority.AuthorityState.RETURNED;
import static dev.sextant.authority.AuthorityState.SUSPENDED;

import dev.sextant.authority.AuthorityStore.Standing;
import dev.sextant.authority.AuthorityStore.Version;
import dev.sextant.authority.Deeds.Entry;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.Digest;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What an overseer does with an authority, from outside. */
final class OverseerDeeds {
  private static final Set<AuthorityState> OVERSEEN =
      Collections.unmodifiableSet(EnumSet.of(OVERSIGHT_PENDING, ACTIVE, ACTIVE_URGENT, SUSPENDED));

  private final Register register;
  private final Deeds deeds;
  private final AuthorityStore store;
  private final Lifecycle life;
  private final Applications applications;
  private final OverseerNotes notes;

  OverseerDeeds(
      Register register,
      Deeds deeds,
      AuthorityStore store,
      Lifecycle life,
      Applications applications,
      OverseerNotes notes) {
    this.register = register;
    this.deeds = deeds;
    this.store = store;
    this.life = life;
    this.applications = applications;
    this.notes = notes;
  }

  /** As {@link Authorities#overseerText}. */
  String overseerText(ActorId overseer, AuthorityId id, Decision decision, Digest reasons) {
    if (!life.signatures().people().actor(overseer).is(Role.OVERSEER)) {
      // A refusal is a deed, so that it is in the log.
      life.run(
          "OVERSEE",
          overseer,
          id,
          entry ->
              People.require(
                  life.signatures().people().find(entry.jdbc(), overseer),
                  Role.OVERSEER,
                  "oversee"));
    }
    return register.within(
        "oversee",
        jdbc -> {
          Instant now = deeds.now();
          List<Version> versions = store.versions(jdbc, id);
          // Where none waits for him, the deed itself says so, and is logged.
          Version version =
              versions.stream()
                  .filter(one -> OVERSEEN.contains(one.state(now)))
                  .findFirst()
                  .orElse(versions.getFirst());
          return OverseerNotes.text(version, overseer, decision, reasons, now);
        });
  }

  /** As {@link Authorities#oversee}. */
  void oversee(ActorId overseer, AuthorityId id, Decision decision, String reasons, String note) {
    life.run(
        "OVERSEE",
        overseer,
        id,
        entry -> {
          Lifecycle.requireReasons(reasons);
          People.require(
              life.signatures().people().find(entry.jdbc(), overseer), Role.OVERSEER, "oversee");
          Version version = life.find(entry, id, OVERSEEN);
          life.requireApart(version, overseer);
          life.requireThird(entry, version, overseer, Role.OVERSEER);
          notes.record(entry, version, new OverseerNotes.Given(overseer, decision, reasons, note));
          if (version.stored() == OVERSIGHT_PENDING) {
            overseeBefore(entry, version, overseer, decision, reasons);
          } else {
            overseeAfter(entry, version, overseer, decision, reasons);
          }
          return id;
        });
  }

  private void overseeBefore(
      Entry entry, Version version, ActorId overseer, Decision decision, String reasons) {
    switch (decision) {
      case APPROVED -> {
        applications.requireTime(version, entry.at());
        life.activate(entry, version, overseer, reasons);
      }
      case REFUSED -> store.move(entry, version, AuthorityState.REFUSED, overseer, reasons);
      case RETURNED -> store.move(entry, version, RETURNED, overseer, reasons);
    }
  }

  private void overseeAfter(
      Entry entry, Version version, ActorId overseer, Decision decision, String reasons) {
    if (decision == Decision.RETURNED || !version.stored().living()) {
      throw Lifecycle.path(
          "oversee", version, "confirm or refuse what is in force; resume what is suspended");
    }
    if (decision == Decision.REFUSED) {
      store.move(entry, version, SUSPENDED, overseer, reasons);
    } else if (version.stored() == ACTIVE_URGENT) {
      throw Lifecycle.path("oversee", version, "confirm it once it is written up");
    } else {
      Instant reviewed = life.livelySince(entry, version).getLast();
      store.liveUntil(entry, version, life.due(entry, version, reviewed));
    }
  }

  /** As {@link Authorities#quash}. */
  void quash(ActorId overseer, AuthorityId id, String reasons) {
    life.run(
        "QUASH",
        overseer,
        id,
        entry -> {
          Lifecycle.requireReasons(reasons);
          People.require(
              life.signatures().people().find(entry.jdbc(), overseer), Role.OVERSEER, "quash");
          boolean any = false;
          List<Standing> all = AuthorityStore.standings(entry.jdbc(), id);
          for (Standing version : all) {
            if (version.stored() != QUASHED) {
              store.move(entry, version, QUASHED, overseer, reasons);
              any = true;
            }
          }
          if (!any) {
            throw Lifecycle.path("quash", all.getFirst(), "it is quashed already");
          }
          return id;
        });
  }
}

package dev.sextant.authority;

import dev.sextant.authority.AuthorityStore.Version;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.PermitId;
import dev.sextant.terms.Selector;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives permits: the one place where they are made. */
final class Permits {
  private static final Set<AuthorityState> ENDED =
      EnumSet.of(AuthorityState.EXPIRED, AuthorityState.LAPSED);

  private final AuthorityStore store;
  private final Signatures signatures;
  private final CaseKeys keys;
  private final Gate gate;
  private final Rules rules;
  private final Conflicts conflicts;
  private final Protection protection;
  private final Recycling recycling;
  private final Keeper keeper;

  /** What keeps permits within what was granted. */
  record Bounds(Protection protection, Recycling recycling, Conflicts conflicts, Keeper keeper) {}

  Permits(
      AuthorityStore store,
      Signatures signatures,
      CaseKeys keys,
      Gate gate,
      Rules rules,
      Bounds bounds) {
    this.conflicts = bounds.conflicts();
    this.store = store;
    this.signatures = signatures;
    this.keys = keys;
    this.gate = gate;
    this.rules = rules;
    this.protection = bounds.protection();
    this.recycling = bounds.recycling();
    this.keeper = bounds.keeper();
  }

  /** Who asks for what. */
  record Asked(ActorId actor, AuthorityId authority, Purpose purpose, @Nullable DutySession duty) {}

  Permit give(Deeds.Entry entry, Asked asked) {
    ActorId actor = asked.actor();
    AuthorityId authority = asked.authority();
    Purpose purpose = asked.purpose();
    DutySession duty = asked.duty();
    if (duty != null && (!duty.actor().equals(actor) || duty.role() != Role.ANALYST)) {
      throw new Refused.Leave(
          "SX-AUTH-DUTY-ROLE",
          "this duty session is not for working on a case",
          "duty session " + duty.id(),
          duty.role().name(),
          "go on duty as an analyst");
    }
    People.require(signatures.people().find(entry.jdbc(), actor), Role.ANALYST, "permit");
    Instant now = entry.at();
    List<Version> versions = store.locked(entry.jdbc(), authority);
    Version version =
        versions.stream()
            .filter(one -> one.stored().ticking())
            .findFirst()
            // One that is over says more than one that was only applied for.
            .or(() -> versions.stream().filter(one -> ENDED.contains(one.stored())).findFirst())
            .orElse(versions.getFirst());
    requireLiving(version, now);
    if (!version.draft().duties().team().contains(actor)) {
      throw leave(
          "SX-AUTH-TEAM",
          "this person is not on the authority's team",
          version,
          actor.toString(),
          "ask for a new version of the authority that names the person");
    }
    requireDecided(entry, version);
    conflicts.require(
        actor,
        version.caseId(),
        "PERMIT",
        version.draft().bounds().scope().selectors().stream()
            .flatMap(s -> NamedText.of(s).stream())
            .toList());
    Scope scope = counting(entry, version);
    Instant expires = now.plus(rules.longestPermit());
    if (expires.isAfter(version.liveUntil())) {
      expires = version.liveUntil();
    }
    if (duty != null && expires.isAfter(duty.until())) {
      expires = duty.until();
    }
    if (!expires.isAfter(now)) {
      throw DutyRule.over(java.util.Objects.requireNonNull(duty));
    }
    PermitId id = PermitId.random();
    Permit.PurposeUntil leave = new Permit.PurposeUntil(purpose, expires, duty);
    store(entry, id, actor, version, leave);
    if (duty != null) {
      entry.note("duty", duty.id());
    }
    entry.note("permit", id);
    entry.note("version", version.document().version());
    entry.note("document", version.digest());
    entry.note("expires", expires);
    entry.note("purpose", keys.keyedHash(entry.jdbc(), version.caseId()).of(purpose));
    return new Permit(
        id,
        actor,
        new Permit.AuthorityVersion(
            version.caseId(),
            authority,
            version.document().version(),
            scope,
            version.draft().bounds().quota(),
            version.draft().bounds().methods(),
            version.draft().bounds().hopLimit()),
        leave,
        gate,
        keeper);
  }

  /* What the authority names, less what must not count now: flagged as protected since, or a handle
   * that turned up at another account. */
  private Scope counting(Deeds.Entry entry, Version version) {
    Scope whole = version.draft().bounds().scope();
    Set<Selector> recycled = recycling.held(entry.jdbc(), SelectorMarks.Of.of(version));
    Set<Selector> held = new LinkedHashSet<>(recycled);
    held.addAll(protection.held(entry.jdbc(), version));
    Scope scope = held.isEmpty() ? whole : whole.without(held);
    if (scope.selectors().isEmpty()) {
      throw recycled.isEmpty()
          ? leave(
              "SX-AUTH-PROTECTED",
              "all that the authority names touches protected activity",
              version,
              held.size() + " selectors",
              "a second person must sign why it is directly related to the offence")
          : Recycling.refusal(version.document().id().toString());
    }
    return scope;
  }

  private static void requireLiving(Version version, Instant now) {
    AuthorityState state = version.state(now);
    if (state == AuthorityState.EXPIRED) {
      throw leave(
          "SX-AUTH-EXPIRED",
          "the authority's time is over",
          version,
          version.operationTo().toString(),
          "apply for a further version");
    }
    if (state == AuthorityState.SUSPENDED) {
      throw leave(
          "SX-AUTH-SUSPENDED",
          "the authority is suspended",
          version,
          state.toString(),
          version.stored().living()
              ? "a review or the overseer's decision is overdue: ask for it"
              : "ask whoever suspended it");
    }
    if (state == AuthorityState.LAPSED) {
      throw leave(
          "SX-AUTH-LAPSED",
          "the oral authority was never written up in time",
          version,
          version.liveUntil().toString(),
          "what was taken in under it is frozen; apply in writing");
    }
    if (!state.living()) {
      throw leave(
          "SX-AUTH-NOT-LIVING",
          "the authority is not in force",
          version,
          state.toString(),
          "permits are given in state ACTIVE only");
    }
    Instant from = version.draft().bounds().operationWindow().from();
    if (from != null && now.isBefore(from)) {
      throw leave(
          "SX-AUTH-NOT-YET",
          "the authority's time has not come",
          version,
          from.toString(),
          "wait until its operation window begins");
    }
  }

  /* Asked at every permit, though the state says ACTIVE: whoever writes to the register behind the
   * program's back can set a state and add rows, but can neither sign nor seal a person. */
  private void requireDecided(Deeds.Entry entry, Version version) {
    boolean oral = version.document().unwritten();
    if (!oral && signatures.signed(entry.jdbc(), version).size() < Principle.values().length) {
      throw leave(
          "SX-AUTH-UNSIGNED",
          "a principle lacks its signature",
          version,
          "principles",
          "tell the overseer: the register was altered");
    }
    boolean officer = signatures.granted(entry.jdbc(), version, Role.AUTHORISING_OFFICER);
    boolean overseer =
        oral
            || !version.needsOversight()
            || signatures.granted(entry.jdbc(), version, Role.OVERSEER);
    if (!officer || !overseer) {
      throw leave(
          "SX-AUTH-UNAPPROVED",
          "no valid approval of this document",
          version,
          version.digest().hex(),
          "tell the overseer: the register was altered");
    }
  }

  private void store(
      Deeds.Entry entry, PermitId id, ActorId actor, Version version, Permit.PurposeUntil leave) {
    byte[] sealed =
        keys.registerCipher(entry.jdbc(), version.caseId())
            .seal(
                leave.purpose().text().getBytes(StandardCharsets.UTF_8),
                ("purpose " + id).getBytes(StandardCharsets.UTF_8));
    entry
        .jdbc()
        .sql(
            """
            insert into permit (id, actor, casefile, authority, version, purpose, issued_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(id.value())
        .param(actor.value())
        .param(version.caseId().value())
        .param(version.document().id().value())
        .param(version.document().version())
        .param(sealed)
        .param(Timestamp.from(entry.at()))
        .param(Timestamp.from(leave.expires()))
        .update();
  }

  private static Refused.Leave leave(
      String code, String what, Version version, String value, String cure) {
    return new Refused.Leave(
        code,
        what,
        "authority " + version.document().id() + " version " + version.document().version(),
        value,
        cure);
  }
}

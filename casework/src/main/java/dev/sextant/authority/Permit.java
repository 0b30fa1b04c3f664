package dev.sextant.authority;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.PermitId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leave for one actor, purpose, scope and time: a value that one must hold. Made by {@link
 * Authorities#permit} alone. It is dead once its time is over or its authority no longer lives,
 * whoever still holds it.
 */
public final class Permit {
  private final PermitId id;
  private final ActorId actor;
  private final AuthorityVersion version;
  private final Purpose purpose;
  private final Instant expires;
  private final @Nullable DutySession duty;
  private final Gate gate;
  private final Keeper keeper;
  private final Kind kind;

  /** Whose work a permit is for. */
  public enum Kind {
    /** Work on the case by the authority's team. */
    TEAM("select sextant.enter(?)"),
    /**
     * A filter officer's look at what was sealed off, by somebody who is on no team of the case.
     */
    FILTER("select sextant.enter_filter(?)");

    private final String entry;

    Kind(String entry) {
      this.entry = entry;
    }

    /** How the database is asked to let it in. */
    String entry() {
      return entry;
    }
  }

  /** For a team. */
  Permit(
      PermitId id,
      ActorId actor,
      AuthorityVersion version,
      PurposeUntil leave,
      Gate gate,
      Keeper keeper) {
    this(id, actor, version, leave, new Doors(gate, keeper, Kind.TEAM));
  }

  /** Through what a permit works. */
  record Doors(Gate gate, Keeper keeper, Kind kind) {}

  Permit(PermitId id, ActorId actor, AuthorityVersion version, PurposeUntil leave, Doors doors) {
    this.kind = doors.kind();
    this.gate = doors.gate();
    this.keeper = doors.keeper();
    this.id = id;
    this.actor = actor;
    this.version = version;
    this.purpose = leave.purpose();
    this.expires = leave.expires();
    this.duty = leave.duty();
  }

  /** What a permit is for, until when, and in which duty session. */
  record PurposeUntil(Purpose purpose, Instant expires, @Nullable DutySession duty) {}

  /** The part of an authority's version that a permit carries. */
  record AuthorityVersion(
      CaseId caseId,
      AuthorityId authority,
      int version,
      Scope scope,
      AuthorityDraft.Quota quota,
      Set<String> methods,
      int hopLimit) {}

  /** Whose work it is for. */
  public Kind kind() {
    return kind;
  }

  /** Its identifier, which the database asks for. */
  public PermitId id() {
    return id;
  }

  /** Who may act. */
  public ActorId actor() {
    return actor;
  }

  /** In which case. */
  public CaseId caseId() {
    return version.caseId();
  }

  /** Under which authority. */
  public AuthorityId authority() {
    return version.authority();
  }

  /** Under which of its versions, from 1. */
  public int authorityVersion() {
    return version.version();
  }

  /** Why. */
  public Purpose purpose() {
    return purpose;
  }

  /** What may be seen. */
  public Scope scope() {
    return version.scope();
  }

  /** How many views its authority allows in all; 0 for no bound. */
  long viewQuota() {
    return version.quota().views();
  }

  /** How much its authority allows. */
  AuthorityDraft.Quota quota() {
    return version.quota();
  }

  /** The ways of working that its authority names. */
  Set<String> methods() {
    return version.methods();
  }

  /** How many ties away from the named new accounts may be drawn in, 0 or 1. */
  public int hopLimit() {
    return version.hopLimit();
  }

  Keeper keeper() {
    return keeper;
  }

  /** The first moment at which it is dead. */
  public Instant expires() {
    return expires;
  }

  /**
   * The duty session it was asked for in; null where a training home lets people work without a
   * device.
   */
  public @Nullable DutySession dutySession() {
    return duty;
  }

  /**
   * Begins a step. Its intent is durable in the log when this returns.
   *
   * @throws Refused.Leave {@code SX-AUTH-PERMIT-DEAD} if this permit lives no longer; {@code
   *     SX-AUTH-QUOTA-VIEWS} if the step is a view and the authority's views are used up
   */
  public Act begin(Step step, Particulars inputs) {
    return gate.begin(this, step, inputs);
  }

  /**
   * Asks whether it lives, and its holder is on duty still; nothing is begun or logged.
   *
   * @throws Refused.Leave {@code SX-AUTH-PERMIT-DEAD} or {@code SX-AUTH-DUTY} if not
   */
  public void requireLiving() {
    keeper.requireOnDuty(this);
    keeper.requireLiving(this, Instant.MIN);
  }

  @Override
  public String toString() {
    return "Permit " + id;
  }
}

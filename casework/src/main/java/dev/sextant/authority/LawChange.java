package dev.sextant.authority;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of the law of a house, from its proposal on.
 *
 * @param id random
 * @param kind which of the two
 * @param before digest of the law that it replaces, or null for a house's first
 * @param after digest of the law that it brings
 * @param proposal who proposed it and why
 * @param narrowing whether it is proved to make nothing possible
 * @param state where it stands
 * @param times when what happened
 * @param signatures what was decided on it
 * @param leaf where in the log the deed began that brought it into force; negative if none did
 */
public record LawChange(
    UUID id,
    LawKind kind,
    @Nullable Digest before,
    Digest after,
    Proposal proposal,
    boolean narrowing,
    State state,
    Times times,
    List<Signature> signatures,
    long leaf) {

  /** Copies the list. */
  public LawChange {
    signatures = List.copyOf(signatures);
  }

  /** Where a change stands. */
  public enum State {
    /** Proposed; waiting for two people. */
    PROPOSED,
    /** Approved by both; overseers have notice, the delay runs. */
    NOTICED,
    /** It came into force; a further change may have replaced it. */
    FORCED,
    /** Somebody stopped or refused it. */
    STOPPED,
    /** Another change came into force first. */
    LAPSED
  }

  /**
   * Who proposed a change.
   *
   * @param actor null for the law that shipped with the program
   * @param reasons why
   * @param note the signed note; empty for the first
   */
  public record Proposal(@Nullable ActorId actor, String reasons, String note) {}

  /**
   * When what happened; null where it has not.
   *
   * @param proposed when it was proposed
   * @param noticed when overseers had notice
   * @param due when it may come into force
   * @param ended when it came into force, was stopped or lapsed
   */
  public record Times(
      Instant proposed,
      @Nullable Instant noticed,
      @Nullable Instant due,
      @Nullable Instant ended) {}

  /**
   * What one person decided.
   *
   * @param role in which part
   * @param actor who
   * @param decision APPROVED or REFUSED
   * @param reasons why
   * @param note the signed note
   * @param at when
   */
  public record Signature(
      Role role, ActorId actor, Decision decision, String reasons, String note, Instant at) {}

  /** The text that its proposer signs. */
  static String proposalText(
      UUID id, LawKind kind, @Nullable Digest before, Digest after, ActorId actor, String reasons) {
    return "sextant-law-proposal/v1\n"
        + head(id, kind, before, after)
        + "actor "
        + actor
        + "\nreasons "
        + Digest.ofFields(reasons).hex()
        + "\n";
  }

  /** The text that whoever decides on it signs. */
  String approvalText(Role role, ActorId actor, Decision decision, String reasons) {
    return "sextant-law-approval/v1\n"
        + head(id, kind, before, after)
        + "role "
        + role
        + "\nactor "
        + actor
        + "\ndecision "
        + decision
        + "\nreasons "
        + Digest.ofFields(reasons).hex()
        + "\n";
  }

  private static String head(UUID id, LawKind kind, @Nullable Digest before, Digest after) {
    return "kind "
        + kind
        + "\nchange "
        + id
        + "\nold "
        + (before == null ? "none" : before.hex())
        + "\nnew "
        + after.hex()
        + "\n";
  }
}

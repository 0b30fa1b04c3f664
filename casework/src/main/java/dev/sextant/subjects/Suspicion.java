package dev.sextant.subjects;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.PersonId;
import dev.sextant.terms.SuspicionId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A suspicion as it stands.
 *
 * @param id its identifier
 * @param person of whom
 * @param offence code of the offence
 * @param relevance why it matters to the case
 * @param facts what says so
 * @param author who wrote it
 * @param authority under which authority
 * @param at when
 * @param leaf where the act's intent lies in the log
 * @param review the second person's decision, or null while it is in quarantine
 */
public record Suspicion(
    SuspicionId id,
    PersonId person,
    String offence,
    String relevance,
    List<Fact> facts,
    ActorId author,
    AuthorityId authority,
    Instant at,
    long leaf,
    @Nullable Decided review) {
  /** Copies. */
  public Suspicion {
    facts = List.copyOf(facts);
  }

  /**
   * A second person's decision.
   *
   * @param reviewer who
   * @param accepted whether the suspicion stands
   * @param reasons why
   * @param at when
   * @param validUntil until when it holds, or null if refused
   */
  public record Decided(
      ActorId reviewer,
      boolean accepted,
      String reasons,
      Instant at,
      @Nullable Instant validUntil) {}
}

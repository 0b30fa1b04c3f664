package dev.sextant.findings;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step that was taken with a finding; never undone.
 *
 * @param seq place in the finding's history, from 1
 * @param kind what was done
 * @param actor who did it
 * @param actorName that person's name
 * @param at when
 * @param leaf where the act's intent lies in the log
 * @param digest digest of the finding's document at this step
 * @param document the document, for steps that wrote one; else null
 * @param reasons why, for reviews, withdrawals and corrections; else empty
 * @param note the signed note over the document's digest, for acceptance and signature; else empty
 * @param vkey public half of the key that signed the note; else empty
 */
public record FindingStep(
    int seq,
    Kind kind,
    ActorId actor,
    String actorName,
    Instant at,
    long leaf,
    Digest digest,
    @Nullable FindingDocument document,
    String reasons,
    String note,
    String vkey) {
  /** What can be done with a finding. */
  public enum Kind {
    /** Its author began it. */
    DRAFTED(FindingState.DRAFT),
    /** Its author changed it. */
    AMENDED(FindingState.DRAFT),
    /** Its author froze it and asked for a review. */
    SUBMITTED(FindingState.IN_REVIEW),
    /** A second person accepted it, and signed it as it stands. */
    ACCEPTED(FindingState.IN_REVIEW),
    /** A second person sent it back. */
    RETURNED(FindingState.RETURNED),
    /** Its author signed what was accepted. */
    SIGNED(FindingState.SIGNED),
    /** It was taken back. */
    WITHDRAWN(FindingState.WITHDRAWN),
    /** A finding that corrects it was signed. */
    CORRECTED(FindingState.CORRECTED);

    private final FindingState leadsTo;

    Kind(FindingState leadsTo) {
      this.leadsTo = leadsTo;
    }

    /** The state a finding is in after this step. */
    public FindingState leadsTo() {
      return leadsTo;
    }
  }
}

package dev.sextant.deconfliction;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.CaseId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A duty to speak to somebody: another case knows a selector that this one knows. It names nobody
 * but colleagues.
 *
 * @param id its number
 * @param question the question it comes from
 * @param caseId the case that is told
 * @param side whether this case asked, or knows what another asked about
 * @param lead whose duty it is: who applied for the authority
 * @param contact whom to speak to in this house; null where it is another house's unit
 * @param outside another house and its unit, or null
 * @param at when
 * @param seenBy who took note of it, or null
 * @param seenAt when, or null
 */
public record Notice(
    UUID id,
    UUID question,
    CaseId caseId,
    Side side,
    ActorId lead,
    @Nullable ActorId contact,
    @Nullable String outside,
    Instant at,
    @Nullable ActorId seenBy,
    @Nullable Instant seenAt) {
  /** Which side of a question a case is on. */
  public enum Side {
    /** It asked. */
    ASKED,
    /** It knows what another asked about. */
    KNOWS
  }
}

package dev.sextant.deconfliction;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.CaseId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question that was answered in silence, for the overseer: two cases know one selector, and at
 * least one of them answers nobody; one of the two may be another house's.
 *
 * @param id its number on the desk
 * @param question the question
 * @param asker the case that asked, or null where another house did
 * @param known the case of this house that knows it, or null
 * @param house the other house that knows it or, where no case of this one did, asked; or null
 * @param at when
 * @param decidedBy the overseer who decided, or null
 * @param decision what was decided, or null
 * @param reasons why; empty while nothing was decided
 */
public record SilentQuestion(
    UUID id,
    UUID question,
    @Nullable CaseId asker,
    @Nullable CaseId known,
    @Nullable UUID house,
    Instant at,
    @Nullable ActorId decidedBy,
    @Nullable Decision decision,
    String reasons) {
  /** What becomes of it. */
  public enum Decision {
    /** Both leads are told of each other. */
    TOLD,
    /** It stays silent. */
    LEFT
  }
}

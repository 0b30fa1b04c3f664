package dev.sextant.authority;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.CaseId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A duty to keep.
 *
 * @param id its identifier
 * @param caseId in which case
 * @param kind why in law
 * @param thing what is kept
 * @param placedBy who placed it
 * @param placedAt when; it binds from then on
 * @param reasons why in words
 * @param confirmedBy the second person, or null
 * @param liftBy who asked to lift it, or null
 * @param liftedBy the second person who did, or null
 * @param liftedAt when, or null
 */
public record Hold(
    UUID id,
    CaseId caseId,
    Kind kind,
    Thing thing,
    ActorId placedBy,
    Instant placedAt,
    String reasons,
    @Nullable ActorId confirmedBy,
    @Nullable ActorId liftBy,
    @Nullable ActorId liftedBy,
    @Nullable Instant liftedAt) {
  /** Why in law. */
  public enum Kind {
    /** Proceedings or a court demand it. */
    LEGAL,
    /** It speaks for a person. */
    EXCULPATORY
  }

  /** True while it binds. */
  public boolean binds() {
    return liftedAt == null;
  }

  /**
   * An attempt to destroy what is held.
   *
   * @param thing what
   * @param by who, or null for the schedule
   * @param at when
   * @param code with which code it was refused
   * @param leaf where the attempt's intent lies in the log
   */
  public record Attempt(Thing thing, @Nullable ActorId by, Instant at, String code, long leaf) {}
}

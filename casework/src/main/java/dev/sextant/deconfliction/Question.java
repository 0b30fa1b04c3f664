package dev.sextant.deconfliction;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question that was asked; not about whom.
 *
 * @param id its number
 * @param caseId for which case
 * @param authority under which authority
 * @param actor by whom
 * @param at when
 * @param house which other house was asked, or null for this one
 * @param known what was answered
 */
public record Question(
    UUID id,
    CaseId caseId,
    AuthorityId authority,
    ActorId actor,
    Instant at,
    @Nullable UUID house,
    boolean known) {}

package dev.sextant.identity;

import dev.sextant.terms.ActorId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's choice that an account gives the entity it is in its name, or the taking back of such
 * a choice. Appended, never changed.
 *
 * @param id random
 * @param account the account, by key
 * @param reason why, in the person's words
 * @param by who
 * @param at when
 * @param withdraws the choice that this one takes back, or null
 * @param leaf where the act's intent lies in the log
 */
public record LeadAccount(
    UUID id,
    String account,
    String reason,
    ActorId by,
    Instant at,
    @Nullable UUID withdraws,
    long leaf) {}

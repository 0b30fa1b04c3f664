package dev.sextant.disclosure;

import java.time.Instant;
import java.util.UUID;

/**
 * On what footing a body receives from us.
 *
 * @param id random
 * @param reference as the two bodies call it
 * @param organisation the receiving body
 * @param acceptsRules true if it keeps rules equivalent to ours (28 CFR 23.20(d))
 * @param expires when it lapses
 * @param suspended true once it was suspended; a new one must be concluded then
 */
public record Agreement(
    UUID id,
    String reference,
    String organisation,
    boolean acceptsRules,
    Instant expires,
    boolean suspended) {}

package dev.sextant.network.store;

import dev.sextant.terms.ActorId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row as it comes from and goes to the store: what is in the clear, and opened bytes.
 *
 * @param id the snapshot's or measure's
 * @param of for a measure the snapshot's id; null for a snapshot
 * @param by who made it
 * @param at when
 * @param head what a list needs, canonical JSON
 * @param body the whole, canonical JSON; empty where only heads were asked for
 */
public record SealedRow(
    UUID id, @Nullable UUID of, ActorId by, Instant at, byte[] head, byte[] body) {}

package dev.sextant.authority;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An official device: the public half of a key that was made on it and cannot leave it.
 *
 * @param id random
 * @param actor whose it is
 * @param fingerprint SHA-256 of the public key, which the holder and the administrator compare
 * @param registeredAt when it first showed itself
 * @param approvedBy the administrator who approved it, or null
 * @param revoked true once it counts no longer
 */
public record Device(
    UUID id,
    ActorId actor,
    Digest fingerprint,
    Instant registeredAt,
    @Nullable ActorId approvedBy,
    boolean revoked) {
  /** Whether a duty session may be bound to it. */
  public boolean usable() {
    return approvedBy != null && !revoked;
  }
}

package dev.sextant.authority;

import java.util.EnumSet;
import java.util.Set;

/** Where a version of an authority stands. Permits are given in {@link #living} states only. */
public enum AuthorityState {
  /** Being written. */
  DRAFT,
  /** A further version of a living authority, being written; it extends nothing. */
  RENEWAL_PENDING,
  /** Waiting for the authorising officer. */
  SUBMITTED,
  /** Sent back to be amended and signed anew. */
  RETURNED,
  /** Not granted. */
  REFUSED,
  /** Granted by the officer. */
  APPROVED,
  /** Granted by the officer, waiting for the overseer. */
  OVERSIGHT_PENDING,
  /** In force. */
  ACTIVE,
  /** In force by word of mouth, to be written up. */
  ACTIVE_URGENT,
  /** Never written up. */
  LAPSED,
  /** Stopped; it may be resumed or ended. */
  SUSPENDED,
  /** Over, by the clock. */
  EXPIRED,
  /** Ended early, withdrawn, or replaced by a further version. */
  CANCELLED,
  /** Material is being disposed of, persons notified, the outcome written. */
  CLOSING,
  /** Done with. */
  CLOSED,
  /** Void from the start, by an overseer or court. */
  QUASHED;

  /** True if a permit can be given and lives. */
  public boolean living() {
    return this == ACTIVE || this == ACTIVE_URGENT;
  }

  /** True if time can end it. */
  boolean ticking() {
    return living() || this == SUSPENDED;
  }

  /** The states that may follow; the database holds the same table and refuses every other. */
  public Set<AuthorityState> next() {
    Set<AuthorityState> next =
        switch (this) {
          case DRAFT, RENEWAL_PENDING, RETURNED -> EnumSet.of(SUBMITTED, CANCELLED);
          case SUBMITTED -> EnumSet.of(RETURNED, REFUSED, APPROVED, CANCELLED);
          case APPROVED -> EnumSet.of(ACTIVE, OVERSIGHT_PENDING, CANCELLED);
          case OVERSIGHT_PENDING -> EnumSet.of(ACTIVE, REFUSED, RETURNED, CANCELLED);
          case ACTIVE -> EnumSet.of(SUSPENDED, EXPIRED, CANCELLED);
          case ACTIVE_URGENT -> EnumSet.of(OVERSIGHT_PENDING, LAPSED, SUSPENDED, CANCELLED);
          case SUSPENDED -> EnumSet.of(ACTIVE, ACTIVE_URGENT, EXPIRED, LAPSED, CANCELLED);
          case EXPIRED, CANCELLED, LAPSED -> EnumSet.of(CLOSING);
          case CLOSING -> EnumSet.of(CLOSED);
          case REFUSED, CLOSED, QUASHED -> EnumSet.noneOf(AuthorityState.class);
        };
    if (this != QUASHED) {
      next.add(QUASHED);
    }
    return next;
  }
}

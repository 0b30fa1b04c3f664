package dev.sextant.authority;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Leave given by word of mouth, as the officer who gave it wrote it down.
 *
 * @param officer who gave it
 * @param at when
 * @param danger why nobody could wait for a written application
 * @param words what was said: to whom, for what, within which bounds
 * @param granted once it is written up, the digest of the document that the officer granted; before
 *     that null
 */
public record OralGrant(
    ActorId officer, Instant at, String danger, String words, @Nullable Digest granted) {
  /** The database keeps microseconds. */
  public OralGrant {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  OralGrant writtenUp(Digest document) {
    return new OralGrant(officer, at, danger, words, document);
  }
}

package dev.sextant.records;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of what a person wrote beside a record, or its taking back. Appended, never changed;
 * the record itself stays as it was read. It is that person's work and no evidence.
 *
 * @param id of the note, at random; the same in all its versions
 * @param version from 1
 * @param record beside which record
 * @param written what was written; null if this version takes the note back
 * @param original the words of the record that it is of, as they were read then; empty for a record
 *     without words
 * @param reason why it was taken back; empty otherwise
 * @param by who wrote this version
 * @param mine whether that is who asks
 * @param at when
 * @param leaf where the act's intent lies in the log
 */
public record Note(
    UUID id,
    int version,
    Digest record,
    @Nullable Written written,
    String original,
    String reason,
    ActorId by,
    boolean mine,
    Instant at,
    long leaf) {
  /** Whether this version takes the note back. */
  public boolean withdrawn() {
    return written == null;
  }
}

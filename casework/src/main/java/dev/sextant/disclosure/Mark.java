package dev.sextant.disclosure;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided to take out. It says where, never what: the words are read from the finding
 * when it is released.
 *
 * @param id random
 * @param kind what is taken out
 * @param thing the finding or, for an area, the exhibit
 * @param digest of the finding's document or the exhibit's bytes that the person looked at
 * @param place {@link Places}' path of a text or record; a key for a person; path of the part of
 *     the exhibit that holds the picture of an area, empty if the exhibit is the picture
 * @param from first UTF-16 unit of the words; left edge of an area, in pixels from 0
 * @param to unit after the last; top edge of an area, in pixels from 0
 * @param width of an area, in pixels; else 0
 * @param height of an area, in pixels; else 0
 * @param code reason code of the jurisdiction's pack
 * @param by who decided
 * @param at when
 * @param leaf where the act lies in the log
 * @param withdrawn when it was taken back, or null
 */
public record Mark(
    UUID id,
    Kind kind,
    UUID thing,
    Digest digest,
    String place,
    int from,
    int to,
    int width,
    int height,
    String code,
    ActorId by,
    Instant at,
    long leaf,
    @Nullable Instant withdrawn) {
  /** What a mark takes out. */
  public enum Kind {
    /** Words of a text, wherever else they stand too. */
    WORDS,
    /** A cited record: words, author, note and extract. */
    RECORD,
    /** A person: every name, handle and key. */
    PERSON,
    /** A rectangle of a picture. */
    AREA
  }

  /** Whether it stands. */
  public boolean stands() {
    return withdrawn == null;
  }
}

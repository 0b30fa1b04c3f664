package dev.sextant.records;

import dev.sextant.terms.Digest;
import org.jspecify.annotations.Nullable;

/**
 * A picture, sound, film or file that a record mentions. Never fetched: it is in the exhibit or it
 * is only named.
 *
 * @param name the name or path the source gives
 * @param type media type or the source's own word for it; null if not said
 * @param part path of the part of the exhibit that holds it, or null if it is not there
 * @param digest digest of that part, or null if it is not there
 * @param likeness perceptual hash of a picture, to find copies of it; null if it is none, is not
 *     there or cannot be decoded
 */
public record Media(
    String name,
    @Nullable String type,
    @Nullable String part,
    @Nullable Digest digest,
    @Nullable PictureHash likeness) {

  /** A medium without a perceptual hash. */
  public Media(String name, @Nullable String type, @Nullable String part, @Nullable Digest digest) {
    this(name, type, part, digest, null);
  }
}

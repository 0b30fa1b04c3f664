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
 */
public record Media(
    String name, @Nullable String type, @Nullable String part, @Nullable Digest digest) {}

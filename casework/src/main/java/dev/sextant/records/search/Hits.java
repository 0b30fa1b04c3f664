package dev.sextant.records.search;

import dev.sextant.records.Facets;
import dev.sextant.records.Record;
import dev.sextant.records.text.Language;
import dev.sextant.terms.Digest;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the index found.
 *
 * @param total in all
 * @param ids of the page, in order
 * @param facets found by each value of a facet
 * @param next names where the page ends, or null if nothing follows
 * @param highlights finds places in a record's words, of a language, that fit
 */
public record Hits(
    long total,
    List<Digest> ids,
    Facets facets,
    @Nullable String next,
    BiFunction<Record, Language, List<String>> highlights) {}

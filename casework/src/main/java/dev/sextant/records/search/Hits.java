package dev.sextant.records.search;

import dev.sextant.records.RecordKind;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Platform;
import java.util.List;
import java.util.Map;

/**
 * What the index found.
 *
 * @param total in all
 * @param ids of the page, in order
 * @param byKind found by kind, whatever kinds were asked for
 * @param byPlatform found by platform, whatever platforms were asked for
 */
public record Hits(
    long total, List<Digest> ids, Map<RecordKind, Long> byKind, Map<Platform, Long> byPlatform) {}

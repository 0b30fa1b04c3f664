package dev.sextant.network;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.SnapshotId;
import dev.sextant.terms.Span;
import java.time.Instant;

/**
 * A snapshot's description without its legend and ties, for lists.
 *
 * @param id which
 * @param rule what counted as a tie
 * @param window when a record had to have happened
 * @param digest of the whole
 * @param nodes length of the legend
 * @param ties number of ties
 * @param counts what became of every record
 * @param by who froze it
 * @param at when
 */
public record SnapshotHead(
    SnapshotId id,
    TieRule rule,
    Span window,
    Digest digest,
    int nodes,
    int ties,
    TieCounts counts,
    ActorId by,
    Instant at) {}

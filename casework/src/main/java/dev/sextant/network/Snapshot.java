package dev.sextant.network;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.SnapshotId;
import dev.sextant.terms.Span;
import java.time.Instant;
import java.util.List;

/**
 * Ties frozen under one rule and window. Never changes; what is judged or read later is not in it.
 *
 * @param id random
 * @param rule what counted as a tie
 * @param window when a record had to have happened
 * @param digest of rule, window, legend, ties and counts in canonical form: the same content gives
 *     the same digest
 * @param legend what stands behind each number, in the order of entity keys
 * @param ties by their ends
 * @param counts what became of every record
 * @param by who froze it
 * @param at when
 */
public record Snapshot(
    SnapshotId id,
    TieRule rule,
    Span window,
    Digest digest,
    List<NodeView> legend,
    List<TieView> ties,
    TieCounts counts,
    ActorId by,
    Instant at) {
  /** Copies. */
  public Snapshot {
    legend = List.copyOf(legend);
    ties = List.copyOf(ties);
  }
}

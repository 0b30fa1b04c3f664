package dev.sextant.network;

import dev.sextant.terms.ActorId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.MeasureId;
import dev.sextant.terms.SnapshotId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Numbers from a named method over one snapshot. Not suspicion.
 *
 * @param id random
 * @param snapshot what was measured
 * @param snapshotDigest its digest
 * @param method how
 * @param seed of everything random in it
 * @param parameters the method's parameters and the kernel's version
 * @param values one for each line of the legend
 * @param summary what can be said of the whole
 * @param robustness how it behaves when ties are missing
 * @param card what it is, for people; printed beside it
 * @param digest of all of the above but the id, in canonical form
 * @param by who measured
 * @param at when
 */
public record Measure(
    MeasureId id,
    SnapshotId snapshot,
    Digest snapshotDigest,
    Method method,
    long seed,
    SortedMap<String, String> parameters,
    List<Double> values,
    SortedMap<String, String> summary,
    Robustness robustness,
    String card,
    Digest digest,
    ActorId by,
    Instant at) {
  /** Copies. */
  public Measure {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    summary = Collections.unmodifiableSortedMap(new TreeMap<>(summary));
    values = List.copyOf(values);
  }
}

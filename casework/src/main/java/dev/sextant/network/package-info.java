/**
 * Ties between entities from records in a window, frozen into snapshots and measured. The only room
 * that talks to {@code dev.sextant.kernels}: kernels see ints, the legend stays here.
 *
 * <p>May touch: records (through identity's stream), entities, kernels, its own tables of snapshots
 * and measures. Promises: the same records, judgements, rule and window give the same snapshot
 * digest; the same snapshot, method and seed give the same measure; every record in scope is
 * counted as used or not used, with the reason; every measure says how it behaves when ties are
 * missing. Protected views and associations are never a tie kind. A measure is not suspicion.
 *
 * <pre>{@code
 * TieRule rule = TieRule.of(TieKind.MESSAGE, TieKind.CALL);
 * Snapshot snapshot = network.freeze(permit, rule, Span.between(from, to));
 * Measure between = network.measure(permit, snapshot.id(), Method.BETWEENNESS, 42L);
 * double score = between.values().get(0); // of snapshot.legend().get(0)
 * RankInterval rank = between.robustness().ranks().get(0); // if a tenth of the ties were missing
 * }</pre>
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"terms", "authority", "records", "identity", "subjects", "kernels"})
@NullMarked
package dev.sextant.network;

import org.jspecify.annotations.NullMarked;

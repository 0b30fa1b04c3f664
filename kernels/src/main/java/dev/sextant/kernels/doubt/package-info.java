/**
 * How far a measure can be trusted when the network is not wholly seen or partly wrong. {@link
 * dev.sextant.kernels.doubt.Doubt} measures many networks that may be the true one, given the
 * recorded one and stated {@link dev.sextant.kernels.doubt.Errors}, and tells for each node where
 * its rank lies.
 *
 * <pre>{@code
 * Errors errors = Errors.none().missing(0.1, Errors.Return.BY_CLOSURE).spurious(0.02);
 * Doubt.Result doubt = Doubt.of(measures, errors, Doubt.Plan.usual()).compute(graph, progress);
 * Spread.Ranks ranks = doubt.ranks("betweenness");
 * int best = ranks.low()[7]; // node 7 is at best this, in 95 of 100 cases
 * }</pre>
 */
@NullMarked
package dev.sextant.kernels.doubt;

import org.jspecify.annotations.NullMarked;

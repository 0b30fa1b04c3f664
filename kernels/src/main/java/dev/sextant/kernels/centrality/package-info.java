/**
 * Who stands where: measures of single nodes beyond those of the root package, of given sets of
 * nodes, of ties, and of the whole network's shape.
 *
 * <pre>{@code
 * Katz.Result katz = Katz.automatic().compute(graph, Progress.silent());
 * double weight = katz.score(3);
 * SampledBetweenness.Result about =
 *     SampledBetweenness.within(0.01, 0.1, 42L).compute(graph, Progress.silent());
 * TriadCensus.Result triads = TriadCensus.counted().compute(graph, Progress.silent());
 * }</pre>
 *
 * <p>Promises are those of {@link dev.sextant.kernels}. Weights are strengths unless a name says
 * lengths. A score is not a suspicion.
 */
@NullMarked
package dev.sextant.kernels.centrality;

import org.jspecify.annotations.NullMarked;

/**
 * Paths: from one node to all, between two nodes, the k shortest, all shortest, all within a limit
 * of hops, the most that share no node or no edge, and how far the network stretches.
 *
 * <pre>{@code
 * PathFinder finder = PathFinder.byHops(graph);
 * Optional<Route> chain = finder.find(3, 17, Progress.silent());
 * DisjointPaths.Result ways = DisjointPaths.byNodes(3, 17).compute(graph, Progress.silent());
 * int independent = ways.count(); // chains that share nobody but the two ends
 * }</pre>
 *
 * <p>Weights, where a name says "lengths", are lengths: {@link dev.sextant.kernels.Csr#reweighted}
 * turns strengths into lengths. Without weights every edge has length 1. A chain between two nodes
 * says that they could be joined through it, not that anything passed along it.
 */
@NullMarked
package dev.sextant.kernels.path;

import org.jspecify.annotations.NullMarked;

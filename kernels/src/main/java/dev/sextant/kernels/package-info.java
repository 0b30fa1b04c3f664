/**
 * Graph algorithms on frozen int arrays. Needs the JDK and nothing else, knows ints and no people,
 * and is usable alone as a library. A graph is a {@link dev.sextant.kernels.Csr}; every problem is
 * one interface with one result type, and its algorithms are made by the interface's own factory
 * methods:
 *
 * <pre>{@code
 * Csr graph = CsrBuilder.undirected(4, CsrBuilder.Loops.DROP)
 *     .edge(0, 1).edge(1, 2).edge(2, 3).build().graph();
 * Betweenness.Result between = Betweenness.byHops().compute(graph, Progress.silent());
 * double most = between.score(1); // 2.0: node 1 lies between 0 and both of 2 and 3
 * Leiden.Result groups = Leiden.modularity(1.0, 42L).compute(graph, Progress.silent());
 * }</pre>
 *
 * <p>Promises: same graph, parameters and seed give the same bytes on every machine and at any
 * number of threads; an approximation states its error; every computation can be stopped through
 * {@link dev.sextant.kernels.Progress}. A number from here is not a suspicion: what a node stands
 * for, and how a score behaves when ties are missing, is for the caller to say.
 */
@NullMarked
package dev.sextant.kernels;

import org.jspecify.annotations.NullMarked;

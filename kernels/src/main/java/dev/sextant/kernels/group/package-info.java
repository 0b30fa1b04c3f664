/**
 * Who belongs together, and who holds the same place: label propagation, cliques and plexes,
 * trusses, structural and regular equivalence, blockmodels, core and periphery, two-mode graphs and
 * their projections, ties that matter more than chance, and how two groupings compare. Communities
 * by Leiden are in the package above; all are listed by name in {@link
 * dev.sextant.kernels.group.GroupMeasures}.
 *
 * <pre>{@code
 * Truss.Result truss = Truss.peeling().compute(graph, Progress.silent());
 * Partition roles = Equivalence.regular().compute(graph, Progress.silent()).classes();
 * double agreement = GroupComparison.adjustedRand(roles, other);
 * }</pre>
 *
 * <p>Promises: as the package above. What cannot be done in polynomial time says its bound and
 * refuses beyond it with the numbers.
 */
@NullMarked
package dev.sextant.kernels.group;

import org.jspecify.annotations.NullMarked;

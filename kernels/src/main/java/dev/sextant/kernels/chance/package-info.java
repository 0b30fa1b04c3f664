/**
 * More than chance? Networks drawn at random under stated conditions, permutation tests, and what
 * to do when many tests are made at once. A p-value here is always (1 + as extreme) / (1 + draws),
 * so that it is never 0 and never below what the draws can show.
 *
 * <pre>{@code
 * MoreThanChance.Result found =
 *     MoreThanChance.against(NullModel.switched(10), 999, 42L, 1)
 *         .of(List.of(Statistic.transitivity())).compute(graph, Progress.silent());
 * double z = found.verdicts().get(0).z();
 * }</pre>
 */
@NullMarked
package dev.sextant.kernels.chance;

import org.jspecify.annotations.NullMarked;

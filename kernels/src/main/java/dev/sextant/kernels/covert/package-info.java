/**
 * Networks that hide: who holds them together, what is left as people are taken away, who stands
 * above whom, which ties may be missing, and who met whom at which event. Sets, orders and curves
 * as everywhere here are of ints; a high number is a property of what was seen, not of a person.
 *
 * <pre>{@code
 * KeyPlayers.Goal goal = KeyPlayers.Goal.fragmentByDistance();
 * KeyPlayers.Result found =
 *     KeyPlayers.ofSize(goal, 3, KeyPlayers.Search.usual()).compute(graph, Progress.silent());
 * int[] best = found.set(0);      // and found.set(1), ...: sets that do nearly as well
 * boolean surely = found.proved();
 * }</pre>
 */
@NullMarked
package dev.sextant.kernels.covert;

import org.jspecify.annotations.NullMarked;

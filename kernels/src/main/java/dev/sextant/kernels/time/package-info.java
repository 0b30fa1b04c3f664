/**
 * Ties with times: cut into windows, counted as small patterns in time, followed from person to
 * person in the order in which they happened, and watched for bursts and for change.
 *
 * <pre>{@code
 * TimedTies ties = TimedTies.of(3, new int[] {0, 1, 2}, new int[] {1, 2, 0}, new long[] {5, 6, 9});
 * TemporalMotifs.Result found = TemporalMotifs.within(10, 1).compute(ties, Progress.silent());
 * long cycles = found.count("1>2", "2>0"); // 1: after 0>1
 * }</pre>
 *
 * <p>Times are whole numbers of any one unit, seconds most often. What happens at one and the same
 * time is in no order: nothing here takes one of two simultaneous ties for the earlier one.
 */
@NullMarked
package dev.sextant.kernels.time;

import org.jspecify.annotations.NullMarked;

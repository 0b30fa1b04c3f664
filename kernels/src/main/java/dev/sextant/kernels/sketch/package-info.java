/**
 * Measures by small sketches instead of exact sets: for graphs where exact ones would take days.
 * Their error is stated; the same seed gives the same bytes here and on a cluster.
 */
@NullMarked
package dev.sextant.kernels.sketch;

import org.jspecify.annotations.NullMarked;

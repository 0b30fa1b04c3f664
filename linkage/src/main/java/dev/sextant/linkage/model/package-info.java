/**
 * The Fellegi-Sunter model in fixed-point log2 odds: levels, weights, training, term frequency,
 * calibration.
 */
@NullMarked
package dev.sextant.linkage.model;

import org.jspecify.annotations.NullMarked;

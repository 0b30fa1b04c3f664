/**
 * Blocking: which pairs are looked at. Ordered rules, the first that a pair meets wins, nothing is
 * dropped in silence.
 */
@NullMarked
package dev.sextant.linkage.block;

import org.jspecify.annotations.NullMarked;

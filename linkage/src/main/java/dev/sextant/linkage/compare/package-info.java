/**
 * Comparisons: what two values of one field have to say about being of one actor, as a level of a
 * short list from best to worst. What a level weighs is learned elsewhere.
 */
@NullMarked
package dev.sextant.linkage.compare;

import org.jspecify.annotations.NullMarked;

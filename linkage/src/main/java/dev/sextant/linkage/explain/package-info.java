/**
 * Why two records score as they do, in full: prior, each field's weight with what it was worked out
 * from, caps, the group's say, the probability; what would change it; what is missing. An
 * explanation is a document that stands alone: from its JSON every number in it can be worked out
 * again, to the bit, without the tables and without the model ({@link
 * dev.sextant.linkage.explain.Recomputation}).
 *
 * <p>An explanation explains a score. It is no judgement, and says so in every form.
 */
@NullMarked
package dev.sextant.linkage.explain;

import org.jspecify.annotations.NullMarked;

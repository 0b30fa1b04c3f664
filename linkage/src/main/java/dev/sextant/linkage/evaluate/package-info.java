/**
 * How good scored pairs are, against a truth: precision and recall of pairs and of groups, how far
 * probabilities can be believed, and which pairs a person should judge where there is no truth.
 *
 * <p>What is measured at a threshold that the truth chose says so: such figures flatter. Subgroups
 * are formed from columns that the records hold; nothing about a person is ever inferred.
 */
@NullMarked
package dev.sextant.linkage.evaluate;

import org.jspecify.annotations.NullMarked;

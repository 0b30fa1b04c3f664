/**
 * Record linkage: which observations may be of one actor. Blocking, comparing, Fellegi-Sunter
 * scoring in fixed-point log2 odds, clustering under constraints, explanation, evaluation. A
 * library of its own: tables in, scored pairs and groups out. It knows no case, no authority and
 * no database, keeps nothing and judges nobody: what it yields is "possible same", for a person to
 * judge (room {@code identity}).
 *
 * <p>Promises: the same tables, profile and seed give the same bits at any thread count, in any
 * order of arrival, on a laptop or on a cluster.
 */
@NullMarked
package dev.sextant.linkage;

import org.jspecify.annotations.NullMarked;

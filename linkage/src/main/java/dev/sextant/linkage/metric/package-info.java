/**
 * String metrics: allocation-free in the comparing, exact, symmetric. Texts are compared by UTF-16
 * units; callers fold case and script first.
 */
@NullMarked
package dev.sextant.linkage.metric;

import org.jspecify.annotations.NullMarked;

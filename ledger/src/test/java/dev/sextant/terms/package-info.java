/** Tests of the terms. */
@NullMarked
package dev.sextant.terms;

import org.jspecify.annotations.NullMarked;

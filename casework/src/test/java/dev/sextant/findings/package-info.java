/** Tests of the room {@code findings}. */
@NullMarked
package dev.sextant.findings;

import org.jspecify.annotations.NullMarked;

/** Tests of the room {@code subjects}. */
@NullMarked
package dev.sextant.subjects;

import org.jspecify.annotations.NullMarked;

/** Tests of the room {@code identity}. */
@NullMarked
package dev.sextant.identity;

import org.jspecify.annotations.NullMarked;

/** Tests of the room {@code network}. */
@NullMarked
package dev.sextant.network;

import org.jspecify.annotations.NullMarked;

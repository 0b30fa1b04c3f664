/** Judgements, reviews and events in the database; internal to the room. */
@NullMarked
package dev.sextant.identity.store;

import org.jspecify.annotations.NullMarked;

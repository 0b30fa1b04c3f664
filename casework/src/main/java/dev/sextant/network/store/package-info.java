/** Snapshots and measures in the database, as sealed bytes; internal to the room. */
@NullMarked
package dev.sextant.network.store;

import org.jspecify.annotations.NullMarked;

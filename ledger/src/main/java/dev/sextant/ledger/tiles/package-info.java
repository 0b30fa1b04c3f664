/**
 * Tiles of the log as files: paths, the growing right edge, and hashes read back from them.
 * Internal to the room.
 */
@NullMarked
package dev.sextant.ledger.tiles;

import org.jspecify.annotations.NullMarked;

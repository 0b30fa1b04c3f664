/** Durable replacement of files and folders. Internal to the room. */
@NullMarked
package dev.sextant.ledger.disk;

import org.jspecify.annotations.NullMarked;

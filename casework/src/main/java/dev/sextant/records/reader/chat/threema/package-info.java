/** Backups of Threema. */
@NullMarked
package dev.sextant.records.reader.chat.threema;

import org.jspecify.annotations.NullMarked;

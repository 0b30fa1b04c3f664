/** Telegram Desktop's machine-readable exports. */
@NullMarked
package dev.sextant.records.reader.telegram;

import org.jspecify.annotations.NullMarked;

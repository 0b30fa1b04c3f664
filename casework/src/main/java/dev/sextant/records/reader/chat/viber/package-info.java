/** Viber's message history. */
@NullMarked
package dev.sextant.records.reader.chat.viber;

import org.jspecify.annotations.NullMarked;

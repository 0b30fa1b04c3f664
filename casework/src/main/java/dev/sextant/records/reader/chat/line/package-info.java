/** LINE's chats as text. */
@NullMarked
package dev.sextant.records.reader.chat.line;

import org.jspecify.annotations.NullMarked;

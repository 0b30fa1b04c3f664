/**
 * Signal's chats as text, as the tool signal-export writes them, and as Signal's own plain export.
 */
@NullMarked
package dev.sextant.records.reader.chat.signal;

import org.jspecify.annotations.NullMarked;

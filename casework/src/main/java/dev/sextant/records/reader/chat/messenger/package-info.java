/** Messenger's download of end-to-end encrypted chats. */
@NullMarked
package dev.sextant.records.reader.chat.messenger;

import org.jspecify.annotations.NullMarked;

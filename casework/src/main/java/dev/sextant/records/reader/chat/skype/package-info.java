/** Skype's export of chat history. */
@NullMarked
package dev.sextant.records.reader.chat.skype;

import org.jspecify.annotations.NullMarked;

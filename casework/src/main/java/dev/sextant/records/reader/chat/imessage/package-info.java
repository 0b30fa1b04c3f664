/** Messages of Apple's telephones and computers, as a tool exports them. */
@NullMarked
package dev.sextant.records.reader.chat.imessage;

import org.jspecify.annotations.NullMarked;

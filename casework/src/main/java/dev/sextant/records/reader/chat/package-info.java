/** Exports of chats, mails and address books. */
@NullMarked
package dev.sextant.records.reader.chat;

import org.jspecify.annotations.NullMarked;

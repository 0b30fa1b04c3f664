/**
 * Mails by RFC 5322 and MIME (RFC 2045 to 2047, 2231): single files and mailboxes. Other readers
 * hand a part of theirs to {@link dev.sextant.records.reader.chat.mail.Mailbox}.
 */
@NullMarked
package dev.sextant.records.reader.chat.mail;

import org.jspecify.annotations.NullMarked;

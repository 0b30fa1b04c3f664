/**
 * Address books as vCards: 2.1 (versit), 3.0 (RFC 2426), 4.0 (RFC 6350). Other readers hand a part
 * of theirs to {@link dev.sextant.records.reader.chat.vcard.VCards}.
 */
@NullMarked
package dev.sextant.records.reader.chat.vcard;

import org.jspecify.annotations.NullMarked;

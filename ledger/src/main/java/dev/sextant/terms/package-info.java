/**
 * The glossary as values: identifiers, selectors, digests, locators, spans, grades. No input or
 * output, no clock; everything here is immutable and compares by value.
 *
 * <pre>{@code
 * Digest digest = Digest.of("hello".getBytes(UTF_8));
 * Selector phone = Selector.of(SelectorType.PHONE, "+44 20 7946 0958");
 * Locator where = new Locator(digest, "messages/inbox/a_1/message_1.json", 120, 340, "/messages/3");
 * Span window = Span.between(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-07-01T00:00:00Z"));
 * }</pre>
 */
@NullMarked
package dev.sextant.terms;

import org.jspecify.annotations.NullMarked;

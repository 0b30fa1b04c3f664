/** What scrapers and browser extensions write as JSON: one platform object an item. */
@NullMarked
package dev.sextant.records.reader.capture.feed;

import org.jspecify.annotations.NullMarked;

/** Web archives: WARC (ISO 28500) and WACZ. */
@NullMarked
package dev.sextant.records.reader.capture.web;

import org.jspecify.annotations.NullMarked;

/** Charts drawn with Maltego. */
@NullMarked
package dev.sextant.records.reader.capture.maltego;

import org.jspecify.annotations.NullMarked;

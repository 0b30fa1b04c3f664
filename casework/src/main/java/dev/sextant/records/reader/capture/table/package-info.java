/** Tables that capture tools write, read by the names of their columns. */
@NullMarked
package dev.sextant.records.reader.capture.table;

import org.jspecify.annotations.NullMarked;

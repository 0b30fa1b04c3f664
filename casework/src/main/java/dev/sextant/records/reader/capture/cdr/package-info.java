/** Call detail records of operators, by the names of their columns. */
@NullMarked
package dev.sextant.records.reader.capture.cdr;

import org.jspecify.annotations.NullMarked;

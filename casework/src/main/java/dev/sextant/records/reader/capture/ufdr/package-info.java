/** Telephone extractions as UFED and Physical Analyzer report them. */
@NullMarked
package dev.sextant.records.reader.capture.ufdr;

import org.jspecify.annotations.NullMarked;

/** Words and prints reports: plain values in, a PDF/A file out, the same for equal values. */
@NullMarked
package dev.sextant.disclosure.report;

import org.jspecify.annotations.NullMarked;

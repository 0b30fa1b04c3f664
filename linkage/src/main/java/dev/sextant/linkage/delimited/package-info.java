/** Rows of delimited text: comma-separated with quotes (RFC 4180), or tab-separated without. */
@NullMarked
package dev.sextant.linkage.delimited;

import org.jspecify.annotations.NullMarked;

/** Tables of observations: delimited text in, dictionary-encoded columns out. */
@NullMarked
package dev.sextant.linkage.table;

import org.jspecify.annotations.NullMarked;

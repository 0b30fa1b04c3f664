/** What is measured of the search index from within its package. */
@NullMarked
package dev.sextant.records.search;

import org.jspecify.annotations.NullMarked;

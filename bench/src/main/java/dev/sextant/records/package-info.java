/** What is measured of records from within their package. */
@NullMarked
package dev.sextant.records;

import org.jspecify.annotations.NullMarked;

/** Google Takeout: what Google gives to its users, product by product. */
@NullMarked
package dev.sextant.records.reader.archive.takeout;

import org.jspecify.annotations.NullMarked;

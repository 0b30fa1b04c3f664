/** The archive that X, formerly Twitter, gives to its users. */
@NullMarked
package dev.sextant.records.reader.x;

import org.jspecify.annotations.NullMarked;

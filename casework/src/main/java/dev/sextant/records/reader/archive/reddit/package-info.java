/** Reddit: dumps of posts and comments, and listings of its programming interface. */
@NullMarked
package dev.sextant.records.reader.archive.reddit;

import org.jspecify.annotations.NullMarked;

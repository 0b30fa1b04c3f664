/** What platforms give to their users: downloads of one's own data, blogs, repositories. */
@NullMarked
package dev.sextant.records.reader.archive;

import org.jspecify.annotations.NullMarked;

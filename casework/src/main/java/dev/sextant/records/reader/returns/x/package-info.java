/** X's returns: clear-signed JSON, and the older line files with banners. */
@NullMarked
package dev.sextant.records.reader.returns.x;

import org.jspecify.annotations.NullMarked;

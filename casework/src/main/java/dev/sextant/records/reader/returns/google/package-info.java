/** Google's returns: a folder or archive for each product, each in a form of its own. */
@NullMarked
package dev.sextant.records.reader.returns.google;

import org.jspecify.annotations.NullMarked;

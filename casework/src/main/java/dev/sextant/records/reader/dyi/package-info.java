/** "Download your information" of Meta's platforms, in JSON. */
@NullMarked
package dev.sextant.records.reader.dyi;

import org.jspecify.annotations.NullMarked;

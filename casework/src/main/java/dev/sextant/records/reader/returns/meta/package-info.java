/**
 * Meta's business records: label and value in three generations of HTML, read as one stream of
 * entries, gathered into items, told as records.
 */
@NullMarked
package dev.sextant.records.reader.returns.meta;

import org.jspecify.annotations.NullMarked;

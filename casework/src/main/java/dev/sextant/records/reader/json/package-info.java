/**
 * JSON read as bytes: every value knows the byte range it came from, nesting and size are bounded,
 * and the leniencies that real exports need are counted.
 *
 * <pre>{@code
 * try (JsonStream in = JsonStream.of(part, source.limits())) {
 *   in.array(index -> use(in.tree()));
 * }
 * }</pre>
 */
@NullMarked
package dev.sextant.records.reader.json;

import org.jspecify.annotations.NullMarked;

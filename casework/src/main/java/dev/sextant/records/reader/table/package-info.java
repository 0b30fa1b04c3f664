/**
 * Tables whose columns are known by their names, never by their place: delimited text with prose
 * and several sections in a file, and workbooks whose header is somewhere below a legend.
 *
 * <pre>{@code
 * try (Sections sections = Sections.of(DelimitedPart.open(part, limits), heads::contains)) {
 *   for (Sections.Piece p = sections.next(); p != null; p = sections.next()) {
 *     if (p instanceof Sections.Piece.Told row) {
 *       String ip = row.row().text("ip", "ip address");
 *     }
 *   }
 * }
 * }</pre>
 */
@NullMarked
package dev.sextant.records.reader.table;

import org.jspecify.annotations.NullMarked;

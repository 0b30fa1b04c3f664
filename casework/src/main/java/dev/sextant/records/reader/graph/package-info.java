/**
 * Readers of graph files and tables: GraphML, GEXF, GML, Pajek, DOT, VNA, DL, MatrixMarket, METIS,
 * delimited text (edge lists, matrices, adjacency lists, node tables, KONECT and SNAP headers) and
 * XLSX sheets. Nodes become profiles, edges relations, cells of a person-by-event table
 * memberships; every account is a {@code LABEL} of the platform {@code table}, because somebody
 * drew it and nobody observed it.
 *
 * <pre>{@code
 * for (Reader reader : GraphReaders.all()) {
 *   if (reader.sniff(source) > 0) {
 *     reader.read(source, sink);
 *   }
 * }
 * }</pre>
 */
@NullMarked
package dev.sextant.records.reader.graph;

import org.jspecify.annotations.NullMarked;

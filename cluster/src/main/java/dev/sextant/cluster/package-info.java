/**
 * The measures that scale, on Apache Spark, for tie tables that outgrow one machine; and the same
 * measures by the kernels of this house where the table fits, chosen by size. Knows ids and ties,
 * no people. Also links records by the house's own library with its pairs compared on the workers
 * ({@link dev.sextant.cluster.ClusterLinker}).
 *
 * <p>A table is a folder of Parquet ({@link dev.sextant.cluster.TieTable}). For Spark its nodes are
 * numbered, cut into blocks of consecutive numbers ({@link dev.sextant.cluster.Block}) and measured
 * in rounds: before each, every block is brought the values of those neighbours that live in other
 * blocks, once each ({@link dev.sextant.cluster.Blocks}).
 */
@NullMarked
package dev.sextant.cluster;

import org.jspecify.annotations.NullMarked;

package dev.sextant.kernels;

import org.jspecify.annotations.Nullable;

/* A graph at one level of folding. Rows leave loops out: weight inside a node never decides a move,
 * it only counts in the masses, which folding adds up.
 *
 * nodes: how many. offsets: row starts; the arrays beside may be longer than the last of them,
 * since levels share buffers. targets: rows, in no order. split: in the ground's
 * rows, where weights are all 1, the first neighbour of a higher number than the node's; else null.
 * weights: beside the rows; null where all
 * are 1, which saves two thirds of the reading. mass: what a node weighs in the penalty: its
 * strength, or for CPM its number of ground nodes, or for directed modularity the strength of its
 * arcs out; massIn is then that of its arcs in, otherwise null. */
record LeidenLevel(
    int nodes,
    int[] offsets,
    int[] targets,
    int @Nullable [] split,
    double @Nullable [] weights,
    double[] mass,
    double @Nullable [] massIn) {

  double weight(int arc) {
    return weights == null ? 1 : weights[arc];
  }
}

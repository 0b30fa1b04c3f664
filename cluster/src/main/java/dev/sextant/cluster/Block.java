package dev.sextant.cluster;

import java.io.Serializable;

/**
 * Consecutive nodes with their rows. A neighbour is a place: below {@code count} it is the block's
 * own node {@code first + place}, from there on the guest {@code guests[place - count]}, a node of
 * another block. Rows are in ascending order of the neighbours' numbers, so that sums over a row do
 * not depend on how nodes were cut into blocks.
 *
 * @param index of the block
 * @param first number of its first node
 * @param count of its nodes
 * @param size nodes of a full block; the last ones hold fewer
 * @param offsets of the rows; {@code count + 1}
 * @param places of neighbours, row by row
 * @param weights beside them, or empty if every tie counts 1
 * @param guests numbers of the guests, ascending
 */
record Block(
    int index,
    int first,
    int count,
    int size,
    int[] offsets,
    int[] places,
    double[] weights,
    int[] guests)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /** The number of the node at a place. */
  int number(int place) {
    return place < count ? first + place : guests[place - count];
  }

  /** The weight of a row's entry. */
  double weight(int entry) {
    return weights.length == 0 ? 1 : weights[entry];
  }

  /** Ties of a node of this block. */
  int degree(int node) {
    return offsets[node + 1] - offsets[node];
  }
}

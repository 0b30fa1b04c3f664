package dev.sextant.records;

import dev.sextant.records.reader.ReadNote;
import java.util.List;

/**
 * A network that a file asserts, as plain arrays: what research on a file without a case needs.
 * Edge i runs from {@code from[i]} to {@code to[i]}; parallel edges and loops are as the file has
 * them.
 *
 * @param labels the label of each node, in the order in which the file first names them
 * @param from index of each edge's start
 * @param to index of each edge's end
 * @param weight each edge's number, 1 where the file gives none
 * @param directed true if the file says that its edges run one way
 * @param notes assumptions made while reading
 */
public record GraphTable(
    String[] labels,
    int[] from,
    int[] to,
    double[] weight,
    boolean directed,
    List<ReadNote> notes) {
  /** Checks lengths. */
  public GraphTable {
    if (from.length != to.length || from.length != weight.length) {
      throw new IllegalArgumentException("edges need a start, an end and a weight each");
    }
    notes = List.copyOf(notes);
  }

  /** Number of nodes. */
  public int nodes() {
    return labels.length;
  }

  /** Number of edges as the file has them. */
  public int edges() {
    return from.length;
  }
}

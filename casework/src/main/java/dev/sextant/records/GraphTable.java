package dev.sextant.records;

import dev.sextant.records.reader.ReadNote;
import java.util.List;

/**
 * A network that a file asserts, as plain arrays: what research on a file without a case needs.
 * Edge i runs from {@code from[i]} to {@code to[i]}; parallel edges and loops are as the file has
 * them, each once.
 *
 * @param labels the label of each node, in the order in which the file first names them
 * @param from index of each edge's start
 * @param to index of each edge's end
 * @param weight each edge's number, 1 where the file gives none
 * @param bothWays true for each edge of which the file says that it runs both ways; false if it
 *     runs one way or if the file is silent
 * @param directed true if some edges run one way, by the file's word or by what was deduced
 * @param directionStated true if the file's format has a word for direction, so that {@code
 *     directed} is what the file says; false if it was deduced (a matrix whose halves differ) or
 *     the file is silent
 * @param notes assumptions made while reading
 */
public record GraphTable(
    String[] labels,
    int[] from,
    int[] to,
    double[] weight,
    boolean[] bothWays,
    boolean directed,
    boolean directionStated,
    List<ReadNote> notes) {
  /** Checks lengths. */
  public GraphTable {
    if (from.length != to.length
        || from.length != weight.length
        || from.length != bothWays.length) {
      throw new IllegalArgumentException("edges need a start, an end, a weight and a way each");
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

  /** True if the file itself says that ties run one way. */
  public boolean saysDirected() {
    return directed && directionStated;
  }
}

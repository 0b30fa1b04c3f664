package dev.sextant.records;

import dev.sextant.records.reader.ReadNote;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
 * @param times when each edge happened or began; null if the file says it of none
 * @param attributes what the file says of nodes: by its name for it, a text for each node, empty
 *     where it says nothing
 */
public record GraphTable(
    String[] labels,
    int[] from,
    int[] to,
    double[] weight,
    boolean[] bothWays,
    boolean directed,
    boolean directionStated,
    List<ReadNote> notes,
    @Nullable Times times,
    Map<String, String[]> attributes) {
  /** The time of an edge of which the file gives none. */
  public static final long NO_TIME = Long.MIN_VALUE;

  /**
   * When edges happened.
   *
   * @param at by edge, {@link #NO_TIME} where the file gives no time
   * @param dated true if these are milliseconds since 1970; false if they are the file's own
   *     numbers, in a unit that it does not state
   */
  public record Times(long[] at, boolean dated) {
    /** How many edges have one. */
    public int known() {
      return (int) Arrays.stream(at).filter(time -> time != NO_TIME).count();
    }
  }

  /** A network without times and attributes. */
  public GraphTable(
      String[] labels,
      int[] from,
      int[] to,
      double[] weight,
      boolean[] bothWays,
      boolean directed,
      boolean directionStated,
      List<ReadNote> notes) {
    this(labels, from, to, weight, bothWays, directed, directionStated, notes, null, Map.of());
  }

  /** Checks lengths. */
  public GraphTable {
    if (from.length != to.length
        || from.length != weight.length
        || from.length != bothWays.length) {
      throw new IllegalArgumentException("edges need a start, an end, a weight and a way each");
    }
    if (times != null && times.at.length != from.length) {
      throw new IllegalArgumentException("times need one for each edge");
    }
    notes = List.copyOf(notes);
    attributes = Map.copyOf(attributes);
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

package dev.sextant.records;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/* When edges happened. A claimed time is a moment; a whole number in a column named like a time is
 * the file's own count (steps of a model, days of a study). The two are never mixed: where any edge
 * has a moment, edges with a number alone have no time. */
final class EdgeTimes {
  private static final int START = 1024;

  /** Names of columns, lower case, letters only, whose whole numbers are times. */
  private static final Set<String> NAMES =
      Set.of("time", "date", "datetime", "timestamp", "ts", "unixtime", "t", "when", "step", "day");

  private final String column;
  private long[] moment = new long[START];
  private long[] number = new long[START];
  private int edges;
  private boolean moments;
  private boolean numbers;

  private EdgeTimes(String column) {
    this.column = column;
  }

  /** What the reader took for times. */
  static EdgeTimes claimed() {
    return new EdgeTimes("");
  }

  /** From a column; {@code weight} for the numbers taken for strengths. */
  static EdgeTimes of(String column) {
    return new EdgeTimes(column.strip());
  }

  /** Takes the next edge. */
  void edge(Header header, double weight) {
    if (edges == moment.length) {
      moment = Arrays.copyOf(moment, 2 * edges);
      number = Arrays.copyOf(number, 2 * edges);
    }
    Instant at = header.claimed().instant();
    moment[edges] = at == null ? GraphTable.NO_TIME : at.toEpochMilli();
    Long own = own(header.extra(), weight);
    number[edges] = own == null ? GraphTable.NO_TIME : own;
    moments |= at != null;
    numbers |= own != null;
    edges++;
  }

  private @Nullable Long own(Map<String, String> extra, double weight) {
    if (column.equalsIgnoreCase("weight")) {
      return weight == Math.rint(weight) && Math.abs(weight) < 1L << 53 ? (long) weight : null;
    }
    for (Map.Entry<String, String> cell : extra.entrySet()) {
      boolean meant =
          column.isEmpty()
              ? NAMES.contains(
                  cell.getKey().replaceAll("[^A-Za-z]", "").toLowerCase(java.util.Locale.ROOT))
              : cell.getKey().equalsIgnoreCase(column);
      if (meant && cell.getValue().strip().matches("-?\\d{1,18}")) {
        return Long.valueOf(cell.getValue().strip());
      }
    }
    return null;
  }

  /** The times, or null if there are none. */
  GraphTable.@Nullable Times times() {
    // A column that was asked for by name and holds numbers is meant, whatever else is dated.
    boolean own = numbers && (!moments || !column.isEmpty());
    if (!own && !moments) {
      return null;
    }
    return new GraphTable.Times(Arrays.copyOf(own ? number : moment, edges), !own);
  }
}

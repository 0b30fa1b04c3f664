package dev.sextant.linkage.block;

import dev.sextant.linkage.table.Table;
import java.util.HashMap;
import java.util.Map;

/**
 * Which pairs are looked at: all, those across sources, or those inside a source.
 *
 * @param sources number of each row's source, -1 where it has none; empty where all pairs are
 *     looked at
 * @param inside whether pairs inside a source are meant, and not those across
 */
@SuppressWarnings("ArrayRecordComponent") // as large as the table; handed on, never changed
public record Sides(int[] sources, boolean inside) {
  /** All pairs. */
  public static final Sides ALL = new Sides(new int[0], false);

  /** Pairs across the two files; all pairs where there is one file. */
  public static Sides files(Table table) {
    if (!table.twoSided()) {
      return ALL;
    }
    int[] sources = new int[table.rows()];
    java.util.Arrays.fill(sources, table.left(), sources.length, 1);
    return new Sides(sources, false);
  }

  /** Whether sources matter. */
  public boolean sided() {
    return sources.length > 0;
  }

  /** The pairs inside the same sources. */
  public Sides within() {
    return new Sides(sources, true);
  }

  /** Whether a pair is looked at. */
  public boolean looked(int a, int b) {
    if (sources.length == 0) {
      return true;
    }
    boolean same = sources[a] == sources[b] && sources[a] >= 0;
    return same == inside;
  }

  /** How many pairs of a table's rows there are to be looked at. */
  public double pairs(int rows) {
    double all = (double) rows * (rows - 1) / 2;
    if (sources.length == 0) {
      return all;
    }
    Map<Integer, Long> sizes = new HashMap<>();
    for (int source : sources) {
      sizes.merge(source, 1L, Long::sum);
    }
    double within = 0;
    for (Map.Entry<Integer, Long> each : sizes.entrySet()) {
      within += each.getKey() < 0 ? 0 : each.getValue() * (each.getValue() - 1) / 2.0;
    }
    return inside ? within : all - within;
  }
}

package dev.sextant.linkage.link;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.delimited.DelimitedRows;
import dev.sextant.linkage.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Pairs that persons judged, for learning and calibrating: not judgements that bind. Only pairs
 * whose records both are in the table and that are looked at count.
 *
 * @param judged by pair, the smaller row in the upper half: true for one actor. In the order of
 *     pairs, so that the order of the file has no say
 */
public record Labels(Map<Long, Boolean> judged) {
  /** No labels. */
  public static final Labels NONE = new Labels(Map.of());

  /** Copies into the order of pairs. */
  public Labels {
    judged = java.util.Collections.unmodifiableMap(new TreeMap<>(judged));
  }

  /**
   * Reads labels.
   *
   * @param file tab-separated, no header: id_a, id_b, 1 for one actor or 0 for two; with two tables
   *     id_a is of the left one
   * @throws IOException if the file cannot be read
   * @throws LinkageFault {@code SX-LINK-LABEL} if a row is no label, or a pair is judged both ways;
   *     {@code SX-LINK-ID} if no record has an id
   */
  public static Labels read(Path file, Table table) throws IOException {
    Map<String, Integer> left = rows(table, 0, table.left());
    Map<String, Integer> right = table.twoSided() ? rows(table, table.left(), table.rows()) : left;
    Map<Long, Boolean> judged = new HashMap<>();
    try (DelimitedRows rows = DelimitedRows.tabs(file)) {
      while (rows.next()) {
        if (rows.size() != 3) {
          throw fault(rows, String.join(" | ", rows.cells()));
        }
        int a = row(left, rows, 0);
        int b = row(right, rows, 1);
        String verdict = rows.cell(2).strip();
        if (a == b || !(verdict.equals("0") || verdict.equals("1"))) {
          throw fault(rows, a == b ? rows.cell(0) : verdict);
        }
        boolean same = verdict.equals("1");
        Boolean before = judged.put(pair(a, b), same);
        if (before != null && before != same) {
          throw new LinkageFault(
              "SX-LINK-LABEL",
              "a pair is judged both ways",
              rows.place(),
              rows.cell(0) + " | " + rows.cell(1),
              "keep one of the two rows");
        }
      }
    }
    return new Labels(judged);
  }

  private static Map<String, Integer> rows(Table table, int from, int to) {
    Map<String, Integer> rows = new HashMap<>();
    for (int row = from; row < to; row++) {
      rows.put(table.ids()[row], row);
    }
    return rows;
  }

  private static int row(Map<String, Integer> rows, DelimitedRows in, int cell) {
    Integer row = rows.get(in.cell(cell).strip());
    if (row == null) {
      throw new LinkageFault(
          "SX-LINK-ID",
          "no record has this id",
          in.place(),
          in.cell(cell),
          "give ids of the tables that are linked; of two tables the left one's first");
    }
    return row;
  }

  private static LinkageFault fault(DelimitedRows rows, String value) {
    return new LinkageFault(
        "SX-LINK-LABEL",
        "a row of labels is id, id, 1 or 0",
        rows.place(),
        value,
        "write two ids of different records and 1 (one actor) or 0 (two), parted by tabs");
  }

  static long pair(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }

  static int smaller(long pair) {
    return (int) (pair >>> 32);
  }

  static int larger(long pair) {
    return (int) pair;
  }
}

package dev.sextant.linkage.link;

import dev.sextant.linkage.table.Table;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Records in the order of their ids, the left file's before the right's where ids are equal.
 *
 * @param ranks place of each row
 * @param rows row at each place
 */
@SuppressWarnings("ArrayRecordComponent") // as large as the table; handed on, never changed
record Order(int[] ranks, int[] rows) {
  static Order of(Table table) {
    String[] ids = table.ids();
    Integer[] sorted = IntStream.range(0, ids.length).boxed().toArray(Integer[]::new);
    Arrays.parallelSort(
        sorted, Comparator.<Integer, String>comparing(row -> ids[row]).thenComparing(row -> row));
    int[] ranks = new int[ids.length];
    int[] rows = new int[ids.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = sorted[i];
      ranks[rows[i]] = i;
    }
    return new Order(ranks, rows);
  }
}

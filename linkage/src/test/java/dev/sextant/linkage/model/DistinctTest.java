package dev.sextant.linkage.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.linkage.table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Distinct values against plain lists. */
class DistinctTest {
  private static final long SEED = 20_261_122;

  @Test
  void valuesAreNumberedInTheOrderOfRows() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 200; round++) {
      int rows = random.nextInt(60);
      List<Column> columns = new ArrayList<>();
      for (int c = 0; c <= random.nextInt(3); c++) {
        columns.add(column(random, "c" + c, rows, random.nextBoolean()));
      }
      Distinct distinct = Distinct.of(columns, rows);
      List<List<String>> seen = new ArrayList<>();
      int[] times = new int[rows];
      int[] valueOf = new int[rows];
      for (int row = 0; row < rows; row++) {
        int at = row;
        List<String> cells = columns.stream().map(column -> column.cell(at)).toList();
        if (cells.stream().allMatch(String::isEmpty)) {
          valueOf[row] = -1;
          continue;
        }
        if (!seen.contains(cells)) {
          seen.add(cells);
        }
        valueOf[row] = seen.indexOf(cells);
        times[valueOf[row]]++;
      }
      assertThat(distinct.size()).as("seed %s round %s", SEED, round).isEqualTo(seen.size());
      Object[] prepared = new Object[seen.size()];
      for (int i = 0; i < seen.size(); i++) {
        assertThat(distinct.cells(i)).isEqualTo(seen.get(i));
        assertThat(distinct.times(i)).isEqualTo(times[i]);
        prepared[i] = i;
      }
      assertThat(distinct.saying(prepared)).containsExactly(valueOf);
      int[] codes = columns.getFirst().codes().clone();
      if (prepared.length > 0) {
        prepared[0] = null;
        int[] saying = distinct.saying(prepared);
        for (int row = 0; row < rows; row++) {
          assertThat(saying[row]).isEqualTo(valueOf[row] == 0 ? -1 : valueOf[row]);
        }
      }
      assertThat(columns.getFirst().codes()).containsExactly(codes);
    }
  }

  /* A column that was read has its codes in the order of rows; one of a sample has them anyhow. */
  private static Column column(SplittableRandom random, String name, int rows, boolean read) {
    String[] values = {"a", "b", "c", "d", "e"};
    int[] codes = new int[rows];
    Arrays.setAll(codes, row -> random.nextInt(values.length + 1) - 1);
    if (read) {
      int[] number = {-1, -1, -1, -1, -1};
      int size = 0;
      for (int row = 0; row < rows; row++) {
        if (codes[row] >= 0) {
          number[codes[row]] = number[codes[row]] < 0 ? size++ : number[codes[row]];
          codes[row] = number[codes[row]];
        }
      }
    }
    return new Column(name, values, codes);
  }
}

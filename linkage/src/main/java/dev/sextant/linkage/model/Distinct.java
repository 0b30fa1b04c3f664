package dev.sextant.linkage.model;

import dev.sextant.linkage.table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The distinct values of a field, numbered in the order of the rows that have them first. */
final class Distinct {
  private final List<Column> columns;

  /** A row that has each value. */
  private final int[] rowOf;

  private final int[] times;
  private final int[] valueOf;

  private Distinct(List<Column> columns, int[] rowOf, int[] times, int[] valueOf) {
    this.columns = columns;
    this.rowOf = rowOf;
    this.times = times;
    this.valueOf = valueOf;
  }

  /** Of a field that no table has. */
  static Distinct none(int rows) {
    int[] valueOf = new int[rows];
    Arrays.fill(valueOf, -1);
    return new Distinct(List.of(), new int[0], new int[0], valueOf);
  }

  static Distinct of(List<Column> columns, int rows) {
    return columns.size() == 1 ? single(columns, rows) : several(columns, rows);
  }

  private static Distinct single(List<Column> columns, int rows) {
    Column column = columns.getFirst();
    int[] codes = column.codes();
    int[] number = new int[column.values().length];
    int[] rowOf = new int[number.length];
    int[] times = new int[number.length];
    Arrays.fill(number, -1);
    int size = 0;
    boolean inOrder = true;
    for (int row = 0; row < rows; row++) {
      int code = codes[row];
      if (code < 0) {
        continue;
      }
      if (number[code] < 0) {
        inOrder &= code == size;
        rowOf[size] = row;
        number[code] = size++;
      }
      times[number[code]]++;
    }
    /* A table that was read numbers its cells in the same order: then its codes are the values'
     * numbers, and no second array of as many rows is held. */
    int[] valueOf = codes;
    if (!inOrder) {
      valueOf = new int[rows];
      for (int row = 0; row < rows; row++) {
        valueOf[row] = codes[row] < 0 ? -1 : number[codes[row]];
      }
    }
    return new Distinct(columns, Arrays.copyOf(rowOf, size), Arrays.copyOf(times, size), valueOf);
  }

  private static Distinct several(List<Column> columns, int rows) {
    Map<List<Integer>, Integer> tuples = new HashMap<>();
    int[] valueOf = new int[rows];
    int[] rowOf = new int[16];
    int[] times = new int[16];
    int size = 0;
    for (int row = 0; row < rows; row++) {
      List<Integer> tuple = new ArrayList<>(columns.size());
      boolean empty = true;
      for (Column column : columns) {
        tuple.add(column.codes()[row]);
        empty &= column.codes()[row] < 0;
      }
      if (empty) {
        valueOf[row] = -1;
        continue;
      }
      Integer held = tuples.putIfAbsent(tuple, size);
      if (held == null) {
        if (size == rowOf.length) {
          rowOf = Arrays.copyOf(rowOf, size * 2);
          times = Arrays.copyOf(times, size * 2);
        }
        rowOf[size] = row;
        held = size++;
      }
      times[held]++;
      valueOf[row] = held;
    }
    return new Distinct(columns, Arrays.copyOf(rowOf, size), Arrays.copyOf(times, size), valueOf);
  }

  /** How many values there are. */
  int size() {
    return rowOf.length;
  }

  /** The cells of a value, one a column. */
  List<String> cells(int value) {
    return columns.size() == 1
        ? List.of(columns.getFirst().cell(rowOf[value]))
        : columns.stream().map(column -> column.cell(rowOf[value])).toList();
  }

  /** On how many rows a value is. */
  int times(int value) {
    return times[value];
  }

  /**
   * The number of each row's value.
   *
   * @param prepared values; null where one says nothing
   * @return -1 where the row has none, or one that says nothing; perhaps the column's own codes, so
   *     nobody may write there
   */
  int[] saying(@Nullable Object[] prepared) {
    boolean all = true;
    for (Object each : prepared) {
      all &= each != null;
    }
    if (all) {
      return valueOf;
    }
    int[] saying = valueOf.clone();
    for (int row = 0; row < saying.length; row++) {
      if (saying[row] >= 0 && prepared[saying[row]] == null) {
        saying[row] = -1;
      }
    }
    return saying;
  }
}

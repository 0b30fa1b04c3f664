package dev.sextant.linkage.block;

import dev.sextant.linkage.profile.BlockRule;
import dev.sextant.linkage.profile.KeyFunction;
import dev.sextant.linkage.table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * The keys of one rule: of the rows of a table, derived once a distinct value, and of a record that
 * comes later, with the frequencies of that table.
 */
final class RowKeys {
  /** Most keys of a record under one rule, where several keys have several values each. */
  static final int MOST = 256;

  private static final long[] NONE = {};

  private final List<List<Column>> columns;
  private final List<KeyMaker[]> makers = new ArrayList<>();
  private final Set<String> generic = new HashSet<>();
  private final Set<Integer> genericCodes;
  private long[] made = new long[MOST];
  private long[] more = new long[MOST];
  private int cut;

  /**
   * Prepares.
   *
   * @param columns of each key, one or two
   * @param genericCodes values of a strong key that make no pairs
   */
  RowKeys(BlockRule rule, List<List<Column>> columns, Set<Integer> genericCodes) {
    this.columns = columns;
    this.genericCodes = genericCodes;
    genericCodes.forEach(code -> generic.add(columns.getFirst().getFirst().values()[code]));
    for (int k = 0; k < columns.size(); k++) {
      BlockRule.Key key = rule.keys().get(k);
      KeyFunction function = Objects.requireNonNull(KeyFunction.named(key.function()));
      makers.add(
          columns.get(k).stream()
              .limit(2)
              .map(column -> KeyMaker.of(column, function, key.arguments()))
              .toArray(KeyMaker[]::new));
    }
  }

  /** Adds the keys of all rows. */
  void all(int rows, Entries to) {
    List<long[][][]> byValue = new ArrayList<>();
    for (int k = 0; k < columns.size(); k++) {
      long[][][] keys = new long[makers.get(k).length][][];
      for (int c = 0; c < keys.length; c++) {
        keys[c] = makers.get(k)[c].keys(columns.get(k).get(c));
      }
      byValue.add(keys);
    }
    for (int row = 0; row < rows; row++) {
      int at = row;
      int count = product((k, c) -> value(byValue, k, c, at));
      for (int i = 0; i < count; i++) {
        to.add(made[i], row);
      }
    }
  }

  private long[] value(List<long[][][]> byValue, int key, int column, int row) {
    int code = columns.get(key).get(column).codes()[row];
    if (code < 0 || (!genericCodes.isEmpty() && genericCodes.contains(code))) {
      return NONE;
    }
    return byValue.get(key)[column][code];
  }

  /**
   * The keys of a record that is in no table, sorted as a row's are.
   *
   * @param cell of a column by its name; empty where there is none
   */
  long[] of(Function<String, String> cell) {
    int count =
        product((k, c) -> {
          String value = cell.apply(columns.get(k).get(c).name()).strip();
          return value.isEmpty() || generic.contains(value) ? NONE : makers.get(k)[c].keys(value);
        });
    return Arrays.copyOf(made, count);
  }

  /* One key of each kind, combined; two columns in any order make one. */
  private int product(Values values) {
    int count = 1;
    made[0] = 1;
    for (int k = 0; k < columns.size() && count > 0; k++) {
      long[] keys = makers.get(k).length > 1 ? unordered(values, k) : values.of(k, 0);
      int filled = 0;
      for (int i = 0; i < count; i++) {
        for (int j = 0; j < keys.length && filled < MOST; j++) {
          more[filled++] = Mix.both(made[i], keys[j]);
        }
      }
      cut += (long) count * keys.length > MOST ? 1 : 0;
      long[] spare = made;
      made = more;
      more = spare;
      count = filled;
    }
    return count;
  }

  private static long[] unordered(Values values, int key) {
    long[] first = values.of(key, 0);
    long[] second = values.of(key, 1);
    if (first.length == 0 || second.length == 0) {
      return NONE;
    }
    return new long[] {Mix.both(Math.min(first[0], second[0]), Math.max(first[0], second[0]))};
  }

  /** How many times a record had more keys than are kept. */
  int cut() {
    return cut;
  }

  @FunctionalInterface
  private interface Values {
    long[] of(int key, int column);
  }
}

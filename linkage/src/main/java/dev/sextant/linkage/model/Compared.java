package dev.sextant.linkage.model;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.block.Columns;
import dev.sextant.linkage.block.Workers;
import dev.sextant.linkage.compare.BadOption;
import dev.sextant.linkage.compare.Comparison;
import dev.sextant.linkage.compare.Comparisons;
import dev.sextant.linkage.compare.Corpus;
import dev.sextant.linkage.compare.Weighed;
import dev.sextant.linkage.profile.Field;
import dev.sextant.linkage.table.Column;
import dev.sextant.linkage.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * One field of a table made ready: each distinct value prepared once.
 *
 * @param field as the profile has it
 * @param columns of the field; empty where the tables lack them
 * @param comparison of its values
 * @param values prepared, by number
 * @param valueOf number of each row's value; -1 where the row says nothing
 */
public record Compared(
    Field field,
    List<Column> columns,
    Comparison<Object> comparison,
    Object[] values,
    int[] valueOf) {
  private static final int PIECE = 4096;

  /** Whether two values weigh what the comparison itself says, and nothing is learned. */
  public boolean fixed() {
    return comparison instanceof Weighed<Object> && field.fixed();
  }

  /** The levels, at most 15; bands of weight where weights are fixed. */
  public List<String> levels() {
    return fixed() ? WeightBand.NAMES : comparison.levels();
  }

  /** What two values of a field with fixed weights weigh, in 1/65536 bit. */
  public int weight(int x, int y) {
    return ((Weighed<Object>) comparison).weight(values[x], values[y]);
  }

  /** The level of two values, as the model counts it. */
  public int level(int x, int y) {
    return fixed() ? WeightBand.of(weight(x, y)) : comparison.level(values[x], values[y]);
  }

  /** The level of two prepared values, as the model counts it. */
  public int level(Object x, Object y) {
    return fixed() ? WeightBand.of(weight(x, y)) : comparison.level(x, y);
  }

  /** What two prepared values of a field with fixed weights weigh, in 1/65536 bit. */
  public int weight(Object x, Object y) {
    return ((Weighed<Object>) comparison).weight(x, y);
  }

  /** The prepared value of a row, or null where it says nothing. */
  public @Nullable Object value(int row) {
    return valueOf[row] < 0 ? null : values[valueOf[row]];
  }

  /** The raw cells of a row. */
  public List<String> cells(int row) {
    return columns.stream().map(column -> column.cell(row)).toList();
  }

  /**
   * Makes a field ready.
   *
   * @throws LinkageFault where a needed column is missing or the comparison cannot be made
   */
  public static Compared of(
      Table table, Field field, Comparisons comparisons, String profile, Workers workers) {
    List<Column> columns = new ArrayList<>();
    for (String name : field.columns()) {
      Column column = Columns.named(table, name);
      if (column != null) {
        columns.add(column);
      } else if (field.required()) {
        throw new LinkageFault(
            "SX-LINK-COLUMN",
            "no table has such a column",
            profile + ", field " + field.name(),
            name,
            "use one of " + table.columns().keySet() + ", or set required: false");
      }
    }
    boolean there = columns.size() == field.columns().size();
    Distinct distinct = there ? Distinct.of(columns, table.rows()) : Distinct.none(table.rows());
    Corpus corpus =
        visitor -> {
          for (int i = 0; i < distinct.size(); i++) {
            visitor.see(distinct.cells(i), distinct.times(i));
          }
        };
    Comparison<Object> comparison = made(field, comparisons, profile, corpus);
    @Nullable Object[] values = prepared(comparison, distinct, workers);
    return new Compared(
        field, there ? columns : List.of(), comparison, values, distinct.saying(values));
  }

  @SuppressWarnings("unchecked") // a comparison is only ever given what it prepared itself
  private static Comparison<Object> made(
      Field field, Comparisons comparisons, String profile, Corpus corpus) {
    try {
      return (Comparison<Object>) comparisons.make(field.comparison(), field.options(), corpus);
    } catch (BadOption e) {
      throw new LinkageFault(
          e.code(),
          "the comparison cannot be used so",
          profile + ", field " + field.name() + ", " + e.place(),
          e.value(),
          e.cure(),
          e);
    }
  }

  private static Object[] prepared(
      Comparison<Object> comparison, Distinct distinct, Workers workers) {
    List<Callable<@Nullable Object>> work = new ArrayList<>();
    @Nullable Object[] values = new @Nullable Object[distinct.size()];
    for (int from = 0; from < values.length; from += PIECE) {
      int first = from;
      work.add(() -> {
        int to = Math.min(values.length, first + PIECE);
        for (int i = first; i < to; i++) {
          values[i] = comparison.prepare(distinct.cells(i));
        }
        return null;
      });
    }
    workers.all(work);
    return values;
  }
}

package dev.sextant.records.reader.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One pass over a table that gathers what is needed to decide what it is; bounded memory. */
final class TableSurvey {
  /** A matrix of more columns is not told from other tables by its labels. */
  private static final int MOST_COLUMNS = 50_000;

  /** Sets of values are kept up to this size; enough to see whether two columns overlap. */
  private static final int MOST_VALUES = 200_000;

  /** Neighbours of one row that are compared; a hub's first thousand tell enough. */
  private static final int MOST_LISTED = 1000;

  /** What one column holds, the first row not counted. */
  static final class Column {
    long filled;
    long numeric;
    long counts;
    long zeros;
    long ones;
    long characters;
  }

  final List<String> comments = new ArrayList<>();
  final List<Column> columns = new ArrayList<>();
  final Set<String> firstValues = new HashSet<>();
  final Set<String> secondValues = new HashSet<>();
  final Set<String> laterValues = new HashSet<>();
  final List<String> rowLabels = new ArrayList<>();
  private final Set<Long> pairs = new HashSet<>();
  private final Map<String, Integer> columnOf = new HashMap<>();
  private final Map<Integer, Long> widths = new HashMap<>();

  @Nullable Row first;
  boolean firstUnlabelledNumeric;
  long body;
  long faults;
  boolean labelsCut;
  boolean valuesCut;
  long diagonal;
  private long upper;
  private long lower;
  private long unlabelledUpper;
  private long unlabelledLower;

  private TableSurvey() {}

  static TableSurvey of(Rows.Table table) throws IOException {
    TableSurvey survey = new TableSurvey();
    try (Rows rows = table.open()) {
      for (Row row = rows.next(); row != null; row = rows.next()) {
        survey.add(row);
      }
    }
    return survey;
  }

  private void add(Row row) {
    if (row.comment() != null) {
      if (comments.size() < 1000) {
        comments.add(row.comment());
      }
      return;
    }
    if (row.fault() != null) {
      faults++;
      return;
    }
    if (row.blank()) {
      return;
    }
    widths.merge(row.cells().size(), 1L, Long::sum);
    if (first == null) {
      first = row;
      firstUnlabelledNumeric = row.cells().stream().allMatch(c -> Numbers.finite(c.text()) != null);
      for (int i = 0; i < Math.min(row.cells().size(), MOST_COLUMNS); i++) {
        columnOf.putIfAbsent(row.text(i), i);
      }
    } else {
      body++;
      label(row.text(0));
    }
    sums(row);
    remember(row);
  }

  private void label(String label) {
    if (rowLabels.size() < MOST_COLUMNS) {
      rowLabels.add(label);
    } else {
      labelsCut = true;
    }
  }

  private void sums(Row row) {
    boolean isFirst = row == first;
    long rowHash = Numbers.hash(row.text(0));
    int index = isFirst ? 0 : (int) Math.min(body, Integer.MAX_VALUE - 1);
    List<Row.Cell> cells = row.cells();
    for (int i = 0; i < cells.size() && i < MOST_COLUMNS; i++) {
      while (columns.size() <= i) {
        columns.add(new Column());
      }
      String text = cells.get(i).text();
      Double number = Numbers.finite(text);
      if (!isFirst) {
        count(columns.get(i), text, number);
      }
      if (number != null && number != 0) {
        long value = Double.doubleToLongBits(number);
        diagonal += i == index ? 1 : 0;
        unlabelledUpper += i > index ? Numbers.mix(Numbers.mix(index, i), value) : 0;
        unlabelledLower += i < index ? Numbers.mix(Numbers.mix(i, index), value) : 0;
        if (!isFirst && i > 0 && first != null && i < first.cells().size()) {
          labelledSum(rowHash, row.text(0), first.text(i), value);
        }
      }
    }
  }

  /* Both sums are equal if and (but for a chance of 2^-64) only if each cell equals its mirror. */
  private void labelledSum(long rowHash, String row, String column, long value) {
    long columnHash = Numbers.hash(column);
    int order = row.compareTo(column);
    upper += order < 0 ? Numbers.mix(Numbers.mix(rowHash, columnHash), value) : 0;
    lower += order > 0 ? Numbers.mix(Numbers.mix(columnHash, rowHash), value) : 0;
  }

  private static void count(Column column, String text, @Nullable Double number) {
    if (text.isEmpty()) {
      return;
    }
    column.filled++;
    column.characters += text.length();
    if (number != null) {
      column.numeric++;
      column.zeros += number == 0 ? 1 : 0;
      column.ones += number == 1 ? 1 : 0;
      column.counts += number >= 0 && number == Math.rint(number) ? 1 : 0;
    }
  }

  private void remember(Row row) {
    if (firstValues.size() >= MOST_VALUES
        || laterValues.size() >= MOST_VALUES
        || pairs.size() >= MOST_VALUES) {
      valuesCut = true;
      return;
    }
    firstValues.add(row.text(0));
    secondValues.add(row.text(1));
    if (row == first) {
      return;
    }
    for (int i = 1; i < row.cells().size() && i < MOST_LISTED; i++) {
      if (!row.text(i).isEmpty()) {
        laterValues.add(row.text(i));
      }
    }
    pairsOf(row);
  }

  private void pairsOf(Row row) {
    for (int i = 1; i < row.cells().size() && i < MOST_LISTED; i++) {
      if (!row.text(i).isEmpty()) {
        pairs.add(Numbers.mix(Numbers.hash(row.text(0)), Numbers.hash(row.text(i))));
      }
    }
  }

  /**
   * The share of listed neighbours that list the row's node in turn.
   *
   * @param header true if the first row names the columns and lists nothing
   */
  double mutual(Rows.Table table, boolean header) throws IOException {
    long seen = 0;
    long back = 0;
    Row heading = first;
    if (!header && heading != null) {
      pairsOf(heading);
    }
    try (Rows rows = table.open()) {
      for (Row row = rows.next(); row != null && seen < MOST_VALUES; row = rows.next()) {
        if (row.comment() != null || (header && heading != null && row.from() == heading.from())) {
          continue;
        }
        for (int i = 1; i < row.cells().size() && i < MOST_LISTED; i++) {
          if (!row.text(i).isEmpty()) {
            seen++;
            long mirror = Numbers.mix(Numbers.hash(row.text(i)), Numbers.hash(row.text(0)));
            back += pairs.contains(mirror) ? 1 : 0;
          }
        }
      }
    }
    return seen == 0 ? 0 : (double) back / seen;
  }

  /** Rows of cells, the first included. */
  long rows() {
    return first == null ? 0 : body + 1;
  }

  /** The commonest number of cells in a row. */
  int width() {
    return widths.entrySet().stream()
        .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  /** The share of rows that have the commonest number of cells. */
  double regular() {
    long of = widths.values().stream().mapToLong(Long::longValue).sum();
    return of == 0 ? 0 : (double) widths.getOrDefault(width(), 0L) / of;
  }

  /** True if each cell of a labelled matrix equals its mirror. */
  boolean labelledSymmetric() {
    return upper == lower;
  }

  /** True if each cell of a matrix without labels equals its mirror. */
  boolean unlabelledSymmetric() {
    return unlabelledUpper == unlabelledLower;
  }

  /** True if row labels and column labels (from the second column on) are the same set. */
  boolean sameLabels() {
    if (first == null || labelsCut || first.cells().size() - 1 != rowLabels.size()) {
      return false;
    }
    Set<String> rows = new HashSet<>(rowLabels);
    if (rows.size() != rowLabels.size()) {
      return false;
    }
    Set<String> named = new HashSet<>();
    first.cells().subList(1, first.cells().size()).forEach(c -> named.add(c.text()));
    return named.equals(rows);
  }

  /** The share of the second column's values that occur in the first. */
  double overlap() {
    if (secondValues.isEmpty()) {
      return 0;
    }
    return (double) secondValues.stream().filter(firstValues::contains).count()
        / secondValues.size();
  }
}

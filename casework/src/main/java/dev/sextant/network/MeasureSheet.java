package dev.sextant.network;

import dev.sextant.kernels.Answer;
import dev.sextant.kernels.doubt.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/* Measures as tab-separated text: a table with a line a node for measures that have a number for
 * each node, with their values first and their intervals after all values; then, for each other
 * measure, an empty line, a line "# name" and a table of its own. */
final class MeasureSheet {
  private final FileMeasures file;
  private final StringBuilder out = new StringBuilder();

  MeasureSheet(FileMeasures file) {
    this.file = file;
  }

  /** One column: its title and its text by node. */
  private interface Cells {
    String at(int node);
  }

  String text() {
    Map<String, Cells> columns = new LinkedHashMap<>();
    List<String> apart = new ArrayList<>();
    List<String> left = file.notInTable();
    file.columns()
        .forEach((title, column) -> {
          double[] values = column.values();
          if (values == null && !left.contains(title)) {
            apart.add(title);
          } else if (values != null) {
            columns.put(title, v -> SheetNumber.of(values[v]));
          }
        });
    file.columns().forEach((title, column) -> intervals(title, spread(column), columns));
    boolean nodes = !columns.isEmpty() || apart.isEmpty();
    if (nodes) {
      table(columns);
    }
    for (String title : apart) {
      FileMeasures.Column column = file.columns().get(title);
      if (column != null) {
        out.append(out.isEmpty() ? "" : "\n").append("# ").append(title).append('\n');
        section(column.answer(), spread(column));
      }
    }
    return out.toString();
  }

  private @Nullable Spread spread(FileMeasures.Column column) {
    Intervals intervals = file.intervals();
    return intervals == null ? null : intervals.of(column.measure().name());
  }

  private static void intervals(String title, @Nullable Spread spread, Map<String, Cells> columns) {
    if (spread instanceof Spread.Ranks ranks) {
      columns.put(title + ".rank", v -> Integer.toString(ranks.rank()[v]));
      columns.put(title + ".low", v -> Integer.toString(ranks.low()[v]));
      columns.put(title + ".high", v -> Integer.toString(ranks.high()[v]));
      columns.put(title + ".top" + ranks.k(), v -> SheetNumber.of(ranks.top()[v]));
    } else if (spread instanceof Spread.Grouping grouping) {
      columns.put(title + ".stability", v -> SheetNumber.of(grouping.stability()[v]));
    }
  }

  private void table(Map<String, Cells> columns) {
    out.append("node");
    columns.keySet().forEach(title -> out.append('\t').append(title));
    out.append('\n');
    for (int v = 0; v < file.labels().size(); v++) {
      out.append(label(v));
      for (Cells cells : columns.values()) {
        out.append('\t').append(cells.at(v));
      }
      out.append('\n');
    }
  }

  private String label(int node) {
    String label = file.labels().get(node).replaceAll("[\\t\\r\\n]", " ");
    return SheetText.of(VisibleText.of(label));
  }

  private void section(Answer answer, @Nullable Spread spread) {
    switch (answer) {
      case Answer.Whole whole -> whole(whole, spread instanceof Spread.Numbers n ? n : null);
      case Answer.Pairs pairs -> pairs(pairs, spread instanceof Spread.Pairs p ? p : null);
      case Answer.Sets sets -> sets(sets, spread instanceof Spread.Sets s ? s : null);
      case Answer.Curves curves -> curves(curves, spread instanceof Spread.Bands b ? b : null);
      case Answer.Scores scores -> throw new IllegalStateException("scores stand in the table");
      case Answer.Groups groups -> throw new IllegalStateException("groups stand in the table");
    }
  }

  private void whole(Answer.Whole whole, Spread.@Nullable Numbers spread) {
    out.append("name\tvalue").append(spread == null ? "" : "\tlow\thigh").append('\n');
    whole
        .values()
        .forEach((name, value) -> {
          out.append(name).append('\t').append(SheetNumber.of(value));
          ends(spread == null ? null : spread.numbers().get(name));
          out.append('\n');
        });
  }

  private void ends(Spread.@Nullable Interval interval) {
    if (interval != null) {
      out.append('\t').append(SheetNumber.of(interval.low()));
      out.append('\t').append(SheetNumber.of(interval.high()));
    }
  }

  private void pairs(Answer.Pairs pairs, Spread.@Nullable Pairs spread) {
    out.append("from\tto\tvalue").append(spread == null ? "" : "\tpresent\tlow\thigh").append('\n');
    for (int i = 0; i < pairs.values().length; i++) {
      out.append(label(pairs.from()[i])).append('\t').append(label(pairs.to()[i]));
      out.append('\t').append(SheetNumber.of(pairs.values()[i]));
      if (spread != null) {
        out.append('\t').append(SheetNumber.of(spread.present()[i]));
        ends(spread.values()[i]);
      }
      out.append('\n');
    }
  }

  private void sets(Answer.Sets sets, Spread.@Nullable Sets spread) {
    out.append("set\tvalue\tnode").append(spread == null ? "" : "\tin.best").append('\n');
    for (int s = 0; s < sets.sets().size(); s++) {
      for (int node : sets.sets().get(s)) {
        out.append(s + 1).append('\t').append(SheetNumber.of(sets.values()[s]));
        out.append('\t').append(label(node));
        if (spread != null) {
          out.append('\t').append(SheetNumber.of(spread.member()[node]));
        }
        out.append('\n');
      }
    }
  }

  private void curves(Answer.Curves curves, Spread.@Nullable Bands spread) {
    out.append('x');
    curves
        .y()
        .keySet()
        .forEach(name -> {
          out.append('\t').append(name);
          if (spread != null) {
            out.append('\t').append(name).append(".low\t").append(name).append(".high");
          }
        });
    out.append('\n');
    for (int i = 0; i < curves.x().length; i++) {
      int at = i;
      out.append(SheetNumber.of(curves.x()[i]));
      curves
          .y()
          .forEach((name, y) -> {
            out.append('\t').append(SheetNumber.of(y[at]));
            Spread.Interval[] band = spread == null ? null : spread.bands().get(name);
            ends(band == null ? null : band[at]);
          });
      out.append('\n');
    }
  }
}

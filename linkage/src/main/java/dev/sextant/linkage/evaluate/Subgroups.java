package dev.sextant.linkage.evaluate;

import dev.sextant.linkage.delimited.DelimitedRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether errors fall on some records more than on others. Groups are what a column of the records
 * says, and how complete the records are. Nothing is inferred: no script, language or origin of a
 * name is looked at, and a column that holds such a thing is only read if the caller names it.
 */
public final class Subgroups {
  /** Fewer true pairs than this say little: the row is marked. */
  public static final int FEW = 30;

  private static final String[] COMPLETENESS = {
    "below a half", "a half to three quarters", "three quarters and more", "all fields"
  };

  private final Map<Integer, String> value = new HashMap<>();
  private final Map<Integer, Integer> filled = new HashMap<>();
  private final Optional<String> column;

  /**
   * No records yet.
   *
   * @param column what to group by, or only completeness
   */
  public Subgroups(Optional<String> column) {
    this.column = column;
  }

  /**
   * One group at the default decision.
   *
   * @param by the column, or {@code completeness}
   * @param group value of both records, or both values where they differ
   * @param scored pairs scored
   * @param counts right, wrong, missed
   */
  public record Row(String by, String group, long scored, Counts counts) {
    /** True if there are too few true pairs to say much. */
    public boolean few() {
      return counts.right() + counts.missed() < FEW;
    }
  }

  /**
   * Reads a comma-separated table of records; the id is the column {@code id}, or else the first. A
   * record's completeness is in how many of its other columns something is written.
   *
   * @param right true if the table is the right one of two
   */
  public void read(Path file, IdNumbers ids, boolean right) throws IOException {
    try (DelimitedRows rows = DelimitedRows.table(file)) {
      int id = Math.max(0, rows.header().indexOf("id"));
      int width = rows.header().size();
      int by = column.map(rows::column).orElse(-1);
      while (rows.next()) {
        int number = right ? ids.right(rows.cell(id)) : ids.left(rows.cell(id));
        int full = 0;
        for (int i = 0; i < width; i++) {
          full += i != id && !rows.cell(i).isBlank() ? 1 : 0;
        }
        filled.put(number, quarter((double) full / Math.max(1, width - 1)));
        value.put(number, by < 0 ? "" : rows.cell(by).strip());
      }
    }
  }

  private static int quarter(double share) {
    return share >= 1 ? 3 : share >= 0.75 ? 2 : share >= 0.5 ? 1 : 0;
  }

  /** Counts by group; groups in alphabetical order, those of the column first. */
  public List<Row> rows(ScoredPairs pairs, TruePairs truth) {
    List<Row> rows = new ArrayList<>();
    column.ifPresent(name ->
        tally(pairs, truth, this::values).forEach((key, tally) -> rows.add(tally.row(name, key))));
    TreeMap<String, Tally> byFill = tally(pairs, truth, this::completeness);
    byFill.forEach((key, tally) -> rows.add(tally.row("completeness", key.substring(2))));
    return List.copyOf(rows);
  }

  private String values(int a, int b) {
    String x = value.getOrDefault(a, "");
    String y = value.getOrDefault(b, "");
    String left = x.isEmpty() ? "(empty)" : x;
    String right = y.isEmpty() ? "(empty)" : y;
    if (left.equals(right)) {
      return left;
    }
    return left.compareTo(right) < 0 ? left + " x " + right : right + " x " + left;
  }

  /* The number before the name keeps the order. A pair is as complete as its emptier record. */
  private String completeness(int a, int b) {
    int least = Math.min(filled.getOrDefault(a, 0), filled.getOrDefault(b, 0));
    return least + " " + COMPLETENESS[least];
  }

  private interface Key {
    String of(int a, int b);
  }

  private static final class Tally {
    private long scored;
    private long right;
    private long wrong;
    private long missed;

    Row row(String by, String group) {
      return new Row(by, group, scored, new Counts(right, wrong, missed));
    }
  }

  private static TreeMap<String, Tally> tally(ScoredPairs pairs, TruePairs truth, Key key) {
    TreeMap<String, Tally> tallies = new TreeMap<>();
    for (long pair : truth.keys()) {
      // All true pairs are missed until one that was decided same takes it back.
      tallies.computeIfAbsent(key.of((int) (pair >>> 32), (int) pair), k -> new Tally()).missed++;
    }
    for (int i = 0; i < pairs.size(); i++) {
      int a = pairs.left(i);
      int b = pairs.right(i);
      Tally tally = tallies.computeIfAbsent(key.of(a, b), k -> new Tally());
      tally.scored++;
      if (pairs.log2Odds(i) >= Evaluation.DEFAULT_DECISION) {
        if (truth.same(a, b)) {
          tally.right++;
          tally.missed--;
        } else {
          tally.wrong++;
        }
      }
    }
    return tallies;
  }
}

package dev.sextant.linkage.block;

import dev.sextant.linkage.profile.BlockRule;
import dev.sextant.linkage.profile.KeyFunction;
import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.table.Column;
import dev.sextant.linkage.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The blocks of one rule, and for any two records whether they share one. */
final class RuleIndex {
  /** Columns by which an oversized block is keyed further, the most telling first. */
  private static final int REFINING = 5;

  /** How often a block is keyed further; three equal cells beside the rule's are a small block. */
  private static final int DEPTH = 3;

  /** Most keys of a record under one rule, where several keys have several values each. */
  private static final int MOST_KEYS = 256;

  private final Table table;
  private final BlockRule rule;
  private final int mostBlock;
  private final List<Column> refining;
  private final List<RuleReport.Generic> generic = new ArrayList<>();
  private final Set<Long> subKeys = new HashSet<>();
  private Entries entries;
  private int[] blockStarts = {};
  private int[] offsets = {};
  private long[] keysOfRow = {};
  private int[] rank = {};
  private long pairs;
  private int largest;
  private int subKeyed;
  private long leftOut;

  private RuleIndex(Table table, BlockRule rule, int mostBlock, List<Column> refining) {
    this.table = table;
    this.rule = rule;
    this.mostBlock = mostBlock;
    this.refining = refining;
    this.entries = new Entries(table.rows());
  }

  /**
   * Builds the blocks of a rule.
   *
   * @param columns of each key
   * @param telling all compared columns, the most telling first
   * @param genericShare as {@link dev.sextant.linkage.profile.Profile.Settings#generic()}
   */
  static RuleIndex of(
      Table table,
      BlockRule rule,
      List<List<Column>> columns,
      List<Column> telling,
      Profile.Settings settings) {
    Set<String> used = new HashSet<>();
    columns.forEach(list -> list.forEach(column -> used.add(column.name())));
    List<Column> refining =
        telling.stream().filter(c -> !used.contains(c.name())).limit(REFINING).toList();
    RuleIndex index = new RuleIndex(table, rule, settings.mostBlock(), refining);
    Set<Integer> tooFrequent = index.generic(columns, settings.generic());
    index.key(columns, tooFrequent);
    index.entries.sort();
    if (rule.window() > 0) {
      index.rank(columns);
    } else {
      index.split();
      index.byRow();
    }
    index.measure();
    return index;
  }

  /* A strong key is one exact column in which most values are nearly unique. A value is generic
   * where it is 20 times as frequent as 999 of 1,000 of the values are, and on more than 50 records:
   * a switchboard, a default picture. */
  private Set<Integer> generic(List<List<Column>> columns, double share) {
    Set<Integer> found = new HashSet<>();
    boolean single =
        columns.size() == 1
            && columns.getFirst().size() == 1
            && rule.keys().getFirst().function().equals(KeyFunction.EXACT.word());
    if (!single) {
      return found;
    }
    Column column = columns.getFirst().getFirst();
    int[] times = new int[column.values().length];
    int filled = 0;
    for (int code : column.codes()) {
      if (code >= 0) {
        times[code]++;
        filled++;
      }
    }
    if (times.length == 0 || filled > 10L * times.length) {
      return found;
    }
    int[] sorted = times.clone();
    Arrays.sort(sorted);
    int usual = sorted[(int) ((sorted.length - 1) * 0.999)];
    double limit =
        share > 0 ? share * table.rows() : Math.max(50, Math.min(20.0 * usual, 0.01 * filled));
    for (int i = 0; i < times.length; i++) {
      if (times[i] > limit) {
        found.add(i);
        generic.add(new RuleReport.Generic(column.values()[i], times[i]));
      }
    }
    generic.sort((a, b) -> {
      int by = Integer.compare(b.records(), a.records());
      return by != 0 ? by : a.value().compareTo(b.value());
    });
    return found;
  }

  private void key(List<List<Column>> columns, Set<Integer> tooFrequent) {
    int width = columns.size();
    long[][][] byValue = new long[width][][];
    long[][][] second = new long[width][][];
    for (int k = 0; k < width; k++) {
      BlockRule.Key key = rule.keys().get(k);
      KeyFunction function = Objects.requireNonNull(KeyFunction.named(key.function()));
      byValue[k] = KeyMaker.keys(columns.get(k).getFirst(), function, key.arguments());
      if (columns.get(k).size() > 1) {
        second[k] = KeyMaker.keys(columns.get(k).get(1), function, key.arguments());
      }
    }
    long[] made = new long[MOST_KEYS];
    long[] more = new long[MOST_KEYS];
    for (int row = 0; row < table.rows(); row++) {
      int count = 1;
      made[0] = 1;
      for (int k = 0; k < width && count > 0; k++) {
        long[] keys = keys(columns.get(k), byValue[k], second[k], row, tooFrequent);
        int filled = 0;
        for (int i = 0; i < count; i++) {
          for (int j = 0; j < keys.length && filled < MOST_KEYS; j++) {
            more[filled++] = Mix.both(made[i], keys[j]);
          }
        }
        long[] spare = made;
        made = more;
        more = spare;
        count = filled;
      }
      for (int i = 0; i < count; i++) {
        entries.add(made[i], row);
      }
    }
  }

  private static long[] keys(
      List<Column> columns,
      long[][] first,
      long[] @org.jspecify.annotations.Nullable [] second,
      int row,
      Set<Integer> tooFrequent) {
    int code = columns.getFirst().codes()[row];
    if (code < 0 || (!tooFrequent.isEmpty() && tooFrequent.contains(code))) {
      return new long[0];
    }
    if (second == null) {
      return first[code];
    }
    int other = columns.get(1).codes()[row];
    if (other < 0 || first[code].length == 0 || second[other].length == 0) {
      return new long[0];
    }
    long a = first[code][0];
    long b = second[other][0];
    return new long[] {Mix.both(Math.min(a, b), Math.max(a, b))};
  }

  /* Blocks that are too large are keyed further by each of the other telling columns in turn: two
   * records of the block still meet where they agree on the rule's keys and on any one of those.
   * What shares none of them is counted as left out. */
  private void split() {
    Entries kept = new Entries(entries.size());
    for (int from = 0; from < entries.size(); ) {
      int to = entries.end(from);
      if (to - from <= mostBlock) {
        for (int i = from; i < to; i++) {
          kept.add(entries.key(i), entries.row(i));
        }
      } else {
        subKeyed++;
        leftOut += pairsOf(from, to);
        refine(entries.key(from), Arrays.copyOfRange(entries.rows(), from, to), 0, 0, kept);
      }
      from = to;
    }
    if (subKeyed > 0) {
      kept.sort();
    }
    entries = kept;
  }

  private void refine(long key, int[] rows, int firstColumn, int depth, Entries kept) {
    if (depth == DEPTH || firstColumn >= refining.size()) {
      /* Records alike in everything that tells: neighbours in the table's order meet. */
      for (int from = 0, part = 0; from < rows.length; from += mostBlock, part++) {
        for (int i = from; i < Math.min(rows.length, from + mostBlock); i++) {
          kept.add(Mix.both(key, part + 1), rows[i]);
          subKeys.add(Mix.both(key, part + 1));
        }
      }
      return;
    }
    for (int c = firstColumn; c < refining.size(); c++) {
      Map<Integer, int[]> parts = parts(rows, refining.get(c));
      int column = c;
      parts.forEach((code, part) -> {
        if (part.length < 2) {
          return;
        }
        long sub = Mix.both(key, Mix.both(column + 1, code + 1L));
        subKeys.add(sub);
        if (part.length <= mostBlock) {
          for (int row : part) {
            kept.add(sub, row);
          }
        } else {
          refine(sub, part, column + 1, depth + 1, kept);
        }
      });
    }
  }

  private static Map<Integer, int[]> parts(int[] rows, Column column) {
    Map<Integer, int[]> parts = new HashMap<>();
    Map<Integer, Integer> sizes = new HashMap<>();
    for (int row : rows) {
      int code = column.codes()[row];
      if (code >= 0) {
        sizes.merge(code, 1, Integer::sum);
      }
    }
    Map<Integer, Integer> filled = new HashMap<>();
    for (int row : rows) {
      int code = column.codes()[row];
      if (code >= 0) {
        int[] part = parts.computeIfAbsent(code, c -> new int[sizes.get(c)]);
        int at = filled.merge(code, 1, Integer::sum) - 1;
        part[at] = row;
      }
    }
    return parts;
  }

  private void byRow() {
    int blocks = 0;
    int[] starts = new int[entries.size() + 1];
    for (int from = 0; from < entries.size(); ) {
      int to = entries.end(from);
      if (to - from > 1) {
        starts[blocks++] = from;
      }
      from = to;
    }
    blockStarts = Arrays.copyOf(starts, blocks);
    offsets = new int[table.rows() + 1];
    for (int i = 0; i < entries.size(); i++) {
      offsets[entries.row(i) + 1]++;
    }
    for (int i = 0; i < table.rows(); i++) {
      offsets[i + 1] += offsets[i];
    }
    keysOfRow = new long[entries.size()];
    int[] next = Arrays.copyOf(offsets, table.rows());
    /* Entries come in unsigned order of keys, so each row's keys are in that order too. */
    for (int i = 0; i < entries.size(); i++) {
      keysOfRow[next[entries.row(i)]++] = entries.key(i);
    }
  }

  private void rank(List<List<Column>> columns) {
    List<Integer> rows = new ArrayList<>();
    boolean[] seen = new boolean[table.rows()];
    for (int i = 0; i < entries.size(); i++) {
      if (!seen[entries.row(i)]) {
        seen[entries.row(i)] = true;
        rows.add(entries.row(i));
      }
    }
    String[] by = new String[table.rows()];
    for (int row : rows) {
      StringBuilder text = new StringBuilder();
      for (List<Column> list : columns) {
        for (Column column : list) {
          text.append(dev.sextant.linkage.metric.Folded.words(column.cell(row))).append('\u0001');
        }
      }
      by[row] = text.toString();
    }
    rows.sort((a, b) -> {
      int c = by[a].compareTo(by[b]);
      return c != 0 ? c : table.ids()[a].compareTo(table.ids()[b]);
    });
    rank = new int[table.rows()];
    Arrays.fill(rank, -1);
    entries = new Entries(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      rank[rows.get(i)] = i;
      entries.add(i, rows.get(i));
    }
  }

  private void measure() {
    if (rule.window() > 0) {
      largest = Math.min(rule.window() + 1, entries.size());
      pairs = Math.max(0, (long) entries.size() * rule.window());
      return;
    }
    Sides files = Sides.files(table);
    for (int block = 0; block < blockStarts.length; block++) {
      int size = entries.end(blockStarts[block]) - blockStarts[block];
      largest = Math.max(largest, size);
      pairs += pairsOf(blockStarts[block], blockStarts[block] + size);
      if (subKeys.contains(entries.key(blockStarts[block]))) {
        pairs(block, files, (a, b) -> leftOut--);
      }
    }
  }

  private long pairsOf(int from, int to) {
    if (!table.twoSided()) {
      return (long) (to - from) * (to - from - 1) / 2;
    }
    int right = to;
    while (right > from && entries.row(right - 1) >= table.left()) {
      right--;
    }
    return (long) (right - from) * (to - right);
  }

  /** How many pieces of work there are. */
  int blocks() {
    return rule.window() > 0 ? entries.size() : blockStarts.length;
  }

  /** At most how many pairs a piece has. */
  long pairsOfBlock(int block) {
    return rule.window() > 0
        ? rule.window()
        : pairsOf(blockStarts[block], entries.end(blockStarts[block]));
  }

  /** Shows each pair of a block that no smaller shared key of this rule shows. */
  void pairs(int block, Sides sides, Blocking.Pairs seen) {
    if (rule.window() > 0) {
      int a = entries.row(block);
      for (int i = block + 1; i <= block + rule.window() && i < entries.size(); i++) {
        int b = entries.row(i);
        if (sides.looked(a, b)) {
          seen.pair(Math.min(a, b), Math.max(a, b));
        }
      }
      return;
    }
    int from = blockStarts[block];
    int to = entries.end(from);
    long key = entries.key(from);
    for (int i = from; i < to; i++) {
      int a = entries.row(i);
      boolean several = offsets[a + 1] - offsets[a] > 1;
      for (int j = i + 1; j < to; j++) {
        int b = entries.row(j);
        if (a == b || !sides.looked(a, b)) {
          continue;
        }
        if (!several || offsets[b + 1] - offsets[b] == 1 || firstShared(a, b) == key) {
          seen.pair(a, b);
        }
      }
    }
  }

  /** Whether two records share a block. */
  boolean share(int a, int b) {
    if (rule.window() > 0) {
      return rank[a] >= 0 && rank[b] >= 0 && Math.abs(rank[a] - rank[b]) <= rule.window();
    }
    return firstShared(a, b) != 0;
  }

  private long firstShared(int a, int b) {
    int i = offsets[a];
    int j = offsets[b];
    int toA = offsets[a + 1];
    int toB = offsets[b + 1];
    while (i < toA && j < toB) {
      long x = keysOfRow[i];
      long y = keysOfRow[j];
      if (x == y) {
        return x;
      }
      if (Long.compareUnsigned(x, y) < 0) {
        i++;
      } else {
        j++;
      }
    }
    return 0;
  }

  RuleReport report() {
    long keyed = 0;
    for (int i = 0; i + 1 < offsets.length; i++) {
      keyed += offsets[i + 1] > offsets[i] ? 1 : 0;
    }
    return new RuleReport(
        rule.text(),
        rule.window() > 0 ? entries.size() : keyed,
        pairs,
        largest,
        subKeyed,
        leftOut,
        generic);
  }
}

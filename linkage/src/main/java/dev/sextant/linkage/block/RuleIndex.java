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
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** The blocks of one rule, and for any two records whether they share one. */
final class RuleIndex {
  /** Columns by which an oversized block is keyed further, the most telling first. */
  private static final int REFINING = 5;

  /** How often a block is keyed further; three equal cells beside the rule's are a small block. */
  private static final int DEPTH = 3;

  private final Table table;
  private final BlockRule rule;
  private final int mostBlock;
  private final List<Column> refining;
  private final List<RuleReport.Generic> generic = new ArrayList<>();
  private final Set<Long> subKeys = new HashSet<>();
  private final Set<Long> split = new HashSet<>();
  private RowKeys keys;
  private Blocks blocks = Blocks.NONE;

  /** Of a rule with a window: its rows in order, and the place of each row there or -1. */
  private int[] ordered = {};

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
    this.keys = new RowKeys(rule, List.of(), Set.of());
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
    index.keys = new RowKeys(rule, columns, tooFrequent);
    Entries entries = new Entries(table.rows());
    index.keys.all(table.rows(), entries);
    if (rule.window() > 0) {
      index.rank(columns, entries);
    } else {
      entries.sort();
      index.blocks = Blocks.of(index.split(entries), table.rows());
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

  /* Blocks that are too large are keyed further by each of the other telling columns in turn: two
   * records of the block still meet where they agree on the rule's keys and on any one of those.
   * What shares none of them is counted as left out. */
  private Entries split(Entries entries) {
    if (!oversized(entries)) {
      return entries;
    }
    Entries kept = new Entries(entries.size());
    for (int from = 0; from < entries.size(); ) {
      int to = entries.end(from);
      if (to - from <= mostBlock) {
        for (int i = from; i < to; i++) {
          kept.add(entries.key(i), entries.row(i));
        }
      } else {
        subKeyed++;
        split.add(entries.key(from));
        leftOut += pairsOf(entries.rows(), from, to);
        refine(entries.key(from), Arrays.copyOfRange(entries.rows(), from, to), 0, 0, kept);
      }
      from = to;
    }
    kept.sort();
    return kept;
  }

  private boolean oversized(Entries entries) {
    for (int from = 0; from < entries.size(); ) {
      int to = entries.end(from);
      if (to - from > mostBlock) {
        return true;
      }
      from = to;
    }
    return false;
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

  private void rank(List<List<Column>> columns, Entries entries) {
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
    ordered = new int[rows.size()];
    for (int i = 0; i < ordered.length; i++) {
      ordered[i] = rows.get(i);
      rank[ordered[i]] = i;
    }
  }

  private void measure() {
    if (rule.window() > 0) {
      largest = Math.min(rule.window() + 1, ordered.length);
      pairs = Math.max(0, (long) ordered.length * rule.window());
      return;
    }
    Sides files = Sides.files(table);
    for (int block = 0; block < blocks.count(); block++) {
      largest = Math.max(largest, blocks.to(block) - blocks.from(block));
      pairs += pairsOfBlock(block);
      if (!subKeys.isEmpty() && subKeys.contains(blocks.key(block))) {
        pairs(block, files, (a, b) -> leftOut--);
      }
    }
  }

  private long pairsOf(int[] rows, int from, int to) {
    if (!table.twoSided()) {
      return (long) (to - from) * (to - from - 1) / 2;
    }
    int right = to;
    while (right > from && rows[right - 1] >= table.left()) {
      right--;
    }
    return (long) (right - from) * (to - right);
  }

  /** How many pieces of work there are. */
  int blocks() {
    return rule.window() > 0 ? ordered.length : blocks.count();
  }

  /** At most how many pairs a piece has. */
  long pairsOfBlock(int block) {
    return rule.window() > 0
        ? rule.window()
        : pairsOf(blocks.rows(), blocks.from(block), blocks.to(block));
  }

  /** Shows each pair of a block that no smaller shared key of this rule shows. */
  void pairs(int block, Sides sides, Blocking.Pairs seen) {
    if (rule.window() > 0) {
      int a = ordered[block];
      for (int i = block + 1; i <= block + rule.window() && i < ordered.length; i++) {
        int b = ordered[i];
        if (sides.looked(a, b)) {
          seen.pair(Math.min(a, b), Math.max(a, b));
        }
      }
      return;
    }
    int to = blocks.to(block);
    for (int i = blocks.from(block); i < to; i++) {
      int a = blocks.row(i);
      boolean several = blocks.several(a);
      for (int j = i + 1; j < to; j++) {
        int b = blocks.row(j);
        if (a == b || !sides.looked(a, b)) {
          continue;
        }
        if (!several || !blocks.several(b) || blocks.firstShared(a, b) == block) {
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
    return blocks.firstShared(a, b) >= 0;
  }

  RuleReport report() {
    return new RuleReport(
        rule.text(),
        rule.window() > 0 ? ordered.length : blocks.keyed(),
        pairs,
        largest,
        subKeyed,
        leftOut,
        keys.cut(),
        generic);
  }

  /** Lets go of what only records that come later are found by. */
  void settle() {
    blocks = blocks.settled();
    keys = new RowKeys(rule, List.of(), Set.of());
  }

  /** Whether records meet by their place in an order, and not by keys. */
  boolean windowed() {
    return rule.window() > 0;
  }

  /** The keys of a record that is in no table. */
  long[] keysOf(Function<String, String> cell) {
    return keys.of(cell);
  }

  /** Whether the block of a key was too large and is keyed further. */
  boolean split(long key) {
    return split.contains(key);
  }

  /** Shows the rows of a key's block. */
  void rows(long key, IntConsumer seen) {
    blocks.rows(key, seen);
  }
}

package dev.sextant.linkage.evaluate;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.delimited.DelimitedRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which group each record is in: groups are numbered, a record alone is a group of one. */
public final class Partition {
  private int[] parent;

  private Partition(int records) {
    parent = new int[records];
    Arrays.setAll(parent, i -> i);
  }

  /** Every record alone. */
  public static Partition singles(int records) {
    return new Partition(records);
  }

  /** Groups in which every true pair is together. */
  public static Partition of(TruePairs truth, int records) {
    Partition partition = new Partition(records);
    for (long key : truth.keys()) {
      partition.join((int) (key >>> 32), (int) key);
    }
    return partition;
  }

  /** Groups in which every pair scored at or above a threshold is together. */
  public static Partition of(ScoredPairs pairs, double threshold, int records) {
    Partition partition = new Partition(records);
    for (int i = 0; i < pairs.size(); i++) {
      if (pairs.log2Odds(i) >= threshold) {
        partition.join(pairs.left(i), pairs.right(i));
      }
    }
    return partition;
  }

  /**
   * Reads tab-separated rows without a header: id, entity. With ids of two name spaces a row may
   * have a third cell, {@code left} or {@code right}; without it an id that both sides have is of
   * the left one when it first comes and of the right one when it comes again, as the linker writes
   * them.
   *
   * @throws LinkageFault {@code SX-LINK-CLUSTER} if a row does not say so, {@code SX-LINK-TWICE} if
   *     an id comes twice
   */
  public static Partition read(Path file, IdNumbers ids) throws IOException {
    Map<String, Integer> first = new HashMap<>();
    Map<Integer, Integer> joined = new HashMap<>();
    Set<String> lefts = new HashSet<>();
    try (DelimitedRows rows = DelimitedRows.tabs(file)) {
      while (rows.next()) {
        int id = id(rows, ids, lefts);
        Integer with = first.putIfAbsent(rows.cell(1), id);
        if (joined.putIfAbsent(id, with == null ? id : with) != null) {
          throw new LinkageFault(
              "SX-LINK-TWICE",
              "a record is in two groups",
              rows.place(),
              rows.cell(0),
              "give each id once");
        }
      }
    }
    Partition partition = new Partition(ids.size());
    joined.forEach(partition::join);
    return partition;
  }

  private static int id(DelimitedRows rows, IdNumbers ids, Set<String> lefts) {
    String id = rows.cell(0);
    String side = rows.cell(2);
    if (rows.size() < 2 || !side.isEmpty() && !side.equals("left") && !side.equals("right")) {
      throw new LinkageFault(
          "SX-LINK-CLUSTER",
          "a row is no record with its group",
          rows.place(),
          rows.size() + " cells",
          "give id, entity and, for two tables, left or right; set apart by tabs");
    }
    if (!ids.sided() || side.equals("left")) {
      return ids.left(id);
    }
    boolean again = ids.onLeft(id) && !lefts.add(id);
    boolean right = side.equals("right") || ids.onRight(id) && (again || !ids.onLeft(id));
    return right ? ids.right(id) : ids.left(id);
  }

  /** Puts two records' groups together. */
  public void join(int a, int b) {
    int x = root(a);
    int y = root(b);
    parent[Math.max(x, y)] = Math.min(x, y);
  }

  private int root(int record) {
    int at = record;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** The group of each of so many records; those beyond the known ones are alone. */
  int[] groups(int records) {
    int known = parent.length;
    int[] groups = new int[records];
    for (int i = 0; i < records; i++) {
      groups[i] = i < known ? root(i) : i;
    }
    return groups;
  }
}

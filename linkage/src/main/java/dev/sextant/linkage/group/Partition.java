package dev.sextant.linkage.group;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Records in groups, and how they came together. A group is "possibly one actor": nobody is judged.
 */
public final class Partition {
  private final int[] groups;
  private final int[] parents;
  private final int[] heights;
  private final int[] pairs;
  private final Map<Long, int[]> between;
  private final List<Conflict> conflicts;
  private final int records;

  Partition(
      int[] groups,
      int[] parents,
      int[] heights,
      int[] pairs,
      Map<Long, int[]> between,
      List<Conflict> conflicts) {
    this.groups = groups;
    this.parents = parents;
    this.heights = heights;
    this.pairs = pairs;
    this.between = between;
    this.conflicts = List.copyOf(conflicts);
    this.records = groups.length;
  }

  /** The group of a record: the number of its member whose key comes first. */
  public int group(int record) {
    return groups[record];
  }

  /** The members of each group, by the group's number; each list in order of number. */
  public Map<Integer, List<Integer>> members() {
    Map<Integer, List<Integer>> members = new HashMap<>();
    for (int i = 0; i < records; i++) {
      members.computeIfAbsent(groups[i], g -> new ArrayList<>()).add(i);
    }
    return members;
  }

  /** Judgements that cannot all hold. */
  public List<Conflict> conflicts() {
    return conflicts;
  }

  /** Of two groups that a judgement or a rule on sources keeps apart whatever the scores say. */
  public static final int BARRED = Integer.MIN_VALUE + 1;

  /** Of two groups that nothing ties. */
  public static final int UNTIED = Integer.MIN_VALUE;

  /**
   * What the groups say of two records: the average log odds at which the two groups that held them
   * were put together, or at which the groups that hold them stayed apart.
   *
   * @return log2 odds in 1/65536 bit; or {@link #BARRED}, or {@link #UNTIED}
   */
  public int height(int a, int b) {
    if (groups[a] != groups[b]) {
      int[] apart = between.get(both(groups[a], groups[b]));
      return apart == null ? UNTIED : apart[2];
    }
    int met = met(a, b);
    return met < records ? Integer.MAX_VALUE : heights[met - records];
  }

  /**
   * How many scored pairs the height of two records is the average of; 0 where nothing ties them.
   */
  public int pairs(int a, int b) {
    if (groups[a] != groups[b]) {
      int[] apart = between.get(both(groups[a], groups[b]));
      return apart == null ? 0 : apart[3];
    }
    int met = met(a, b);
    return met < records ? 0 : pairs[met - records];
  }

  private static long both(int one, int other) {
    return (long) Math.min(one, other) << 32 | Math.max(one, other);
  }

  /* Heights fall towards the root, and a parent's number is above its children's: the smaller of two
   * numbers climbs until they meet. */
  private int met(int a, int b) {
    int x = a;
    int y = b;
    while (x != y) {
      if (x < y) {
        x = parents[x];
      } else {
        y = parents[y];
      }
    }
    return x;
  }

  /**
   * How firmly a record is tied to its group: the average log odds at which it was first put
   * together with another.
   *
   * @return log2 odds in 1/65536 bit; 0 where it is alone
   */
  public int hold(int record) {
    return parents[record] < 0 ? 0 : heights[parents[record] - records];
  }
}

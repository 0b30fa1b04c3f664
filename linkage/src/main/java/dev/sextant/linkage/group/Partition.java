package dev.sextant.linkage.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Records in groups, and how they came together. A group is "possibly one actor": nobody is judged.
 */
public final class Partition {
  private final int[] groups;
  private final Tree tree;
  private final Between between;
  private final List<Conflict> conflicts;
  private final int records;

  Partition(int[] groups, Tree tree, Between between, List<Conflict> conflicts) {
    this.groups = groups;
    this.tree = tree;
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

  /**
   * Shows the members of each group of two and more, groups in the order of their smallest member.
   * Holds eight bytes a record meanwhile, where {@link #members} holds a hundred.
   */
  public void each(Members seen) {
    int[] smallest = new int[records];
    Arrays.fill(smallest, -1);
    int[] next = new int[records];
    for (int i = records - 1; i >= 0; i--) {
      next[i] = smallest[groups[i]];
      smallest[groups[i]] = i;
    }
    int[] members = new int[16];
    for (int i = 0; i < records; i++) {
      if (smallest[groups[i]] != i || next[i] < 0) {
        continue;
      }
      int size = 0;
      for (int member = i; member >= 0; member = next[member]) {
        members = size < members.length ? members : Arrays.copyOf(members, size * 2);
        members[size++] = member;
      }
      seen.group(members, size);
    }
  }

  /** Takes the members of a group. */
  @FunctionalInterface
  public interface Members {
    /**
     * Takes one group.
     *
     * @param members in order of number; used again for the next group
     * @param size how many of them count
     */
    void group(int[] members, int size);
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
      int apart = between.find(groups[a], groups[b]);
      return apart < 0 ? UNTIED : between.height(apart);
    }
    int met = met(a, b);
    return met < records ? Integer.MAX_VALUE : tree.heights[met - records];
  }

  /**
   * How many scored pairs the height of two records is the average of; 0 where nothing ties them.
   */
  public int pairs(int a, int b) {
    if (groups[a] != groups[b]) {
      int apart = between.find(groups[a], groups[b]);
      return apart < 0 ? 0 : between.pairs(apart);
    }
    int met = met(a, b);
    return met < records ? 0 : tree.pairs[met - records];
  }

  /** How far the scored pairs that the height of two records averages lie apart: their variance. */
  public int scatter(int a, int b) {
    if (groups[a] != groups[b]) {
      int apart = between.find(groups[a], groups[b]);
      return apart < 0 ? 0 : between.own(apart);
    }
    int met = met(a, b);
    return met < records ? 0 : tree.own[met - records];
  }

  /** The two groups that held two records when they met, or that hold them apart. */
  public Parts parts(int a, int b) {
    int x = a;
    int y = b;
    int met = groups[a] == groups[b] ? met(a, b) : -1;
    while (tree.parents[x] != met) {
      x = tree.parents[x];
    }
    while (tree.parents[y] != met) {
      y = tree.parents[y];
    }
    return new Parts(node(x), node(y));
  }

  /**
   * Two groups by their sizes.
   *
   * @param left records of the first one's group
   * @param right records of the other's
   */
  public record Parts(int left, int right) {
    /**
     * Where one of the two is alone, how many records the other's group has; 0 where neither is.
     */
    public int others() {
      return left == 1 ? right : right == 1 ? left : 0;
    }
  }

  /** How many records are in a record's group. */
  public int size(int record) {
    int root = record;
    while (tree.parents[root] >= 0) {
      root = tree.parents[root];
    }
    return node(root);
  }

  private int node(int at) {
    return at < records ? 1 : tree.sizes[at - records];
  }

  /** How many records there are. */
  public int records() {
    return records;
  }

  /** How far pairs lie apart in the whole run. */
  public Scatter scatter() {
    return tree.scatter;
  }

  /**
   * How groups came together.
   *
   * @param parents of each record and then of each join; -1 where there is none
   * @param heights average log2 odds, by join
   * @param pairs that it is the average of
   * @param own variance of those
   * @param sizes how many records are together then
   * @param scatter over all joins
   */
  @SuppressWarnings("ArrayRecordComponent") // as large as the run; handed on, never changed
  record Tree(int[] parents, int[] heights, int[] pairs, int[] own, int[] sizes, Scatter scatter) {}

  /* Heights fall towards the root, and a parent's number is above its children's: the smaller of two
   * numbers climbs until they meet. */
  private int met(int a, int b) {
    int x = a;
    int y = b;
    while (x != y) {
      if (x < y) {
        x = tree.parents[x];
      } else {
        y = tree.parents[y];
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
    return tree.parents[record] < 0 ? 0 : tree.heights[tree.parents[record] - records];
  }
}

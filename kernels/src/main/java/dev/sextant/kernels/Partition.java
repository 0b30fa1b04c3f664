package dev.sextant.kernels;

import java.util.stream.IntStream;

/**
 * Every node in exactly one group. Groups are numbered from the largest down, equal sizes by their
 * smallest member, so that equal groupings are equal numbers.
 */
public final class Partition {
  private final int[] groupOf;
  private final int[] sizes;

  private Partition(int[] groupOf, int[] sizes) {
    this.groupOf = groupOf;
    this.sizes = sizes;
  }

  /**
   * Numbers groups.
   *
   * @param labels a label for each node, from 0 to below the number of nodes; equal labels are one
   *     group; some labels may go unused
   * @throws BadGraph if a label is out of range
   */
  public static Partition ofLabels(int[] labels) {
    int n = labels.length;
    int[] size = new int[n];
    int[] first = new int[n]; // labels in order of their smallest member
    int groups = 0;
    int largest = 0;
    for (int label : labels) {
      if (label < 0 || label >= n) {
        throw new BadGraph("label " + label + " is not within 0.." + (n - 1));
      }
      if (size[label]++ == 0) {
        first[groups++] = label;
      }
      largest = Math.max(largest, size[label]);
    }
    // A stable counting sort by size, largest first.
    int[] start = new int[largest + 2];
    for (int i = 0; i < groups; i++) {
      start[largest - size[first[i]] + 1]++;
    }
    for (int s = 0; s <= largest; s++) {
      start[s + 1] += start[s];
    }
    int[] number = new int[n];
    int[] sizes = new int[groups];
    for (int i = 0; i < groups; i++) {
      int at = start[largest - size[first[i]]]++;
      number[first[i]] = at;
      sizes[at] = size[first[i]];
    }
    int[] groupOf = new int[n];
    for (int v = 0; v < n; v++) {
      groupOf[v] = number[labels[v]];
    }
    return new Partition(groupOf, sizes);
  }

  /** Number of nodes. */
  public int nodes() {
    return groupOf.length;
  }

  /** Number of groups. */
  public int groups() {
    return sizes.length;
  }

  /** The group that a node is in. */
  public int groupOf(int node) {
    return groupOf[node];
  }

  /** The group of every node; a copy. */
  public int[] groupOf() {
    return groupOf.clone();
  }

  /** How many nodes a group has. */
  public int size(int group) {
    return sizes[group];
  }

  /** The nodes of a group, in order. */
  public int[] members(int group) {
    return IntStream.range(0, groupOf.length).filter(v -> groupOf[v] == group).toArray();
  }
}

package dev.sextant.kernels;

import java.util.Arrays;
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
   */
  static Partition ofLabels(int[] labels) {
    int n = labels.length;
    int[] smallest = new int[n];
    for (int v = n - 1; v >= 0; v--) {
      smallest[labels[v]] = v;
    }
    int[] roots = new int[n];
    for (int v = 0; v < n; v++) {
      roots[v] = smallest[labels[v]];
    }
    return ofRoots(roots);
  }

  /**
   * Numbers groups, in linear time: a counting sort by size, which keeps equal sizes in the order of
   * their smallest members.
   *
   * @param roots for each node the smallest member of its group
   */
  static Partition ofRoots(int[] roots) {
    int n = roots.length;
    int[] size = new int[n];
    for (int root : roots) {
      size[root]++;
    }
    int groups = 0;
    int most = 0;
    for (int v = 0; v < n; v++) {
      groups += size[v] > 0 ? 1 : 0;
      most = Math.max(most, size[v]);
    }
    int[] next = new int[most + 2]; // by how much smaller than the largest
    for (int v = 0; v < n; v++) {
      if (size[v] > 0) {
        next[most - size[v] + 1]++;
      }
    }
    for (int i = 0; i < most; i++) {
      next[i + 1] += next[i];
    }
    int[] sizes = new int[groups];
    int[] groupOf = new int[n];
    for (int v = 0; v < n; v++) {
      if (size[v] > 0) {
        int group = next[most - size[v]]++;
        sizes[group] = size[v];
        size[v] = group; // from here on the number
      }
    }
    for (int v = 0; v < n; v++) {
      groupOf[v] = size[roots[v]];
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

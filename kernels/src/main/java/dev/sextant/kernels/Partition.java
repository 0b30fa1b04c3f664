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
    int[] size = new int[n];
    int[] smallest = new int[n];
    for (int v = n - 1; v >= 0; v--) {
      size[labels[v]]++;
      smallest[labels[v]] = v;
    }
    int[] order =
        IntStream.range(0, n)
            .filter(label -> size[label] > 0)
            .boxed()
            .sorted((a, b) ->
                size[a] != size[b]
                    ? Integer.compare(size[b], size[a])
                    : Integer.compare(smallest[a], smallest[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] number = new int[n];
    int[] sizes = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      number[order[i]] = i;
      sizes[i] = size[order[i]];
    }
    return new Partition(Arrays.stream(labels).map(label -> number[label]).toArray(), sizes);
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

package dev.sextant.kernels.covert;

import java.util.Arrays;

/** Nodes by a distance that is whole and only grows: stacks, linked through entries. */
final class DistanceBuckets {
  private int[] first = new int[16];
  private int[] node;
  private int[] after;
  private int entries;
  private int at;
  private int top;

  DistanceBuckets(int n) {
    node = new int[Math.max(16, n)];
    after = new int[Math.max(16, n)];
    clear();
  }

  void clear() {
    Arrays.fill(first, -1);
    entries = 0;
    at = 0;
    top = -1;
  }

  void add(int v, int distance) {
    if (distance >= first.length) {
      int old = first.length;
      first = Arrays.copyOf(first, Math.max(distance + 1, 2 * old));
      Arrays.fill(first, old, first.length, -1);
    }
    if (entries == node.length) {
      node = Arrays.copyOf(node, 2 * entries);
      after = Arrays.copyOf(after, 2 * entries);
    }
    node[entries] = v;
    after[entries] = first[distance];
    first[distance] = entries++;
    top = Math.max(top, distance);
  }

  /** A node of the least distance not yet given out, or -1; stale entries are passed over. */
  int next(int[] distance) {
    while (at <= top) {
      int entry = first[at];
      if (entry < 0) {
        at++;
        continue;
      }
      first[at] = after[entry];
      if (distance[node[entry]] == at) {
        return node[entry];
      }
    }
    return -1;
  }
}

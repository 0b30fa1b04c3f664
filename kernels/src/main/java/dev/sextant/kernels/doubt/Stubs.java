package dev.sextant.kernels.doubt;

import java.util.Arrays;

/* Ends of missing ties, each at its node, drawn one by one without putting back. An end may also be
 * taken at a given node; its place in the list is then given up when it is next come upon. */
final class Stubs {
  private final int[] at;
  private final int[] owed;
  private int[] list = new int[64];
  private int size;
  private int left;

  Stubs(int nodes) {
    this.at = new int[nodes];
    this.owed = new int[nodes];
  }

  void clear() {
    Arrays.fill(at, 0);
    Arrays.fill(owed, 0);
    size = 0;
    left = 0;
  }

  void put(int node, int count) {
    if (size + count > list.length) {
      list = Arrays.copyOf(list, 2 * (size + count));
    }
    Arrays.fill(list, size, size + count, node);
    size += count;
    left += count;
    at[node] += count;
  }

  int left() {
    return left;
  }

  int at(int node) {
    return at[node];
  }

  /** The node of an end drawn by lot, which stays; there must be one. */
  int look(Chance chance) {
    while (true) {
      int i = chance.below(size);
      int node = list[i];
      if (owed[node] == 0) {
        return node;
      }
      owed[node]--;
      list[i] = list[--size];
    }
  }

  /** Takes an end at a node that has one. */
  void take(int node) {
    at[node]--;
    owed[node]++;
    left--;
  }
}

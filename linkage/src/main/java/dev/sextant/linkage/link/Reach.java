package dev.sextant.linkage.link;

import java.util.Arrays;

/** Which rows are reached from one another: union of sets, halving paths (Tarjan 1975). */
final class Reach {
  private final int[] up;

  Reach(int rows) {
    up = new int[rows];
    Arrays.setAll(up, i -> i);
  }

  void join(int a, int b) {
    int x = root(a);
    int y = root(b);
    up[Math.max(x, y)] = Math.min(x, y);
  }

  boolean met(int a, int b) {
    return root(a) == root(b);
  }

  private int root(int at) {
    int x = at;
    while (up[x] != x) {
      up[x] = up[up[x]];
      x = up[x];
    }
    return x;
  }
}

package dev.sextant.kernels.covert;

import dev.sextant.kernels.Csr;
import java.util.Arrays;

/* Pieces after every removal of an order, in nearly linear time: removal read backwards is adding
 * nodes, and adding only joins pieces, which union-find (with halved paths) does. */
final class Regrowth {
  private final int n;
  private final int[] offsets;
  private final int[] targets;
  private final int[] up;
  private final int[] size;
  private final boolean[] there;

  /** Largest piece after so many removals. */
  int[] largest = new int[0];

  /** Sum over pieces of size squared after so many removals. */
  long[] squares = new long[0];

  private int top;
  private long sum;

  /**
   * @param graph without directions
   */
  Regrowth(Csr graph) {
    n = graph.nodes();
    offsets = graph.sharedOffsets();
    targets = graph.sharedTargets();
    up = new int[n];
    size = new int[n];
    there = new boolean[n];
  }

  void run(int[] order) {
    largest = new int[order.length + 1];
    squares = new long[order.length + 1];
    top = 0;
    sum = 0;
    Arrays.fill(there, false);
    boolean[] goes = new boolean[n];
    for (int v : order) {
      goes[v] = true;
    }
    for (int v = 0; v < n; v++) {
      if (!goes[v]) {
        add(v);
      }
    }
    for (int i = order.length; i >= 0; i--) {
      largest[i] = top;
      squares[i] = sum;
      if (i > 0) {
        add(order[i - 1]);
      }
    }
  }

  private void add(int v) {
    there[v] = true;
    up[v] = v;
    size[v] = 1;
    sum++;
    top = Math.max(top, 1);
    for (int a = offsets[v]; a < offsets[v + 1]; a++) {
      if (there[targets[a]]) {
        join(root(v), root(targets[a]));
      }
    }
  }

  private int root(int node) {
    int v = node;
    while (up[v] != v) {
      up[v] = up[up[v]];
      v = up[v];
    }
    return v;
  }

  private void join(int one, int two) {
    if (one == two) {
      return;
    }
    int large = size[one] >= size[two] ? one : two;
    int small = large == one ? two : one;
    sum += 2L * size[one] * size[two];
    up[small] = large;
    size[large] += size[small];
    top = Math.max(top, size[large]);
  }
}

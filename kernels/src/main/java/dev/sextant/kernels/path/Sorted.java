package dev.sextant.kernels.path;

import java.util.Arrays;

/** Nodes in the order of a key, equal keys by node number, without boxing. */
final class Sorted {
  private Sorted() {}

  /* Distinct keys are sorted, and nodes, which come in ascending order, are counted into them; that
   * is stable. */
  static int[] byKey(int[] nodes, double[] key) {
    double[] keys = new double[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      keys[i] = key[nodes[i]];
    }
    Arrays.sort(keys);
    int distinct = 0;
    for (int i = 0; i < keys.length; i++) {
      if (i == 0 || keys[i] != keys[i - 1]) {
        keys[distinct++] = keys[i];
      }
    }
    int[] next = new int[distinct + 1];
    int[] place = new int[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      place[i] = Arrays.binarySearch(keys, 0, distinct, key[nodes[i]]);
      next[place[i] + 1]++;
    }
    for (int i = 0; i < distinct; i++) {
      next[i + 1] += next[i];
    }
    int[] out = new int[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      out[next[place[i]]++] = nodes[i];
    }
    return out;
  }
}

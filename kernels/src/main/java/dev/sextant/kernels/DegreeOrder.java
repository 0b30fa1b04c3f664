package dev.sextant.kernels;

/* Nodes by degree, the highest first, the smaller number among equals: a counting sort. */
final class DegreeOrder {
  final int[] rank; // by node
  final int[] node; // by rank
  private final int[] end; // by how much less than the highest: the rank after the last of these

  DegreeOrder(int[] degree) {
    int n = degree.length;
    int most = 0;
    for (int d : degree) {
      most = Math.max(most, d);
    }
    int[] next = new int[most + 1]; // by how much less than the highest
    for (int d : degree) {
      next[most - d]++;
    }
    int at = 0;
    for (int i = 0; i <= most; i++) {
      int count = next[i];
      next[i] = at;
      at += count;
    }
    int[] rank = new int[n];
    int[] node = new int[n];
    for (int v = 0; v < n; v++) {
      int r = next[most - degree[v]]++;
      rank[v] = r;
      node[r] = v;
    }
    this.rank = rank;
    this.node = node;
    this.end = next;
  }

  /** How many nodes have so high a degree or a higher one. */
  int atLeast(int degree) {
    int most = end.length - 1;
    return degree > most ? 0 : end[most - degree];
  }
}

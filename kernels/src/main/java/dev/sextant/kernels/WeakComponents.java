package dev.sextant.kernels;

/** Union-find with path halving; the smaller number becomes the root. */
final class WeakComponents {
  private WeakComponents() {}

  static Partition compute(Csr graph, Progress progress) {
    int n = graph.nodes();
    int[] parent = new int[n];
    for (int v = 0; v < n; v++) {
      parent[v] = v;
    }
    for (int v = 0; v < n; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int x = root(parent, v);
        int y = root(parent, graph.target(a));
        if (x < y) {
          parent[y] = x;
        } else if (y < x) {
          parent[x] = y;
        }
      }
    }
    for (int v = 0; v < n; v++) {
      parent[v] = root(parent, v);
    }
    progress.step(n, n);
    return Partition.ofLabels(parent);
  }

  private static int root(int[] parent, int node) {
    int v = node;
    while (parent[v] != v) {
      parent[v] = parent[parent[v]];
      v = parent[v];
    }
    return v;
  }
}

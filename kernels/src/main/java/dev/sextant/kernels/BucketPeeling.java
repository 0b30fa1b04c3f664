package dev.sextant.kernels;

/* Batagelj and Zaversnik's bucket order: nodes sorted by remaining degree in one array; taking an
 * edge away moves a node one bucket down by a single swap. */
final class BucketPeeling {
  private BucketPeeling() {}

  static KCore.Result compute(Csr given, Progress progress) {
    Csr graph = given.ignoringDirection();
    int n = graph.nodes();
    int[] degree = new int[n];
    int most = 0;
    for (int v = 0; v < n; v++) {
      degree[v] = graph.end(v) - graph.first(v) - (graph.arc(v, v) >= 0 ? 1 : 0);
      most = Math.max(most, degree[v]);
    }
    int[] bucket = new int[most + 2]; // first place of each degree's bucket
    for (int d : degree) {
      bucket[d + 1]++;
    }
    for (int d = 0; d <= most; d++) {
      bucket[d + 1] += bucket[d];
    }
    int[] order = new int[n];
    int[] place = new int[n];
    int[] next = bucket.clone();
    for (int v = 0; v < n; v++) {
      place[v] = next[degree[v]]++;
      order[place[v]] = v;
    }
    for (int i = 0; i < n; i++) {
      int v = order[i];
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int w = graph.target(a);
        if (degree[w] > degree[v]) {
          int front = bucket[degree[w]];
          int other = order[front];
          order[front] = w;
          order[place[w]] = other;
          place[other] = place[w];
          place[w] = front;
          bucket[degree[w]]++;
          degree[w]--;
        }
      }
    }
    progress.step(n, n);
    return new KCore.Result(degree);
  }
}

package dev.sextant.kernels;

/* Peels shell by shell: at depth k every node with no more than k neighbours left goes, and so do those
 * that come down to k because of it, until all that remain have more. A node's coreness is the depth at
 * which it goes, which is what Batagelj and Zaversnik's order by remaining degree finds too: both take
 * away only nodes that no deeper core can hold. No order of the nodes is kept: an arc costs one number
 * counted down, not four moved about. The nodes that remain are listed anew at each depth, which then
 * jumps to the least degree among them; a deep core is small, so that the lists together stay short. */
final class ShellPeeling {
  private ShellPeeling() {}

  static KCore.Result compute(Csr given, Progress progress) {
    Csr graph = given.ignoringDirection();
    int n = graph.nodes();
    int[] offsets = graph.offsets;
    int[] targets = graph.targets;
    int[] left = new int[n]; // neighbours left
    for (int v = 0; v < n; v++) {
      left[v] = offsets[v + 1] - offsets[v];
    }
    if (graph.loops() > 0) {
      for (int v = 0; v < n; v++) {
        left[v] -= graph.arc(v, v) >= 0 ? 1 : 0;
      }
    }
    int[] coreness = new int[n];
    int[] stay = new int[n];
    int[] going = new int[n + 1]; // one is written beyond those that count
    int staying = 0;
    int least = Integer.MAX_VALUE;
    for (int v = 0; v < n; v++) {
      if (left[v] > 0) {
        least = Math.min(least, left[v]);
        stay[staying++] = v;
      }
    }
    while (staying > 0) {
      int k = least;
      int tail = 0;
      for (int i = 0; i < staying; i++) {
        int v = stay[i];
        if (left[v] == k) {
          going[tail++] = v;
        }
      }
      for (int head = 0; head < tail; head++) {
        int v = going[head];
        coreness[v] = k;
        for (int a = offsets[v]; a < offsets[v + 1]; a++) {
          int w = targets[a];
          // Those that go are not counted down: they stand at k until the list is made anew. Which
          // neighbours still stay is as good as random, so no branch hangs on it: what does not go
          // is
          // written over by the next.
          int before = left[w];
          left[w] = before - (k - before >>> 31);
          going[tail] = w;
          tail += before == k + 1 ? 1 : 0;
        }
      }
      int kept = 0;
      least = Integer.MAX_VALUE;
      for (int i = 0; i < staying; i++) {
        int v = stay[i];
        if (left[v] > k) {
          least = Math.min(least, left[v]);
          stay[kept++] = v;
        }
      }
      staying = kept;
      progress.step(n - (long) staying, n);
    }
    return new KCore.Result(coreness);
  }
}

package dev.sextant.kernels;

/* Union and find in three strokes (Afforest: M. Sutton, T. Ben-Nun and A. Barak 2018,
 * doi:10.1109/IPDPS.2018.00079). First every node is joined to its first two neighbours only, which
 * already gathers nearly all of a large piece; then the piece that most of a sample belong to is
 * looked up; then the other arcs are joined, but only those of nodes outside that piece. An arc between
 * a node inside and one outside is seen from the one outside, since rows run both ways here (directed
 * arcs are joined from both ends, so their targets are looked at wherever they lie): leaving the large
 * piece's own rows out loses nothing. The smaller number always becomes the root, so that every piece
 * ends up labelled by its smallest node, whatever was skipped. */
final class WeakComponents {
  /** Rows' first entries that are joined for all nodes; as in the paper. */
  private static final int FIRST = 2;

  /** Enough to find a piece that holds a third of the nodes for certain. */
  private static final int SAMPLE = 1024;

  private WeakComponents() {}

  static Partition compute(Csr graph, Progress progress) {
    int n = graph.nodes();
    int[] offsets = graph.offsets;
    int[] targets = graph.targets;
    int[] parent = new int[n];
    for (int v = 0; v < n; v++) {
      // The smallest neighbour, if smaller, is as good a first parent as any: rows are sorted.
      int a = offsets[v];
      parent[v] = a < offsets[v + 1] && targets[a] < v ? targets[a] : v;
    }
    for (int v = 0; v < n; v++) {
      int end = Math.min(offsets[v + 1], offsets[v] + FIRST);
      for (int a = offsets[v]; a < end; a++) {
        join(parent, v, targets[a]);
      }
    }
    flatten(parent);
    int large = graph.directed() ? -1 : mostFrequent(parent);
    for (int v = 0; v < n; v++) {
      if (parent[v] != large) {
        for (int a = offsets[v] + FIRST; a < offsets[v + 1]; a++) {
          join(parent, v, targets[a]);
        }
      }
    }
    flatten(parent);
    progress.step(n, n);
    return Partition.ofLabels(parent);
  }

  private static void join(int[] parent, int v, int w) {
    int x = parent[v];
    int y = parent[w];
    // M. Rem's way: the side with the larger number climbs, and hangs what it leaves below the
    // other
    // side at once; what it left behind is joined by going on from there.
    while (x != y) {
      if (x < y) {
        int swap = x;
        x = y;
        y = swap;
      }
      int above = parent[x];
      if (above == x) {
        parent[x] = y;
        return;
      }
      if (above > y) {
        parent[x] = y;
      }
      x = above;
    }
  }

  /* Parents are smaller than their children: going up by number, a parent is a root's child already. */
  private static void flatten(int[] parent) {
    for (int v = 0; v < parent.length; v++) {
      parent[v] = parent[parent[v]];
    }
  }

  private static int mostFrequent(int[] parent) {
    int n = parent.length;
    if (n == 0) {
      return -1;
    }
    int[] count = new int[SAMPLE];
    int[] label = new int[SAMPLE];
    SplitMix random = new SplitMix(1);
    int best = 0;
    for (int i = 0; i < SAMPLE; i++) {
      int root = parent[random.below(n)];
      int slot = (root * 0x9E3779B1) >>> 22;
      if (label[slot] == root) {
        count[slot]++;
      } else if (count[slot] == 0) {
        label[slot] = root;
        count[slot] = 1;
      }
      if (label[slot] == root && count[slot] > count[best]) {
        best = slot;
      }
    }
    return label[best];
  }
}

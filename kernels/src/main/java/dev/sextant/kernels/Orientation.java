package dev.sextant.kernels;

/* An undirected graph without its loops, every edge kept once: in the row of the end with fewer
 * neighbours, among equals of the larger number. No row is longer than the square root of twice the
 * edges, which bounds the listing of all triangles by O(m^1.5) (N. Chiba and T. Nishizeki 1985,
 * doi:10.1137/0214017). A triangle is met once: at the corner u that both others, v and w, are kept by,
 * as an entry v of u's row and an entry w common to the rows of u and v. Entries of the row at hand are
 * marked with their place, so that the places of all three edges are known without searching.
 *
 * Nodes are known by their rank, the highest degree first, so that the marks looked up most lie
 * together; rows lie in the order of the nodes' own numbers, so that making and listing them walks
 * through memory. */
final class Orientation {
  final int[] degree; // by node, without loops
  final int[] rank; // by node
  final int[] offsets; // of a node's row
  final int[] targets; // ranks
  private final int[] start; // of a row, by rank
  private final int[] stop;

  /** Told of every triangle once: its corners' ranks and the places of its edges. */
  interface Corner {
    void triangle(int u, int v, int w, Places at);
  }

  /** Places of the edges u-v, u-w and v-w; reused from triangle to triangle. */
  static final class Places {
    int uv;
    int uw;
    int vw;
  }

  Orientation(Csr graph) {
    int n = graph.nodes();
    degree = degrees(graph);
    offsets = new int[n + 1];
    rank = new DegreeOrder(degree).rank;
    start = new int[n];
    stop = new int[n];
    int[] kept =
        new int[graph.edges() - graph.loops() + 1]; // one is written beyond those that count
    int at = 0;
    for (int v = 0; v < n; v++) {
      int own = rank[v];
      int end = graph.offsets[v + 1];
      start[own] = at;
      for (int a = graph.offsets[v]; a < end; a++) {
        int other = rank[graph.targets[a]];
        kept[at] = other;
        at += other < own ? 1 : 0;
      }
      stop[own] = at;
      offsets[v + 1] = at;
    }
    targets = kept;
  }

  /** How many neighbours each node has, itself not among them. */
  static int[] degrees(Csr graph) {
    int n = graph.nodes();
    int[] degree = new int[n];
    for (int v = 0; v < n; v++) {
      degree[v] = graph.offsets[v + 1] - graph.offsets[v];
    }
    if (graph.loops() > 0) {
      for (int v = 0; v < n; v++) {
        degree[v] -= graph.arc(v, v) >= 0 ? 1 : 0;
      }
    }
    return degree;
  }

  void list(Corner corner, Progress progress) {
    int n = degree.length;
    int[] place = new int[n]; // place of u-w in u's row, plus 1; 0 where there is none
    Places at = new Places();
    for (int node = 0; node < n; node++) {
      int u = rank[node];
      int from = offsets[node];
      int to = offsets[node + 1];
      if (to - from > 1) {
        for (int a = from; a < to; a++) {
          place[targets[a]] = a + 1;
        }
        for (int a = from; a < to; a++) {
          int v = targets[a];
          int end = stop[v];
          for (int b = start[v]; b < end; b++) {
            int w = targets[b];
            if (place[w] != 0) {
              at.uv = a;
              at.uw = place[w] - 1;
              at.vw = b;
              corner.triangle(u, v, w, at);
            }
          }
        }
        for (int a = from; a < to; a++) {
          place[targets[a]] = 0;
        }
      }
      if ((node & 0xFFF) == 0xFFF) {
        progress.step(node + 1L, n);
      }
    }
    progress.step(n, n);
  }
}

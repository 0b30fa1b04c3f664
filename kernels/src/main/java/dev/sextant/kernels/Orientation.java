package dev.sextant.kernels;

/* An undirected graph without its loops, every edge kept once: in the row of the end with fewer
 * neighbours, among equals of the smaller number. No row is longer than the square root of twice the
 * edges, which bounds the listing of all triangles by O(m^1.5) (N. Chiba and T. Nishizeki 1985,
 * doi:10.1137/0214017). A triangle is met once: at the corner u that both others, v and w, are kept by,
 * as an entry v of u's row and an entry w common to the rows of u and v. Entries of the row at hand are
 * marked with their place, so that the places of all three edges are known without searching. Nodes
 * keep their numbers: one pass over the arcs makes the rows, and they come out sorted. */
final class Orientation {
  final int[] degree; // without loops
  final int[] offsets;
  final int[] targets;

  /** Told of every triangle once: its corners and the places of its edges. */
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
    int[] kept = new int[graph.edges() - graph.loops()];
    int at = 0;
    for (int v = 0; v < n; v++) {
      int own = degree[v];
      int end = graph.offsets[v + 1];
      for (int a = graph.offsets[v]; a < end; a++) {
        int t = graph.targets[a];
        int other = degree[t];
        if (other > own || (other == own && t > v)) {
          kept[at++] = t;
        }
      }
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
    for (int u = 0; u < n; u++) {
      int from = offsets[u];
      int to = offsets[u + 1];
      if (to - from > 1) {
        for (int a = from; a < to; a++) {
          place[targets[a]] = a + 1;
        }
        for (int a = from; a < to; a++) {
          int v = targets[a];
          int end = offsets[v + 1];
          for (int b = offsets[v]; b < end; b++) {
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
      if ((u & 0xFFF) == 0xFFF) {
        progress.step(u + 1L, n);
      }
    }
    progress.step(n, n);
  }
}

package dev.sextant.kernels;

/* An undirected graph without its loops, nodes renumbered by degree (smallest first) and every edge
 * kept once, from the lower to the higher number. No row is longer than the square root of twice the
 * edges, which bounds the listing of all triangles by O(m^1.5) (N. Chiba and T. Nishizeki 1985,
 * doi:10.1137/0214017). A triangle u < v < w is met once: at u, as an entry v of its row and an entry
 * w common to the rows of u and v. Entries of the row at hand are marked with their place, so that
 * the places of all three edges are known without searching. */
final class Orientation {
  final int[] node; // number in the graph
  final int[] degree; // without loops
  final int[] offsets;
  final int[] targets;

  /** Told of every triangle once: its corners, numbered by degree, and the places of its edges. */
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
    int[] degreeOf = new int[n];
    int most = 0;
    for (int v = 0; v < n; v++) {
      int loops = graph.arc(v, v) >= 0 ? 1 : 0;
      degreeOf[v] = graph.end(v) - graph.first(v) - loops;
      most = Math.max(most, degreeOf[v]);
    }
    int[] next = new int[most + 2];
    for (int d : degreeOf) {
      next[d + 1]++;
    }
    for (int d = 0; d <= most; d++) {
      next[d + 1] += next[d];
    }
    node = new int[n];
    int[] rank = new int[n];
    for (int v = 0; v < n; v++) {
      rank[v] = next[degreeOf[v]]++;
      node[rank[v]] = v;
    }
    degree = new int[n];
    offsets = new int[n + 1];
    for (int r = 0; r < n; r++) {
      int v = node[r];
      degree[r] = degreeOf[v];
      int higher = 0;
      for (int a = graph.first(v); a < graph.end(v); a++) {
        higher += rank[graph.target(a)] > r ? 1 : 0;
      }
      offsets[r + 1] = offsets[r] + higher;
    }
    targets = new int[offsets[n]];
    int[] fill = java.util.Arrays.copyOf(offsets, n);
    // By rising number of the higher end, so that every row comes out sorted.
    for (int r = 0; r < n; r++) {
      int v = node[r];
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int other = rank[graph.target(a)];
        if (other < r) {
          targets[fill[other]++] = r;
        }
      }
    }
  }

  void list(Corner corner, Progress progress) {
    int n = node.length;
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
          for (int b = offsets[v]; b < offsets[v + 1]; b++) {
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

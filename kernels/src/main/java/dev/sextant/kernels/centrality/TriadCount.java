package dev.sextant.kernels.centrality;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;

/* Triples with a tie are met at one of their tied pairs u < v: those whose third node is tied to u
 * or v are classified one by one, each at the one pair where it comes first; those whose third node
 * is tied to neither are so many that only their number is taken, which is what is left of n. Empty
 * triples are what is left of all.
 *
 * The rows of u and v are merged, so that no node needs to be marked. */
final class TriadCount {
  /** Kind of each of the 64 codes: bits uv, vu, uw, wu, vw, wv. */
  private static final byte[] KIND = kinds();

  private final Csr graph;
  private final int n;
  private final Csr both; // undirected: who is tied at all

  TriadCount(Csr graph) {
    this.graph = graph.unweighted();
    this.n = graph.nodes();
    this.both = this.graph.ignoringDirection();
  }

  private static byte[] kinds() {
    byte[] kind = new byte[64];
    for (int bits = 0; bits < 64; bits++) {
      kind[bits] = (byte) kind(bits);
    }
    return kind;
  }

  /** The kind of a triple by its definition: mutual, asymmetric, null pairs, then how they lie. */
  private static int kind(int bits) {
    boolean[][] arc = new boolean[3][3];
    arc[0][1] = (bits & 1) != 0;
    arc[1][0] = (bits & 2) != 0;
    arc[0][2] = (bits & 4) != 0;
    arc[2][0] = (bits & 8) != 0;
    arc[1][2] = (bits & 16) != 0;
    arc[2][1] = (bits & 32) != 0;
    int mutual = 0;
    int oneWay = 0;
    int[] out = new int[3]; // one-way arcs only
    int[] in = new int[3];
    boolean[] shared = new boolean[3];
    for (int i = 0; i < 3; i++) {
      for (int j = i + 1; j < 3; j++) {
        if (arc[i][j] && arc[j][i]) {
          mutual++;
          shared[i] = shared[j] = true;
        } else if (arc[i][j] || arc[j][i]) {
          oneWay++;
          out[arc[i][j] ? i : j]++;
          in[arc[i][j] ? j : i]++;
        }
      }
    }
    return switch (10 * mutual + oneWay) {
      case 0 -> 0;
      case 1 -> 1;
      case 10 -> 2;
      case 2 -> most(out) == 2 ? 3 : most(in) == 2 ? 4 : 5;
      case 11 -> {
        // D: the one-way arc comes in at the node of the mutual pair; U: it goes out there.
        int middle =
            shared[0] && touched(out, in, 0) ? 0 : shared[1] && touched(out, in, 1) ? 1 : 2;
        yield in[middle] == 1 ? 6 : 7;
      }
      case 3 -> most(out) == 2 ? 8 : 9;
      case 20 -> 10;
      case 12 -> most(out) == 2 ? 11 : most(in) == 2 ? 12 : 13;
      case 21 -> 14;
      default -> 15;
    };
  }

  private static boolean touched(int[] out, int[] in, int node) {
    return out[node] + in[node] > 0;
  }

  private static int most(int[] counts) {
    return Math.max(counts[0], Math.max(counts[1], counts[2]));
  }

  Census.Result compute(Progress progress) {
    long[] triads = new long[16];
    long mutual = 0;
    long oneWay = 0;
    for (int u = 0; u < n; u++) {
      for (int e = both.first(u); e < both.end(u); e++) {
        int v = both.target(e);
        if (v > u) {
          int tie = tie(u, v);
          boolean mutualPair = tie == 3;
          mutual += mutualPair ? 1 : 0;
          oneWay += mutualPair ? 0 : 1;
          int third = pair(u, v, tie, triads);
          triads[mutualPair ? 2 : 1] += n - 2L - third;
        }
      }
      if ((u & 0xFF) == 0xFF) {
        progress.step(u + 1L, n);
      }
    }
    progress.step(n, n);
    long all = triples();
    long tied = 0;
    for (long count : triads) {
      tied += count;
    }
    triads[0] = all - tied;
    return new Census.Result(mutual, oneWay, (long) n * (n - 1L) / 2 - mutual - oneWay, triads);
  }

  private long triples() {
    double estimate = (double) n * (n - 1.0) * (n - 2.0) / 6;
    if (estimate > 9e18) {
      throw new BadGraph(n + " nodes have more than 2^63 triples");
    }
    // One of two neighbours is even, and one of three a multiple of three.
    long pairs = (long) n * (n - 1L) / 2;
    return pairs % 3 == 0 ? pairs / 3 * (n - 2L) : pairs * ((n - 2L) / 3);
  }

  private int tie(int u, int v) {
    if (!graph.directed()) {
      return 3;
    }
    return (graph.arc(u, v) >= 0 ? 1 : 0) | (graph.arc(v, u) >= 0 ? 2 : 0);
  }

  /** Classifies the triples whose third node is tied to u or v; answers how many such nodes. */
  private int pair(int u, int v, int tie, long[] triads) {
    int count = 0;
    int i = both.first(u);
    int j = both.first(v);
    int endU = both.end(u);
    int endV = both.end(v);
    while (i < endU || j < endV) {
      int a = i < endU ? both.target(i) : Integer.MAX_VALUE;
      int b = j < endV ? both.target(j) : Integer.MAX_VALUE;
      int w = Math.min(a, b);
      i += a == w ? 1 : 0;
      j += b == w ? 1 : 0;
      if (w == u || w == v) {
        continue;
      }
      count++;
      // Each triple is taken at the first of its tied pairs.
      if (v < w || (u < w && w < v && a != w)) {
        int bits = tie | (a == w ? tie(u, w) << 2 : 0) | (b == w ? tie(v, w) << 4 : 0);
        triads[KIND[bits]]++;
      }
    }
    return count;
  }
}

package dev.sextant.kernels;

/* Counts triangles at every node. Up to 2,048 nodes of highest degree are hubs; among them ties are a
 * matrix of bits, small enough to stay in a processor's cache. Every other node has a row of those
 * neighbours that are no hubs and have more neighbours than itself (see Orientation), and a row of its
 * hubs. A triangle is then of one of four kinds:
 *
 * - no hub, or one: met once, as an entry common to the rows of a node u and of a node v in u's row;
 *   u's row is marked in bits, v's row is looked up in them without branching.
 * - two hubs: u has both, and they are tied. For each hub of u, the words of "hubs of u" and "hubs tied
 *   to this hub" are joined by "and", and the bits counted; every such triangle is found from both of
 *   its hubs.
 * - three hubs: likewise for every tie between two hubs; every triangle is found from three ties, and
 *   counted at both ends of each, so that each corner gets two.
 *
 * Work on the dense middle thus takes one step for 64 candidates. All counts are whole numbers: order
 * does not matter. */
final class TriangleCount {
  private static final int HUBS = 2048;
  private static final int WORDS = HUBS / Long.SIZE;

  /** Below it, a row is looked through faster than words of bits. */
  private static final int FEWEST_NEIGHBOURS = 32;

  /** Up to so many hubs, pairs of them are looked up one by one. */
  private static final int FEW_HUBS = 20;

  final int[] degree;
  private final long[] count; // by rank
  private final Csr graph;
  private final int hubDegree;
  private final int hubs;
  private final int[]
      node; // by rank: highest degree first, so that what is looked up most lies together
  private final int[] starts; // of rank r: others at 3r, hubs at 3r + 1, end at 3r + 2
  private final int[] rows;
  private final int words; // of a row of ties
  private final long[] ties; // between hubs, one row of words a hub
  private final long[] hubCount; // twice, for triangles of two or three hubs
  private final long[] marked;
  private final long[] hubsOf = new long[WORDS];

  TriangleCount(Csr graph) {
    int n = graph.nodes();
    this.graph = graph;
    this.degree = Orientation.degrees(graph);
    this.hubDegree = hubDegree();
    this.count = new long[n];
    this.node = new int[n];
    int[] rank = Orientation.ranks(degree);
    for (int v = 0; v < n; v++) {
      node[rank[v]] = v;
    }
    int first = 0;
    while (first < n && degree[node[first]] >= hubDegree) {
      first++;
    }
    this.hubs = first;
    this.starts = new int[3 * n];
    this.rows = new int[graph.edges() + 1]; // one is written beyond those that count
    this.marked = new long[(n + Long.SIZE - 1) / Long.SIZE];
    this.words = (hubs + Long.SIZE - 1) / Long.SIZE;
    this.ties = new long[hubs * words];
    this.hubCount = new long[hubs];
    split(rank);
  }

  private int hubDegree() {
    int most = 0;
    for (int d : degree) {
      most = Math.max(most, d);
    }
    if (most < FEWEST_NEIGHBOURS) {
      return Integer.MAX_VALUE;
    }
    int[] having = new int[most + 1];
    for (int d : degree) {
      having[d]++;
    }
    int least = most + 1;
    int hubs = 0;
    while (least > FEWEST_NEIGHBOURS && hubs + having[least - 1] <= HUBS) {
      hubs += having[--least];
    }
    return least;
  }

  private void split(int[] rank) {
    int n = degree.length;
    int at = 0;
    int[] mine = new int[HUBS + 1];
    int[] targets = graph.targets;
    int[] rows = this.rows;
    for (int v = 0; v < n; v++) {
      int own = rank[v];
      int end = graph.offsets[v + 1];
      starts[3 * own] = at;
      int found = 0;
      if (own < hubs) {
        for (int a = graph.offsets[v]; a < end; a++) {
          int other = rank[targets[a]];
          if (other < hubs && other != own) {
            ties[own * words + (other >>> 6)] |= 1L << other;
          }
        }
      } else if (degree[v] > 1) {
        // Which of the two lists a neighbour comes into is as good as random: no branch hangs on
        // it.
        for (int a = graph.offsets[v]; a < end; a++) {
          int other = rank[targets[a]];
          mine[found] = other;
          found += other < hubs ? 1 : 0;
          rows[at] = other;
          at += other < own & other >= hubs ? 1 : 0;
        }
      }
      starts[3 * own + 1] = at;
      System.arraycopy(mine, 0, rows, at, found);
      at += found;
      starts[3 * own + 2] = at;
    }
  }

  /** How many triangles each node is part of. */
  long[] counts() {
    long[] out = new long[count.length];
    for (int r = 0; r < out.length; r++) {
      out[node[r]] = count[r];
    }
    return out;
  }

  TriangleCount run(Progress progress) {
    int n = degree.length;
    for (int u = 0; u < n; u++) {
      int from = starts[3 * u];
      int hubs = starts[3 * u + 1];
      int to = starts[3 * u + 2];
      if (to - from > 1) {
        for (int a = hubs; a < to; a++) {
          int h = rows[a];
          hubsOf[h >>> 6] |= 1L << h;
        }
        if (hubs > from) {
          outside(u, from, hubs);
        }
        if (to - hubs > 1) {
          count[u] += to - hubs <= FEW_HUBS ? pairs(hubs, to) : words(hubs, to);
        }
        for (int a = hubs; a < to; a++) {
          hubsOf[rows[a] >>> 6] = 0;
        }
      }
      if ((u & 0xFFF) == 0xFFF) {
        progress.step(u + 1L, n);
      }
    }
    amongHubs();
    for (int h = 0; h < hubs; h++) {
      count[h] += hubCount[h] / 2;
    }
    progress.step(n, n);
    return this;
  }

  /* A hit is written where the next one will overwrite it unless it is one: no branch depends on it. */
  private void outside(int u, int from, int hubs) {
    int[] rows = this.rows;
    long[] marked = this.marked;
    long[] hubsOf = this.hubsOf;
    int[] hits = this.hits;
    for (int a = from; a < hubs; a++) {
      marked[rows[a] >>> 6] |= 1L << rows[a];
    }
    long all = 0;
    for (int a = from; a < hubs; a++) {
      int v = rows[a];
      int b = starts[3 * v];
      int middle = starts[3 * v + 1];
      int end = starts[3 * v + 2];
      if (end - b > hits.length) {
        hits = new int[2 * (end - b)];
        this.hits = hits;
      }
      int found = 0;
      for (; b < middle; b++) {
        int w = rows[b];
        hits[found] = w;
        found += (int) (marked[w >>> 6] >>> w) & 1;
      }
      for (int i = 0; i < found; i++) {
        count[hits[i]]++;
      }
      int met = 0;
      for (; b < end; b++) {
        int h = rows[b];
        hits[met] = h;
        met += (int) (hubsOf[h >>> 6] >>> h) & 1;
      }
      for (int i = 0; i < met; i++) {
        hubCount[hits[i]] += 2;
      }
      count[v] += found + met;
      all += found + met;
    }
    count[u] += all;
    for (int a = from; a < hubs; a++) {
      marked[rows[a] >>> 6] = 0;
    }
  }

  private int[] hits = new int[64];

  private long pairs(int from, int to) {
    long found = 0;
    for (int a = from; a < to; a++) {
      int h = rows[a];
      int row = h * words;
      long own = 0;
      for (int b = a + 1; b < to; b++) {
        int other = rows[b];
        long tied = ties[row + (other >>> 6)] >>> other & 1;
        own += tied;
        hubCount[other] += 2 * tied;
      }
      hubCount[h] += 2 * own;
      found += own;
    }
    return found;
  }

  private long words(int from, int to) {
    long found = 0;
    for (int a = from; a < to; a++) {
      int h = rows[a];
      long common = common(hubsOf, 0, h * words);
      // From each of its two hubs.
      hubCount[h] += 2 * common;
      found += common;
    }
    return found / 2;
  }

  private void amongHubs() {
    for (int h = 0; h < hubs; h++) {
      for (int other = h + 1; other < hubs; other++) {
        if ((ties[h * words + (other >>> 6)] >>> other & 1) != 0) {
          long common = common(ties, h * words, other * words);
          hubCount[h] += common;
          hubCount[other] += common;
        }
      }
    }
  }

  private long common(long[] one, int from, int other) {
    long[] ties = this.ties;
    int bits = 0;
    int words = this.words;
    for (int i = 0; i < words; i++) {
      bits += Long.bitCount(one[from + i] & ties[other + i]);
    }
    return bits;
  }
}

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
 * Work on the dense middle thus takes one step for 64 candidates, or 512 where there are vectors. All counts are whole numbers: order
 * does not matter. */
final class TriangleCount {
  private static final int HUBS = 2048;

  /** Below it, a row is looked through faster than words of bits. */
  private static final int FEWEST_NEIGHBOURS = 32;

  /** Up to so many hubs, pairs of them are looked up one by one. */
  private static final int FEW_HUBS = 20;

  final int[] degree;
  private final long[] twice; // triangles by rank
  private final Csr graph;
  private final int hubDegree;
  private final int hubs;
  private final int[]
      rank; // by node: highest degree first, so that what is looked up most lies together
  private final int[] starts; // of rank r: others at 3r, hubs at 3r + 1, end at 3r + 2
  private final int[] rows;
  private final int words; // of a row of ties
  private final long[] ties; // between hubs, one row of words a hub
  private final long[] marked;
  private final SharedBits shared = SharedBits.fastest();

  TriangleCount(Csr graph) {
    int n = graph.nodes();
    this.graph = graph;
    this.degree = Orientation.degrees(graph);
    this.hubDegree = hubDegree();
    this.twice = new long[n];
    this.rank = Orientation.ranks(degree);
    int first = 0;
    for (int d : degree) {
      first += d >= hubDegree ? 1 : 0;
    }
    this.hubs = first;
    this.starts = new int[3 * n];
    this.rows = new int[graph.edges() + 1]; // one is written beyond those that count
    int line = SharedBits.LINE * Long.SIZE;
    this.words = (hubs + line - 1) / line * SharedBits.LINE;
    this.marked = new long[Math.max(words, (n + Long.SIZE - 1) / Long.SIZE)];
    this.ties = new long[hubs * words + 1];
    split();
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

  private void split() {
    int n = degree.length;
    int at = 0;
    int spare = ties.length - 1;
    int[] mine = new int[HUBS + 1];
    int[] targets = graph.targets;
    int[] rows = this.rows;
    int[] rank = this.rank;
    for (int v = 0; v < n; v++) {
      int own = rank[v];
      int end = graph.offsets[v + 1];
      starts[3 * own] = at;
      int found = 0;
      if (own < hubs) {
        int base = own * words;
        for (int a = graph.offsets[v]; a < end; a++) {
          int other = rank[targets[a]];
          // Who is no hub falls into the last word, which is no hub's.
          ties[other < hubs ? base + (other >>> 6) : spare] |= 1L << other;
        }
        ties[base + (own >>> 6)] &= ~(1L << own);
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
    long[] out = new long[twice.length];
    for (int v = 0; v < out.length; v++) {
      out[v] = twice[rank[v]] / 2;
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
        for (int a = from; a < to; a++) {
          marked[rows[a] >>> 6] |= 1L << rows[a];
        }
        if (hubs > from) {
          outside(u, from, hubs);
        }
        if (to - hubs > 1) {
          twice[u] += 2 * (to - hubs <= FEW_HUBS ? pairs(hubs, to) : words(hubs, to));
        }
        for (int a = from; a < to; a++) {
          marked[rows[a] >>> 6] = 0;
        }
      }
      if ((u & 0xFFF) == 0xFFF) {
        progress.step(u + 1L, n);
      }
    }
    amongHubs();
    progress.step(n, n);
    return this;
  }

  /* Whether a node of v's row is one of u's too is as good as random: what is added is 0 or 2, and no
   * branch hangs on it. */
  private void outside(int u, int from, int hubs) {
    int[] rows = this.rows;
    long[] marked = this.marked;
    long[] twice = this.twice;
    long all = 0;
    for (int a = from; a < hubs; a++) {
      int v = rows[a];
      int end = starts[3 * v + 2];
      long found = 0;
      for (int b = starts[3 * v]; b < end; b++) {
        int w = rows[b];
        long common = marked[w >>> 6] >>> w & 1;
        twice[w] += common << 1;
        found += common;
      }
      twice[v] += 2 * found;
      all += found;
    }
    twice[u] += 2 * all;
  }

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
        twice[other] += 2 * tied;
      }
      twice[h] += 2 * own;
      found += own;
    }
    return found;
  }

  private long words(int from, int to) {
    long found = 0;
    for (int a = from; a < to; a++) {
      int h = rows[a];
      long common = shared.count(marked, 0, ties, h * words, words);
      // From each of its two hubs.
      twice[h] += 2 * common;
      found += common;
    }
    return found / 2;
  }

  private void amongHubs() {
    for (int h = 0; h < hubs; h++) {
      int row = h * words;
      long own = 0;
      // Bits above the hub's own: every tie once.
      long left = ties[row + (h >>> 6)] & -2L << h;
      for (int word = h >>> 6; ; ) {
        for (; left != 0; left &= left - 1) {
          int other = (word << 6) + Long.numberOfTrailingZeros(left);
          long common = shared.count(ties, row, ties, other * words, words);
          own += common;
          twice[other] += common;
        }
        if (++word == words) {
          break;
        }
        left = ties[row + word];
      }
      twice[h] += own;
    }
  }
}

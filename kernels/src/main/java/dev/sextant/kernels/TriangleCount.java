package dev.sextant.kernels;

import org.jspecify.annotations.Nullable;

/* Counts triangles at every node. Nodes are known by their rank, the highest degree first, so that what
 * is looked up most lies together; rows are made in that order too, since rows of one length after the
 * other leave a processor little to guess wrong about where they end. A row holds the neighbours of
 * lower rank, so that every tie is in one row, and no row is longer than the square root of twice the
 * ties. The nodes of the
 * lowest ranks are hubs: among them ties are also a matrix of bits, small enough to stay in a
 * processor's cache. A triangle is then of one of three kinds:
 *
 * - no hub, or one: met once, as an entry common to the rows of a node u and of a node v in u's row that
 *   is no hub; u's row is marked in bits, v's row is looked up in them without branching. Where rows
 *   are long on average and there are vectors, v's row is compared with u's instead ({@link RowJoin}).
 * - two hubs: u has both, and they are tied. For each hub of u, the words of "hubs of u" and "hubs tied
 *   to this hub" are joined by "and", and the bits counted; every such triangle is found from both of
 *   its hubs.
 * - three hubs: likewise for every tie between two hubs; every triangle is found from three ties, and
 *   counted at both ends of each, so that each corner gets two.
 *
 * Work on the dense middle thus takes one step for 64 candidates, or 512 where there are vectors. All
 * counts are whole numbers: order does not matter. A node's triangles are ties among its neighbours, of
 * which there are fewer than 2^30, so that twice their number fits an int. */
final class TriangleCount {
  /** At most so many hubs, where hubs are those of many neighbours. */
  private static final int HUBS = 2048;

  /** Below it, a row is looked through faster than many words of bits. */
  private static final int FEWEST_NEIGHBOURS = 32;

  /**
   * So many hubs have rows of one line; they may be hubs with fewer neighbours, down to the other.
   */
  private static final int ONE_LINE = SharedBits.LINE * Long.SIZE;

  private static final int FEWEST_NEIGHBOURS_IN_LINE = 8;

  /** Fewer hubs are not worth their bits. */
  private static final int FEWEST_HUBS = 100;

  /** Shorter rows on average are looked up one by one sooner than joined (measured). */
  private static final int FEWEST_ENTRIES = 4;

  private static final int SAMPLED = 16;

  final int[] degree;
  private final Csr graph;
  private final DegreeOrder order;
  private final int hubs;
  private final int active; // nodes with two neighbours or more
  private final int[] twice; // triangles by rank, each counted two times
  private final int[] starts; // of a rank's row
  private final int[] rows; // ranks; one is written beyond those that count
  private final int words; // of a row of ties
  private final long[] ties; // between hubs, one row of words a hub
  private final long[] marked;
  private final int[] near; // of the row at hand, those that are no hubs
  private final int[] mine; // and its hubs
  private final SharedBits shared = SharedBits.fastest();
  private final int fewHubs = shared.fewNodes();
  private final @Nullable RowJoin join; // null: entries are looked up one by one

  TriangleCount(Csr graph) {
    this(graph, VectorSupport.lanesOfEight());
  }

  /** Says whether rows may be joined by vectors, which must be there. */
  TriangleCount(Csr graph, boolean vectors) {
    int n = graph.nodes();
    this.graph = graph;
    this.degree = Orientation.degrees(graph);
    this.order = new DegreeOrder(degree);
    this.active = order.atLeast(2);
    this.hubs = hubs();
    int longest = n == 0 ? 0 : degree[order.node[0]];
    this.near = new int[longest + 1];
    this.mine = new int[longest + 1];
    this.twice = new int[n];
    this.starts = new int[active + 1];
    this.rows = new int[graph.edges() + RowJoin.ROOM];
    this.words = (hubs + ONE_LINE - 1) / ONE_LINE * SharedBits.LINE;
    this.marked = new long[Math.max(words, (n + Long.SIZE - 1) / Long.SIZE)];
    this.ties = new long[hubs * words];
    split();
    tie();
    this.join = vectors && joining() ? new RowJoin(rows, starts) : null;
  }

  /* Joining pays where rows are long and not nearly all of their entries are hubs (measured): one
   * entry in a few tells. */
  private boolean joining() {
    int others = 0;
    for (int a = starts[Math.min(hubs, active)]; a < starts[active]; a += SAMPLED) {
      others += rows[a] >= hubs ? 1 : 0;
    }
    return starts[active] >= (long) FEWEST_ENTRIES * active
        && (long) SAMPLED * others >= active - hubs;
  }

  private int hubs() {
    int least = FEWEST_NEIGHBOURS;
    while (order.atLeast(least) > HUBS) {
      least++;
    }
    while (least > FEWEST_NEIGHBOURS_IN_LINE && order.atLeast(least - 1) <= ONE_LINE) {
      least--;
    }
    int count = order.atLeast(least);
    return count < FEWEST_HUBS ? 0 : count;
  }

  private void split() {
    int at = 0;
    int[] targets = graph.targets;
    int[] offsets = graph.offsets;
    int[] rows = this.rows;
    int[] rank = order.rank;
    int[] node = order.node;
    for (int own = 0; own < active; own++) {
      int v = node[own];
      int end = offsets[v + 1];
      for (int a = offsets[v]; a < end; a++) {
        int other = rank[targets[a]];
        rows[at] = other;
        at += other < own ? 1 : 0;
      }
      starts[own + 1] = at;
    }
  }

  private void tie() {
    int[] rows = this.rows;
    for (int h = 0; h < hubs; h++) {
      int end = starts[h + 1];
      for (int b = starts[h]; b < end; b++) {
        int other = rows[b];
        ties[h * words + (other >>> 6)] |= 1L << other;
        ties[other * words + (h >>> 6)] |= 1L << h;
      }
    }
  }

  /** How many triangles each node is part of. */
  long[] counts() {
    int[] rank = order.rank;
    long[] out = new long[rank.length];
    for (int v = 0; v < out.length; v++) {
      out[v] = twice[rank[v]] >>> 1;
    }
    return out;
  }

  TriangleCount run(Progress progress) {
    int n = degree.length;
    for (int u = hubs; u < active; u++) {
      int from = starts[u];
      int to = starts[u + 1];
      if (to - from == 2) {
        one(u, rows[from], rows[from + 1]);
      } else if (to - from > 2) {
        row(u, from, to);
      }
      if ((u & 0xFFF) == 0xFFF) {
        progress.step(u + 1L, n);
      }
    }
    if (join != null) {
      join.handOn(Math.min(hubs, active), 2, twice);
    }
    amongHubs();
    progress.step(n, n);
    return this;
  }

  /** Of a row of two. */
  private void one(int u, int one, int other) {
    int[] rows = this.rows;
    int v = Math.max(one, other);
    int w = Math.min(one, other);
    int found = 0;
    if (v < hubs) {
      found = (int) (ties[v * words + (w >>> 6)] >>> w & 1) << 1;
    } else {
      int end = starts[v + 1];
      for (int b = starts[v]; b < end; b++) {
        found += rows[b] == w ? 2 : 0;
      }
    }
    twice[u] += found;
    twice[v] += found;
    twice[w] += found;
  }

  private void row(int u, int from, int to) {
    int[] rows = this.rows;
    long[] marked = this.marked;
    int[] near = this.near;
    int[] mine = this.mine;
    int others = 0;
    int tied = 0;
    for (int a = from; a < to; a++) {
      int w = rows[a];
      marked[w >>> 6] |= 1L << w;
      near[others] = w;
      others += w >= hubs ? 1 : 0;
      mine[tied] = w;
      tied += w < hubs ? 1 : 0;
    }
    RowJoin join = this.join;
    int all =
        join != null && to - from <= RowJoin.LONGEST
            ? join.join(from, to, near, others)
            : outside(others);
    if (tied > 1) {
      all += tied <= fewHubs ? pairs(tied) : words(tied);
    }
    twice[u] += 2 * all;
    for (int a = from; a < to; a++) {
      marked[rows[a] >>> 6] = 0;
    }
  }

  /* Whether a node of v's row is one of u's too is as good as random: what is added is 0 or 2, and no
   * branch hangs on it. */
  private int outside(int others) {
    int[] rows = this.rows;
    long[] marked = this.marked;
    int[] twice = this.twice;
    int all = 0;
    for (int i = 0; i < others; i++) {
      int v = near[i];
      int end = starts[v + 1];
      int found = 0;
      for (int b = starts[v]; b < end; b++) {
        int w = rows[b];
        int common = (int) (marked[w >>> 6] >>> w) & 1;
        twice[w] += common << 1;
        found += common;
      }
      twice[v] += 2 * found;
      all += found;
    }
    return all;
  }

  private int pairs(int count) {
    int found = 0;
    for (int i = 0; i < count; i++) {
      int h = mine[i];
      int row = h * words;
      int own = 0;
      for (int j = i + 1; j < count; j++) {
        int other = mine[j];
        int tied = (int) (ties[row + (other >>> 6)] >>> other) & 1;
        own += tied;
        twice[other] += 2 * tied;
      }
      twice[h] += 2 * own;
      found += own;
    }
    return found;
  }

  private int words(int count) {
    int found = 0;
    for (int i = 0; i < count; i++) {
      int h = mine[i];
      int common = shared.count(marked, 0, ties, h * words, words);
      // From each of its two hubs.
      twice[h] += 2 * common;
      found += common;
    }
    return found / 2;
  }

  private void amongHubs() {
    int[] rows = this.rows;
    for (int h = 0; h < hubs; h++) {
      int end = starts[h + 1];
      int own = 0;
      for (int b = starts[h]; b < end; b++) {
        int other = rows[b];
        int common = shared.count(ties, h * words, ties, other * words, words);
        own += common;
        twice[other] += common;
      }
      twice[h] += own;
    }
  }
}

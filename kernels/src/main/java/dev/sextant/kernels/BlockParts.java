package dev.sextant.kernels;

import java.util.Arrays;

/* An undirected graph cut into its blocks, each to be worked on alone. Two nodes of different blocks
 * meet only through articulation points, so each node of a block stands for all that hangs on it
 * outside the block (its weight): a pair (s, t) of the block counts weight(s) * weight(t) times.
 * What remains is pairs that an articulation point itself keeps apart: all pairs of nodes of
 * different parts, a product of sizes. A block's rows are renumbered breadth first from its node of
 * highest degree, so that lines that are used together lie together. */
final class BlockParts {
  private static final int OUTSIDE = -1;
  private static final int WAITING = -2; // of the block, not numbered yet

  private final Csr graph;
  private final BlockWalk walk;
  private final int[] hung; // nodes of finished child blocks, and the node itself
  private final int[] below; // by block, nodes on the far side of its entry
  private final int[] whole; // by node, nodes of its connected component; 0 if it is in no block
  private final int[] local; // number of a node within the block at hand
  private int[] found = new int[64];
  private int[] inside = new int[64]; // neighbours of a block's nodes, in their order

  /**
   * A block.
   *
   * @param order its nodes; their places are their numbers in the rows
   * @param rows its ties
   * @param arcs which arc of the graph each entry of the rows is; empty if not asked for
   */
  record Part(int[] order, LanePass.Rows rows, int[] arcs) {}

  BlockParts(Csr graph) {
    this.graph = graph;
    this.walk = new BlockWalk(graph).walk(Progress.silent());
    int n = graph.nodes();
    this.local = new int[n];
    Arrays.fill(local, OUTSIDE);
    this.hung = new int[n];
    Arrays.fill(hung, 1);
    this.below = new int[walk.blocks()];
    this.whole = new int[n];
    weigh();
  }

  /* Blocks are in an order from the leaves of their tree upwards: one walk over them counts what hangs
   * on each node, and one walk back tells every block its component's number. */
  private void weigh() {
    for (int block = 0; block < below.length; block++) {
      for (int at = walk.start(block); at < walk.end(block); at++) {
        below[block] += hung[walk.member(at)];
      }
      hung[walk.entry(block)] += below[block];
    }
    for (int block = below.length - 1; block >= 0; block--) {
      int entry = walk.entry(block);
      whole[entry] = whole[entry] == 0 ? hung[entry] : whole[entry];
      for (int at = walk.start(block); at < walk.end(block); at++) {
        whole[walk.member(at)] = whole[entry];
      }
    }
  }

  int count() {
    return walk.blocks();
  }

  /** Nodes of the largest block. */
  int largest() {
    int most = 0;
    for (int block = 0; block < count(); block++) {
      most = Math.max(most, size(block));
    }
    return most;
  }

  int size(int block) {
    return walk.end(block) - walk.start(block) + 1;
  }

  /** A block's nodes one after the other, the entry last. */
  private int member(int block, int i) {
    int at = walk.start(block) + i;
    return at < walk.end(block) ? walk.member(at) : walk.entry(block);
  }

  /**
   * How many of some nodes, the sources, each member of a block stands for, in the order of the
   * part; counted as all nodes are.
   */
  static final class Hanging {
    private final BlockParts parts;
    private final BlockWalk walk;
    private final double[] hung; // sources that hang on a node, itself one of them
    private final double[] below; // by block, sources on the far side of its entry
    private final double[] whole; // by node, sources in its component

    private Hanging(BlockParts parts, int[] sources) {
      int nodes = parts.graph.nodes();
      this.parts = parts;
      this.walk = parts.walk;
      this.hung = new double[nodes];
      this.below = new double[walk.blocks()];
      this.whole = new double[nodes];
      for (int s : sources) {
        hung[s] = 1;
      }
      for (int block = 0; block < below.length; block++) {
        for (int at = walk.start(block); at < walk.end(block); at++) {
          below[block] += hung[walk.member(at)];
        }
        hung[walk.entry(block)] += below[block];
      }
      Arrays.fill(whole, -1);
      for (int block = below.length - 1; block >= 0; block--) {
        int entry = walk.entry(block);
        whole[entry] = whole[entry] < 0 ? hung[entry] : whole[entry];
        for (int at = walk.start(block); at < walk.end(block); at++) {
          whole[walk.member(at)] = whole[entry];
        }
      }
    }

    /** Whether any source is in the block's component. */
    boolean any(int block) {
      return whole[walk.entry(block)] > 0;
    }

    /** Sources that each node of a part stands for. */
    double[] of(int block, int[] order) {
      int entry = walk.entry(block);
      double[] weights = new double[order.length];
      for (int i = 0; i < order.length; i++) {
        weights[i] = order[i] == entry ? whole[entry] - below[block] : hung[order[i]];
      }
      return weights;
    }

    /** Pairs of a source and another node that each node keeps apart, in different parts. */
    double[] apart() {
      double[] together = new double[hung.length];
      int[] size = parts.whole;
      for (int block = 0; block < below.length; block++) {
        together[walk.entry(block)] += below[block] * parts.below[block];
      }
      double[] own = new double[hung.length];
      for (int v = 0; v < hung.length; v++) {
        own[v] = hung[v];
      }
      for (int block = 0; block < below.length; block++) {
        own[walk.entry(block)] -= below[block];
      }
      double[] scores = new double[hung.length];
      for (int v = 0; v < scores.length; v++) {
        if (size[v] > 0) {
          double above = (double) size[v] - parts.hung[v];
          double sources = whole[v] - own[v];
          scores[v] = sources * (size[v] - 1.0) - together[v] - (whole[v] - hung[v]) * above;
        }
      }
      return scores;
    }
  }

  /** What hangs where, of some nodes, none twice. */
  Hanging hanging(int[] sources) {
    return new Hanging(this, sources);
  }

  /** Pairs that each node keeps apart, in different parts of what is left without it. */
  double[] apart() {
    int n = graph.nodes();
    double[] squares = new double[n];
    for (int block = 0; block < below.length; block++) {
      double under = below[block];
      squares[walk.entry(block)] += under * under;
    }
    double[] scores = new double[n];
    for (int v = 0; v < n; v++) {
      if (whole[v] > 0) {
        double others = whole[v] - 1.0;
        double above = (double) whole[v] - hung[v];
        scores[v] = (others * others - squares[v] - above * above) / 2;
      }
    }
    return scores;
  }

  /**
   * Of a block of two nodes, which is a bridge: its ends, and how many nodes lie on either side.
   */
  long[] bridge(int block) {
    int far = walk.member(walk.start(block));
    int entry = walk.entry(block);
    long under = hung[far];
    return new long[] {far, entry, under, whole[entry] - under};
  }

  /**
   * Cuts a block out.
   *
   * @param withArcs whether to say which arc of the graph each entry is
   */
  Part part(int block, boolean withArcs) {
    int size = size(block);
    int[] offsets = new int[size + 1];
    int[] order = order(block, offsets);
    int[] targets = new int[offsets[size]];
    int[] arcs = new int[withArcs ? targets.length : 0];
    double[] weight = new double[size];
    int entry = walk.entry(block);
    for (int i = 0; i < size; i++) {
      int v = order[i];
      if (withArcs) {
        rowWithArcs(arcsInside(v, block), targets, arcs, offsets[i]);
      }
      weight[i] = v == entry ? whole[entry] - below[block] : hung[v];
    }
    if (!withArcs) {
      rows(offsets, targets);
    }
    for (int v : order) {
      local[v] = OUTSIDE;
    }
    return new Part(order, new LanePass.Rows(offsets, targets, offsets, targets, weight), arcs);
  }

  /* Every tie is in the rows of both its ends: handing each node's number, in order, to the rows of
   * its neighbours fills all rows, in order, without sorting any. */
  private void rows(int[] offsets, int[] targets) {
    int[] next = Arrays.copyOf(offsets, offsets.length - 1);
    for (int i = 0; i < next.length; i++) {
      int end = offsets[i + 1];
      for (int a = offsets[i]; a < end; a++) {
        targets[next[local[inside[a]]]++] = i;
      }
    }
  }

  private void rowWithArcs(int count, int[] targets, int[] arcs, int from) {
    long[] entries = new long[count];
    for (int i = 0; i < count; i++) {
      entries[i] = (long) local[graph.targets[found[i]]] << 32 | found[i];
    }
    Arrays.sort(entries);
    for (int i = 0; i < count; i++) {
      targets[from + i] = (int) (entries[i] >>> 32);
      arcs[from + i] = (int) entries[i];
    }
  }

  /**
   * Finds a member's arcs to other members; answers how many. Two nodes of one block that are tied
   * are tied within it, since two blocks share one node at most. A hub may lie in very many small
   * blocks: there the members are looked up in its row, and the row is not walked.
   */
  private int arcsInside(int v, int block) {
    int size = size(block);
    int count = 0;
    if (degree(v) > 8L * size) {
      for (int i = 0; i < size; i++) {
        int w = member(block, i);
        int arc = graph.arc(v, w);
        if (arc >= 0 && w != v) {
          add(count++, arc);
        }
      }
      Arrays.sort(found, 0, count);
    } else {
      int[] targets = graph.targets;
      int end = graph.offsets[v + 1];
      if (found.length <= degree(v)) {
        found = new int[2 * degree(v)];
      }
      // What does not count is written over by the next: no branch hangs on it.
      int[] found = this.found;
      for (int a = graph.offsets[v]; a < end; a++) {
        int w = targets[a];
        found[count] = a;
        count += w != v & local[w] != OUTSIDE ? 1 : 0;
      }
    }
    return count;
  }

  private void add(int at, int arc) {
    if (at == found.length) {
      found = Arrays.copyOf(found, 2 * at);
    }
    found[at] = arc;
  }

  /**
   * The block's nodes breadth first from the one of highest degree; numbers them in local, lists
   * their neighbours in `inside` and where each one's begin in offsets.
   */
  private int[] order(int block, int[] offsets) {
    int size = size(block);
    int root = walk.entry(block);
    for (int i = 0; i < size; i++) {
      int v = member(block, i);
      local[v] = WAITING;
      if (degree(v) > degree(root) || (degree(v) == degree(root) && v < root)) {
        root = v;
      }
    }
    int[] order = new int[size];
    int tail = 0;
    order[tail] = root;
    local[root] = tail++;
    for (int head = 0; head < tail; head++) {
      int v = order[head];
      int count = arcsInside(v, block);
      int begin = offsets[head];
      offsets[head + 1] = begin + count;
      if (begin + count > inside.length) {
        inside = Arrays.copyOf(inside, Math.max(begin + count, 2 * begin));
      }
      for (int i = 0; i < count; i++) {
        int w = graph.targets[found[i]];
        inside[begin + i] = w;
        if (local[w] == WAITING) {
          order[tail] = w;
          local[w] = tail++;
        }
      }
    }
    return order;
  }

  private int degree(int v) {
    return graph.offsets[v + 1] - graph.offsets[v];
  }
}

package dev.sextant.kernels;

import java.util.Arrays;

/* An undirected graph cut into its blocks, each to be worked on alone. Two nodes of different blocks
 * meet only through articulation points, so each node of a block stands for all that hangs on it
 * outside the block (its weight): a pair (s, t) of the block counts weight(s) * weight(t) times.
 * What remains is pairs that an articulation point itself keeps apart: all pairs of nodes of
 * different parts, a product of sizes. A block's rows are renumbered breadth first from its node of
 * highest degree, so that lines that are used together lie together. */
final class BlockParts {
  private final Csr graph;
  private final BlockWalk walk;
  private final int[] local; // number of a node within the block at hand

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
    this.local = new int[graph.nodes()];
    Arrays.fill(local, -1);
  }

  int count() {
    return walk.blocks();
  }

  int size(int block) {
    return walk.end(block) - walk.start(block);
  }

  /** Pairs that each node keeps apart, in different parts of what is left without it. */
  double[] apart() {
    int n = graph.nodes();
    double[] squares = new double[n];
    int[] size = new int[n];
    for (int block = 0; block < walk.blocks(); block++) {
      double below = walk.below(block);
      squares[walk.member(walk.end(block) - 1)] += below * below;
      for (int at = walk.start(block); at < walk.end(block); at++) {
        size[walk.member(at)] = walk.componentSize(block);
      }
    }
    double[] scores = new double[n];
    for (int v = 0; v < n; v++) {
      if (size[v] > 0) {
        double others = size[v] - 1.0;
        double above = (double) size[v] - walk.hung(v);
        scores[v] = (others * others - squares[v] - above * above) / 2;
      }
    }
    return scores;
  }

  /**
   * Cuts a block out.
   *
   * @param withArcs whether to say which arc of the graph each entry is
   */
  Part part(int block, boolean withArcs) {
    int[] order = order(block);
    int size = order.length;
    int[] offsets = new int[size + 1];
    for (int i = 0; i < size; i++) {
      int v = order[i];
      int kept = 0;
      for (int a = graph.offsets[v]; a < graph.offsets[v + 1]; a++) {
        kept += inside(v, graph.targets[a]) ? 1 : 0;
      }
      offsets[i + 1] = offsets[i] + kept;
    }
    int[] targets = new int[offsets[size]];
    int[] arcs = new int[withArcs ? targets.length : 0];
    double[] weight = new double[size];
    int entry = walk.member(walk.end(block) - 1);
    for (int i = 0; i < size; i++) {
      int v = order[i];
      if (withArcs) {
        rowWithArcs(v, targets, arcs, offsets[i]);
      } else {
        row(v, targets, offsets[i]);
      }
      weight[i] = v == entry ? walk.componentSize(block) - walk.below(block) : walk.hung(v);
    }
    for (int v : order) {
      local[v] = -1;
    }
    return new Part(order, new LanePass.Rows(offsets, targets, offsets, targets, weight), arcs);
  }

  private void row(int v, int[] targets, int from) {
    int at = from;
    for (int a = graph.offsets[v]; a < graph.offsets[v + 1]; a++) {
      if (inside(v, graph.targets[a])) {
        targets[at++] = local[graph.targets[a]];
      }
    }
    Arrays.sort(targets, from, at);
  }

  private void rowWithArcs(int v, int[] targets, int[] arcs, int from) {
    long[] entries = new long[graph.offsets[v + 1] - graph.offsets[v]];
    int count = 0;
    for (int a = graph.offsets[v]; a < graph.offsets[v + 1]; a++) {
      if (inside(v, graph.targets[a])) {
        entries[count++] = (long) local[graph.targets[a]] << 32 | a;
      }
    }
    Arrays.sort(entries, 0, count);
    for (int i = 0; i < count; i++) {
      targets[from + i] = (int) (entries[i] >>> 32);
      arcs[from + i] = (int) entries[i];
    }
  }

  /** The block's nodes breadth first from the one of highest degree; numbers them in local. */
  private int[] order(int block) {
    int from = walk.start(block);
    int size = walk.end(block) - from;
    int root = walk.member(from);
    for (int i = 0; i < size; i++) {
      int v = walk.member(from + i);
      local[v] = -2;
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
      for (int a = graph.offsets[v]; a < graph.offsets[v + 1]; a++) {
        int w = graph.targets[a];
        if (local[w] == -2) {
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

  /* Two nodes of one block that are tied are tied within it: two blocks share one node at most. */
  private boolean inside(int v, int w) {
    return v != w && local[w] >= 0;
  }
}

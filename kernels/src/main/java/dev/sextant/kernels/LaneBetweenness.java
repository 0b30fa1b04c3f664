package dev.sextant.kernels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/* Exact betweenness by hops.
 *
 * An undirected graph is cut into its blocks first. Two nodes of different blocks meet only through
 * articulation points, so a block can be worked on alone if each of its nodes stands for all that
 * hangs on it outside the block (its weight). A pair (s, t) then counts weight(s) * weight(t) times
 * inside the block, and what remains is pairs that an articulation point itself keeps apart: all
 * pairs of nodes of different parts, a product of sizes. Bridges, and with them all trees hanging on
 * the graph, need no search at all. A directed graph is worked on whole.
 *
 * Sources are taken in the order of a breadth-first walk from the block's node of highest degree, by
 * which rows are renumbered too, so that the eight sources of a pass are near each other and lines
 * that are used together lie together. Batches are dealt to a number of stripes that depends on the
 * graph alone; each stripe sums in order and stripes are added in order, so that any number of
 * threads gives the same bytes. */
final class LaneBetweenness {
  /** Stripes: enough for the cores of one machine, few enough that their sums stay small. */
  private static final int STRIPES = 16;

  private final Csr graph;
  private final int threads;
  private final Function<LanePass.Rows, LanePass> passes;
  private final double[] scores;
  private final int[] local; // number of a node within the block at hand
  private long done;
  private long total;

  /**
   * @param passes makes a workspace for the rows; tests give the plain one
   */
  LaneBetweenness(Csr graph, int threads, Function<LanePass.Rows, LanePass> passes) {
    this.graph = graph;
    this.threads = threads;
    this.passes = passes;
    this.scores = new double[graph.nodes()];
    this.local = new int[graph.directed() ? 0 : graph.nodes()];
  }

  Betweenness.Result compute(Progress progress) {
    if (graph.directed()) {
      whole(progress);
    } else {
      byBlocks(progress);
    }
    return new Betweenness.Result(scores, graph.directed());
  }

  private void whole(Progress progress) {
    int n = graph.nodes();
    double[] weight = new double[n];
    Arrays.fill(weight, 1);
    total = n;
    Csr reverse = graph.reverse();
    LanePass.Rows rows =
        new LanePass.Rows(graph.offsets, graph.targets, reverse.offsets, reverse.targets, weight);
    double[] sums = sum(rows, progress);
    System.arraycopy(sums, 0, scores, 0, n);
  }

  private void byBlocks(Progress progress) {
    int n = graph.nodes();
    BlockWalk walk = new BlockWalk(graph).walk(Progress.silent());
    for (int block = 0; block < walk.blocks(); block++) {
      int size = walk.end(block) - walk.start(block);
      total += size > 2 ? size : 0;
    }
    apart(walk);
    Arrays.fill(local, -1);
    for (int block = 0; block < walk.blocks(); block++) {
      if (walk.end(block) - walk.start(block) > 2) {
        int[] order = order(walk, block);
        double[] sums = sum(part(walk, block, order), progress);
        for (int i = 0; i < order.length; i++) {
          // Every pair was met from both its ends.
          scores[order[i]] += sums[i] / 2;
          local[order[i]] = -1;
        }
      }
    }
    progress.step(Math.max(total, n), Math.max(total, n));
  }

  /** Pairs that a node keeps apart, in different parts of what is left without it. */
  private void apart(BlockWalk walk) {
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
    for (int v = 0; v < n; v++) {
      if (size[v] > 0) {
        double others = size[v] - 1.0;
        double above = (double) size[v] - walk.hung(v);
        scores[v] = (others * others - squares[v] - above * above) / 2;
      }
    }
  }

  /** The block's nodes breadth first from the one of highest degree; numbers them in local. */
  private int[] order(BlockWalk walk, int block) {
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

  private LanePass.Rows part(BlockWalk walk, int block, int[] order) {
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
    double[] weight = new double[size];
    int entry = walk.member(walk.end(block) - 1);
    for (int i = 0; i < size; i++) {
      int v = order[i];
      int at = offsets[i];
      for (int a = graph.offsets[v]; a < graph.offsets[v + 1]; a++) {
        int w = graph.targets[a];
        if (inside(v, w)) {
          targets[at++] = local[w];
        }
      }
      Arrays.sort(targets, offsets[i], at);
      weight[i] = v == entry ? walk.componentSize(block) - walk.below(block) : walk.hung(v);
    }
    return new LanePass.Rows(offsets, targets, offsets, targets, weight);
  }

  /* Two nodes of one block that are tied are tied within it: two blocks share one node at most. */
  private boolean inside(int v, int w) {
    return v != w && local[w] >= 0;
  }

  private double[] sum(LanePass.Rows part, Progress progress) {
    int n = part.weight().length;
    int batches = (n + LanePass.LANES - 1) / LanePass.LANES;
    int[] sources = SourceOrder.of(part);
    int stripes = Math.min(STRIPES, Math.max(1, batches / 8));
    List<Stripes.Work<LanePass>> works = new ArrayList<>();
    double[][] partial = new double[stripes][];
    for (int stripe = 0; stripe < stripes; stripe++) {
      int s = stripe;
      works.add((pass, ticker) -> {
        for (int batch = s; batch < batches; batch += stripes) {
          int first = batch * LanePass.LANES;
          int last = Math.min(n, first + LanePass.LANES);
          pass.run(sources, first, last);
          ticker.tick(last - first);
        }
        partial[s] = pass.drain();
      });
    }
    long before = done;
    Stripes.run(
        works,
        () -> passes.apply(part),
        Math.min(threads, stripes),
        finished -> progress.step(before + finished, total));
    done += n;
    double[] sums = partial[0];
    for (int stripe = 1; stripe < stripes; stripe++) {
      for (int v = 0; v < n; v++) {
        sums[v] += partial[stripe][v];
      }
    }
    return sums;
  }
}

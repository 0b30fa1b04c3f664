package dev.sextant.kernels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/* Exact betweenness by hops.
 *
 * An undirected graph is cut into its blocks first (BlockParts); bridges, and with them all trees
 * hanging on the graph, need no search at all. A directed graph is worked on whole.
 *
 * Sources are taken in the order of a breadth-first walk from the block's node of highest degree, by
 * which rows are renumbered too, so that the sources of a pass are near each other and lines
 * that are used together lie together. Batches are dealt to a number of stripes that depends on the
 * graph alone; each stripe sums in order and stripes are added in order, so that any number of
 * threads gives the same bytes. */
final class LaneBetweenness {
  /** Stripes: enough for the cores of one machine, few enough that their sums stay small. */
  private static final int STRIPES = 16;

  /** A few sources are put in order by fewer landmarks than all are. */
  private static final int PIVOT_LANDMARKS = 4;

  private final Csr graph;
  private final int threads;
  private final Function<LanePass.Rows, LanePass> passes;
  private LaneLines lines = new LaneLines(0);
  private final double[] scores;
  private long done;
  private long total;

  LaneBetweenness(Csr graph, int threads) {
    this.graph = graph;
    this.threads = threads;
    this.passes = rows -> LanePass.of(rows, lines);
    this.scores = new double[graph.nodes()];
  }

  /**
   * @param passes makes a workspace for the rows; tests give the plain one
   */
  LaneBetweenness(Csr graph, int threads, Function<LanePass.Rows, LanePass> passes) {
    this.graph = graph;
    this.threads = threads;
    this.passes = passes;
    this.scores = new double[graph.nodes()];
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
    lines = new LaneLines(n);
    double[] sums = sum(rows, progress);
    System.arraycopy(sums, 0, scores, 0, n);
  }

  /** Only some sources, each standing for as many as there are nodes to a source. */
  Betweenness.Result fromPivots(int[] pivots, Progress progress) {
    int n = graph.nodes();
    total = pivots.length;
    double scale = (double) n / pivots.length / (graph.directed() ? 1 : 2);
    if (graph.directed()) {
      double[] weight = new double[n];
      Arrays.fill(weight, 1);
      Csr reverse = graph.reverse();
      LanePass.Rows rows =
          new LanePass.Rows(graph.offsets, graph.targets, reverse.offsets, reverse.targets, weight);
      lines = new LaneLines(n);
      System.arraycopy(sum(rows, pivots, weight, progress), 0, scores, 0, n);
    } else {
      pivotsByBlocks(pivots, progress);
    }
    for (int v = 0; v < n; v++) {
      scores[v] *= scale;
    }
    return new Betweenness.Result(scores, graph.directed());
  }

  /* A pivot meets a block at one of its nodes, which stands for all pivots that hang on it there;
   * as targets nodes stand for all nodes that hang on them. */
  private void pivotsByBlocks(int[] pivots, Progress progress) {
    BlockParts parts = new BlockParts(graph);
    BlockParts.Hanging hanging = parts.hanging(pivots);
    lines = new LaneLines(parts.largest());
    System.arraycopy(hanging.apart(), 0, scores, 0, scores.length);
    for (int block = 0; block < parts.count(); block++) {
      if (parts.size(block) <= 3 || !hanging.any(block)) {
        continue;
      }
      BlockParts.Part part = parts.part(block, false);
      if (complete(part)) {
        continue;
      }
      double[] weights = hanging.of(block, part.order());
      int[] sources =
          Arrays.stream(SourceOrder.of(part.rows(), PIVOT_LANDMARKS))
              .filter(i -> weights[i] > 0)
              .toArray();
      double[] sums = sum(part.rows(), sources, weights, progress);
      for (int i = 0; i < part.order().length; i++) {
        scores[part.order()[i]] += sums[i];
      }
    }
    progress.step(total, total);
  }

  /** Where all are tied to all, no shortest path has a node between its ends. */
  private static boolean complete(BlockParts.Part part) {
    long size = part.order().length;
    return part.rows().targets().length == size * (size - 1);
  }

  private void byBlocks(Progress progress) {
    int n = graph.nodes();
    BlockParts parts = new BlockParts(graph);
    lines = new LaneLines(parts.largest());
    for (int block = 0; block < parts.count(); block++) {
      total += parts.size(block) > 3 ? parts.size(block) : 0;
    }
    System.arraycopy(parts.apart(), 0, scores, 0, n);
    for (int block = 0; block < parts.count(); block++) {
      // A block of three is a triangle.
      if (parts.size(block) > 3) {
        BlockParts.Part part = parts.part(block, false);
        if (complete(part)) {
          done += parts.size(block);
          continue;
        }
        double[] sums = sum(part.rows(), progress);
        for (int i = 0; i < part.order().length; i++) {
          // Every pair was met from both its ends.
          scores[part.order()[i]] += sums[i] / 2;
        }
      }
    }
    progress.step(Math.max(total, n), Math.max(total, n));
  }

  private double[] sum(LanePass.Rows part, Progress progress) {
    return sum(part, SourceOrder.of(part), part.weight(), progress);
  }

  private double[] sum(LanePass.Rows part, int[] sources, double[] weights, Progress progress) {
    int n = part.weight().length;
    int count = sources.length;
    int batches = (count + LanePass.LANES - 1) / LanePass.LANES;
    int stripes = Math.min(STRIPES, Math.max(1, batches / 8));
    List<Stripes.Work<LanePass>> works = new ArrayList<>();
    double[][] partial = new double[stripes][];
    for (int stripe = 0; stripe < stripes; stripe++) {
      int s = stripe;
      works.add((pass, ticker) -> {
        for (int batch = s; batch < batches; batch += stripes) {
          int first = batch * LanePass.LANES;
          int last = Math.min(count, first + LanePass.LANES);
          pass.run(sources, first, last);
          ticker.tick(last - first);
        }
        partial[s] = pass.drain();
      });
    }
    long before = done;
    Stripes.run(
        works,
        () -> {
          LanePass pass = passes.apply(part);
          pass.sourcesWeigh(weights);
          return pass;
        },
        Math.min(threads, stripes),
        finished -> progress.step(Math.min(total, before + finished), total));
    done += count;
    lines.back();
    double[] sums = partial[0];
    for (int stripe = 1; stripe < stripes; stripe++) {
      for (int v = 0; v < n; v++) {
        sums[v] += partial[stripe][v];
      }
    }
    return sums;
  }
}

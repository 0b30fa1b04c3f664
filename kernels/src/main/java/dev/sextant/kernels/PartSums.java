package dev.sextant.kernels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/* Betweenness of nodes and arcs, one source at a time: what lengths need, and arcs. An undirected
 * graph is worked on block by block (BlockParts), which keeps shortest paths by lengths too: a path
 * that leaves a block and comes back passes the same node twice. An arc of a bridge gets the product
 * of the sizes on its two sides from its block of two nodes, like any other. Sources are dealt to
 * stripes whose number the graph alone decides; stripes are added in order. */
final class PartSums {
  private static final int STRIPES = 16;

  /** Arc sums of all stripes together take no more than so many doubles, if two still fit. */
  private static final long ARC_DOUBLES = 1L << 27;

  private final Csr graph;
  private final boolean edges;
  private final int threads;
  final double[] scores;
  final double[] arcScores;
  private long done;
  private long total;

  /**
   * @param graph weights are lengths
   * @param edges whether arcs are scored too
   */
  PartSums(Csr graph, boolean edges, int threads) {
    if (threads < 1) {
      throw new BadGraph("threads " + threads + ": need at least 1");
    }
    this.graph = graph;
    this.edges = edges;
    this.threads = threads;
    this.scores = new double[graph.nodes()];
    this.arcScores = new double[edges ? graph.arcs() : 0];
  }

  PartSums compute(Progress progress) {
    if (graph.directed()) {
      whole(progress);
    } else {
      byBlocks(progress);
    }
    return this;
  }

  private void whole(Progress progress) {
    int n = graph.nodes();
    double[] weight = new double[n];
    Arrays.fill(weight, 1);
    total = n;
    LanePass.Rows rows =
        new LanePass.Rows(graph.offsets, graph.targets, graph.offsets, graph.targets, weight);
    double[][] sums = sum(rows, graph.weights, progress);
    System.arraycopy(sums[0], 0, scores, 0, n);
    System.arraycopy(sums[1], 0, arcScores, 0, arcScores.length);
    progress.step(n, n);
  }

  private void byBlocks(Progress progress) {
    BlockParts parts = new BlockParts(graph);
    for (int block = 0; block < parts.count(); block++) {
      total += parts.size(block) > 2 || edges ? parts.size(block) : 0;
    }
    System.arraycopy(parts.apart(), 0, scores, 0, scores.length);
    for (int block = 0; block < parts.count(); block++) {
      if (parts.size(block) > 2 || edges) {
        BlockParts.Part part = parts.part(block, true);
        double[][] sums = sum(part.rows(), lengths(part.arcs()), progress);
        for (int i = 0; i < part.order().length; i++) {
          // Every pair was met from both its ends.
          scores[part.order()[i]] += sums[0][i] / 2;
        }
        for (int i = 0; i < sums[1].length; i++) {
          arcScores[part.arcs()[i]] = sums[1][i];
        }
      }
    }
    progress.step(Math.max(total, 1), Math.max(total, 1));
  }

  private double @Nullable [] lengths(int[] arcs) {
    double[] weights = graph.weights;
    if (weights == null) {
      return null;
    }
    double[] lengths = new double[arcs.length];
    for (int i = 0; i < arcs.length; i++) {
      lengths[i] = weights[arcs[i]];
    }
    return lengths;
  }

  private double[][] sum(LanePass.Rows rows, double @Nullable [] lengths, Progress progress) {
    int n = rows.weight().length;
    long fits = Math.max(2, ARC_DOUBLES / Math.max(1, rows.targets().length));
    int stripes = (int) Math.max(1, Math.min(Math.min(STRIPES, n / 32), edges ? fits : STRIPES));
    double[][] nodes = new double[stripes][];
    double[][] arcs = new double[stripes][];
    List<Stripes.Work<PartBrandes>> works = new ArrayList<>();
    for (int stripe = 0; stripe < stripes; stripe++) {
      int s = stripe;
      works.add((search, ticker) -> {
        for (int source = s; source < n; source += stripes) {
          search.run(source);
          if (source / stripes % 8 == 7) {
            ticker.tick(8);
          }
        }
        nodes[s] = search.nodeSums.clone();
        arcs[s] = search.arcSums.clone();
        Arrays.fill(search.nodeSums, 0);
        Arrays.fill(search.arcSums, 0);
      });
    }
    long before = done;
    Stripes.run(
        works,
        () -> new PartBrandes(rows, lengths, edges),
        Math.min(threads, stripes),
        finished -> progress.step(before + finished, total));
    done += n;
    for (int stripe = 1; stripe < stripes; stripe++) {
      add(nodes[0], nodes[stripe]);
      add(arcs[0], arcs[stripe]);
    }
    return new double[][] {nodes[0], arcs[0]};
  }

  private static void add(double[] into, double[] what) {
    for (int i = 0; i < into.length; i++) {
      into[i] += what[i];
    }
  }
}

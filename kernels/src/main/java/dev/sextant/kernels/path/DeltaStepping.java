package dev.sextant.kernels.path;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.Arrays;

/* Nodes lie in buckets by distance, each as wide as the step. The first bucket is emptied again and
 * again over its short edges (no longer than the step), which may put nodes back into it; when it
 * stays empty its nodes are final and their long edges are followed once. A tentative distance is
 * always some path's sum from the source on, and adding is monotone in floating point too, so every
 * order of corrections ends at the same smallest sums as Dijkstra's.
 *
 * The buckets in use span no more than the longest edge: a ring of them suffices. An entry is stale
 * if its node has moved to a nearer bucket since. */
final class DeltaStepping {
  /** More would cost more than they save. */
  private static final int MOST_BUCKETS = 1 << 22;

  private final Csr graph;
  private final double step;
  private final double[] distance;
  private final int[][] ring;
  private final int[] size;
  private long waiting;

  private DeltaStepping(Csr graph, double step, int buckets) {
    this.graph = graph;
    this.step = step;
    this.distance = new double[graph.nodes()];
    this.ring = new int[buckets][];
    this.size = new int[buckets];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
  }

  static double usualStep(Csr graph) {
    double degree = graph.nodes() == 0 ? 1 : (double) graph.arcs() / graph.nodes();
    return longest(graph) / Math.max(1, degree);
  }

  private static double longest(Csr graph) {
    double longest = graph.arcs() == 0 || !graph.weighted() ? 1 : 0;
    for (int a = 0; graph.weighted() && a < graph.arcs(); a++) {
      longest = Math.max(longest, graph.weight(a));
    }
    return longest;
  }

  static double[] from(Csr graph, int source, double step, Progress progress) {
    double buckets = Math.ceil(longest(graph) / step) + 2;
    if (!(buckets <= MOST_BUCKETS)) {
      throw new BadGraph(
          "a step of "
              + step
              + " needs "
              + buckets
              + " buckets, more than "
              + MOST_BUCKETS
              + "; take a wider step, or Dijkstra's algorithm");
    }
    DeltaStepping search = new DeltaStepping(graph, step, (int) buckets);
    search.run(source, progress);
    return search.distance;
  }

  private void run(int source, Progress progress) {
    distance[source] = 0;
    put(source, 0);
    int[] emptied = new int[64];
    int[] spare = new int[64];
    long done = 0;
    long rounds = 0;
    for (long bucket = 0; waiting > 0; bucket++) {
      int slot = (int) (bucket % ring.length);
      // Rounding may leave the end of a long edge in the same bucket: then once more.
      while (size[slot] > 0) {
        int count = 0;
        while (size[slot] > 0) {
          int[] nodes = ring[slot];
          int taken = size[slot];
          ring[slot] = spare;
          size[slot] = 0;
          waiting -= taken;
          for (int i = 0; i < taken; i++) {
            int v = nodes[i];
            if (bucketOf(distance[v]) == bucket) {
              if (count == emptied.length) {
                emptied = Arrays.copyOf(emptied, 2 * count);
              }
              emptied[count++] = v;
              follow(v, true);
            }
          }
          spare = nodes;
        }
        for (int i = 0; i < count; i++) {
          follow(emptied[i], false);
        }
        done += count;
      }
      if ((++rounds & 0xFF) == 0) {
        progress.step(Math.min(done, distance.length), distance.length);
      }
    }
    progress.step(distance.length, distance.length);
  }

  private long bucketOf(double at) {
    return (long) (at / step);
  }

  private void follow(int v, boolean shortEdges) {
    double at = distance[v];
    for (int a = graph.first(v); a < graph.end(v); a++) {
      double weight = graph.weight(a);
      if (weight <= step == shortEdges) {
        int w = graph.target(a);
        double through = at + weight;
        if (through < distance[w]) {
          distance[w] = through;
          put(w, bucketOf(through));
        }
      }
    }
  }

  private void put(int node, long bucket) {
    int slot = (int) (bucket % ring.length);
    int[] nodes = ring[slot];
    if (nodes == null) {
      nodes = new int[16];
    } else if (size[slot] == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * nodes.length);
    }
    ring[slot] = nodes;
    nodes[size[slot]++] = node;
    waiting++;
  }
}

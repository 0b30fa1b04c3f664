package dev.sextant.kernels.covert;

import dev.sextant.kernels.Csr;
import java.util.Arrays;

/* A graph of at most 64 nodes with one long a row: neighbours are a mask, and a step of a search is
 * an "or" of masks. */
final class SmallGraph {
  final int nodes;
  final long[] row;
  private final long[] counts;

  SmallGraph(Csr graph) {
    nodes = graph.nodes();
    row = new long[nodes];
    counts = new long[nodes + 1];
    for (int v = 0; v < nodes; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        if (graph.target(a) != v) {
          row[v] |= 1L << graph.target(a);
        }
      }
    }
  }

  /** Hops from a node to all; -1 out of reach. */
  static int[] distances(Csr graph, int source) {
    int[] distance = new int[graph.nodes()];
    int[] queue = new int[graph.nodes()];
    Arrays.fill(distance, -1);
    distance[source] = 0;
    queue[0] = source;
    int size = 1;
    for (int i = 0; i < size; i++) {
      int v = queue[i];
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int w = graph.target(a);
        if (distance[w] < 0) {
          distance[w] = distance[v] + 1;
          queue[size++] = w;
        }
      }
    }
    return distance;
  }

  /** Sum of 1/distance over ordered pairs of what is left, as {@link PairSums} adds it. */
  double distanceSum(long alive) {
    Arrays.fill(counts, 0);
    int farthest = 0;
    for (long rest = alive; rest != 0; rest &= rest - 1) {
      long seen = rest & -rest;
      long front = seen;
      for (int d = 1; front != 0; d++) {
        long met = 0;
        for (; front != 0; front &= front - 1) {
          met |= row[Long.numberOfTrailingZeros(front)];
        }
        front = met & alive & ~seen;
        seen |= front;
        counts[d] += Long.bitCount(front);
        farthest = Math.max(farthest, d);
      }
    }
    double sum = 0;
    for (int d = farthest; d > 0; d--) {
      sum += (double) counts[d] / d;
    }
    return sum;
  }

  /** Ordered pairs of what is left that are in one piece; for an undirected graph. */
  double pairs(long alive) {
    long pairs = 0;
    for (long rest = alive; rest != 0; ) {
      long seen = rest & -rest;
      for (long front = seen; front != 0; ) {
        long met = 0;
        for (; front != 0; front &= front - 1) {
          met |= row[Long.numberOfTrailingZeros(front)];
        }
        front = met & alive & ~seen;
        seen |= front;
      }
      long size = Long.bitCount(seen);
      pairs += size * (size - 1);
      rest &= ~seen;
    }
    return pairs;
  }
}

package dev.sextant.kernels.layout;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.SplitMix;
import java.util.Arrays;

/* The pieces of a graph, and in each some pivots with the distances of all its nodes to them.
 * Pieces share the rows of distances, since no node is in two: row p holds each node's distance to
 * its own piece's p-th pivot. */
final class Pieces {
  /** Pivots of a piece: more are no better in the papers' trials. */
  private static final int PIVOTS = 60;

  final Csr graph;
  final int n;

  /** The piece of each node. */
  final int[] of;

  /** Nodes, piece by piece. */
  final int[] node;

  /** Where each piece's nodes begin, and one more. */
  final int[] start;

  /** Pivots of a piece begin where its nodes do; it has so many. */
  final int[] pivot;

  final int[] pivots;
  final float[][] distance;
  private final int[] queue;
  private final int[] hops;

  Pieces(Csr graph, long seed) {
    this.graph = graph;
    this.n = graph.nodes();
    this.of = new int[n];
    this.node = new int[n];
    this.queue = new int[n];
    this.hops = new int[n];
    this.start = find();
    this.pivot = new int[n];
    this.pivots = new int[count()];
    int rows = 0;
    for (int c = 0; c < count(); c++) {
      pivots[c] = size(c) < 3 ? 1 : Math.min(PIVOTS, size(c));
      rows = Math.max(rows, pivots[c]);
    }
    this.distance = new float[rows][n];
    SplitMix random = new SplitMix(seed);
    for (int c = 0; c < count(); c++) {
      choose(c, random);
    }
  }

  int count() {
    return start.length - 1;
  }

  int size(int piece) {
    return start[piece + 1] - start[piece];
  }

  private int[] find() {
    Arrays.fill(of, -1);
    int[] starts = new int[n + 1];
    int size = 0;
    int count = 0;
    for (int s = 0; s < n; s++) {
      if (of[s] >= 0) {
        continue;
      }
      int head = size;
      node[size++] = s;
      of[s] = count;
      for (; head < size; head++) {
        for (int a = graph.first(node[head]); a < graph.end(node[head]); a++) {
          int t = graph.target(a);
          if (of[t] < 0) {
            of[t] = count;
            node[size++] = t;
          }
        }
      }
      starts[++count] = size;
    }
    return Arrays.copyOf(starts, count + 1);
  }

  /* The first pivot at random, each next one the farthest from those before. */
  private void choose(int c, SplitMix random) {
    int next = node[start[c] + random.below(size(c))];
    int[] nearest = hops;
    for (int i = start[c]; i < start[c + 1]; i++) {
      nearest[node[i]] = Integer.MAX_VALUE;
    }
    for (int p = 0; p < pivots[c]; p++) {
      pivot[start[c] + p] = next;
      float[] row = distance[p];
      search(c, next, row);
      int far = next;
      for (int i = start[c]; i < start[c + 1]; i++) {
        int v = node[i];
        nearest[v] = Math.min(nearest[v], (int) row[v]);
        if (nearest[v] > nearest[far] || (nearest[v] == nearest[far] && v < far)) {
          far = v;
        }
      }
      next = far;
    }
  }

  private void search(int c, int source, float[] row) {
    for (int i = start[c]; i < start[c + 1]; i++) {
      row[node[i]] = -1;
    }
    int size = 0;
    queue[size++] = source;
    row[source] = 0;
    for (int head = 0; head < size; head++) {
      int v = queue[head];
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int t = graph.target(a);
        if (row[t] < 0) {
          row[t] = row[v] + 1;
          queue[size++] = t;
        }
      }
    }
  }

  /**
   * The weights of the sparse stress: a pivot stands, for a node at distance d, for those of its
   * region (the nodes it is the nearest pivot of) that are within d/2 of it; each weighs 1/d^2.
   */
  float[][] weights() {
    float[][] weights = new float[distance.length][n];
    for (int c = 0; c < count(); c++) {
      if (size(c) < 3) {
        continue;
      }
      int[] region = new int[size(c)];
      for (int i = 0; i < region.length; i++) {
        int v = node[start[c] + i];
        for (int p = 1; p < pivots[c]; p++) {
          if (distance[p][v] < distance[region[i]][v]) {
            region[i] = p;
          }
        }
      }
      for (int p = 0; p < pivots[c]; p++) {
        weights(c, p, region, weights[p]);
      }
    }
    return weights;
  }

  private void weights(int c, int p, int[] region, float[] row) {
    int far = 0;
    for (int i = start[c]; i < start[c + 1]; i++) {
      far = Math.max(far, (int) distance[p][node[i]]);
    }
    int[] within = new int[far + 1];
    for (int i = 0; i < region.length; i++) {
      if (region[i] == p) {
        within[(int) distance[p][node[start[c] + i]]]++;
      }
    }
    for (int d = 1; d <= far; d++) {
      within[d] += within[d - 1];
    }
    for (int i = start[c]; i < start[c + 1]; i++) {
      int v = node[i];
      float d = distance[p][v];
      // Neighbours have a term of their own.
      row[v] = d < 2 ? 0 : within[(int) (d / 2)] / (d * d);
    }
  }
}

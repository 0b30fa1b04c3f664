package dev.sextant.kernels;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/* Brandes' algorithm for one source at a time over the rows of a part whose nodes have weights. The
 * search gives the order of the nodes; walking it forwards counts paths and lists the arcs that lie
 * on shortest paths, which is far fewer than all; walking that list backwards sums dependencies. By
 * lengths the search is Dijkstra's with a heap of four children that keeps keys beside nodes and
 * leaves outdated entries lying: they are passed over when they come up, which is cheaper than
 * finding them to move them. */
final class PartBrandes {
  /** Lengths closer than this share of the longer are equal; igraph uses the same. */
  private static final double EQUAL = 1e-10;

  private final int[] offsets;
  private final int[] targets;
  private final double @Nullable [] lengths;
  private final double[] weight;
  private final double[] distance;
  private final int[] order;
  private final int[] rank; // place in the order, from 1; 0 if not met
  private final double[] paths;
  private final double[] dependency;
  private final int[] tails; // arcs on shortest paths, in order
  private final int[] arcs;
  private double[] keys = new double[64];
  private int[] heap = new int[64];
  private int size;
  final double[] nodeSums;
  final double[] arcSums;

  PartBrandes(LanePass.Rows rows, double @Nullable [] lengths, boolean edges) {
    int n = rows.weight().length;
    this.offsets = rows.offsets();
    this.targets = rows.targets();
    this.weight = rows.weight();
    this.lengths = lengths;
    this.distance = new double[n];
    this.order = new int[n];
    this.rank = new int[n];
    this.paths = new double[n];
    this.dependency = new double[n];
    this.tails = new int[targets.length];
    this.arcs = new int[targets.length];
    this.nodeSums = new double[n];
    this.arcSums = new double[edges ? targets.length : 0];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
  }

  void run(int source) {
    int reached = lengths == null ? byHops(source) : byLengths(source, lengths);
    int listed = count(source, reached);
    accumulate(source, listed);
    for (int i = 0; i < reached; i++) {
      int v = order[i];
      if (i > 0) {
        nodeSums[v] += weight[source] * dependency[v];
      }
      distance[v] = Double.POSITIVE_INFINITY;
      rank[v] = 0;
      paths[v] = 0;
      dependency[v] = 0;
    }
  }

  private int byHops(int source) {
    int tail = 0;
    distance[source] = 0;
    order[tail++] = source;
    for (int head = 0; head < tail; head++) {
      int v = order[head];
      rank[v] = head + 1;
      double next = distance[v] + 1;
      for (int a = offsets[v]; a < offsets[v + 1]; a++) {
        int w = targets[a];
        if (distance[w] == Double.POSITIVE_INFINITY) {
          distance[w] = next;
          order[tail++] = w;
        }
      }
    }
    return tail;
  }

  private int byLengths(int source, double[] lengths) {
    int tail = 0;
    distance[source] = 0;
    size = 0;
    push(0, source);
    while (size > 0) {
      int v = heap[0];
      double at = keys[0];
      pop();
      if (rank[v] != 0) {
        continue;
      }
      order[tail++] = v;
      rank[v] = tail;
      for (int a = offsets[v]; a < offsets[v + 1]; a++) {
        int w = targets[a];
        double through = at + lengths[a];
        if (through < distance[w]) {
          distance[w] = through;
          push(through, w);
        }
      }
    }
    return tail;
  }

  private int count(int source, int reached) {
    int listed = 0;
    paths[source] = 1;
    for (int i = 0; i < reached; i++) {
      int v = order[i];
      double at = distance[v];
      double own = paths[v];
      if (own > LanePass.MOST_PATHS) {
        throw new BadGraph("more than 1e300 shortest paths between two nodes");
      }
      for (int a = offsets[v]; a < offsets[v + 1]; a++) {
        int w = targets[a];
        double through = at + (lengths == null ? 1 : lengths[a]);
        double direct = distance[w];
        if (through - direct <= EQUAL * through && rank[w] > rank[v]) {
          paths[w] += own;
          tails[listed] = v;
          arcs[listed++] = a;
        }
      }
    }
    return listed;
  }

  private void accumulate(int source, int listed) {
    double times = weight[source];
    boolean edges = arcSums.length > 0;
    for (int i = listed - 1; i >= 0; i--) {
      int v = tails[i];
      int w = targets[arcs[i]];
      double share = (weight[w] + dependency[w]) * (paths[v] / paths[w]);
      dependency[v] += share;
      if (edges) {
        arcSums[arcs[i]] += times * share;
      }
    }
  }

  private void push(double key, int node) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, 2 * size);
      keys = Arrays.copyOf(keys, 2 * size);
    }
    int at = size++;
    while (at > 0) {
      int above = (at - 1) >> 2;
      if (!before(key, node, above)) {
        break;
      }
      keys[at] = keys[above];
      heap[at] = heap[above];
      at = above;
    }
    keys[at] = key;
    heap[at] = node;
  }

  private boolean before(double key, int node, int at) {
    return key < keys[at] || (key == keys[at] && node < heap[at]);
  }

  private void pop() {
    size--;
    double key = keys[size];
    int node = heap[size];
    int at = 0;
    while (true) {
      int from = 4 * at + 1;
      if (from >= size) {
        break;
      }
      int to = Math.min(size, from + 4);
      int least = from;
      for (int i = from + 1; i < to; i++) {
        if (before(keys[i], heap[i], least)) {
          least = i;
        }
      }
      if (before(key, node, least)) {
        break;
      }
      keys[at] = keys[least];
      heap[at] = heap[least];
      at = least;
    }
    keys[at] = key;
    heap[at] = node;
  }
}

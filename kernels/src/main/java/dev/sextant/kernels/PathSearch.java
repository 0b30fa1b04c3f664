package dev.sextant.kernels;

import java.util.Arrays;

/* Distances from one source at a time, by hops (breadth first) or by lengths (Dijkstra 1959,
 * doi:10.1007/BF01386390), with buffers that are reused from source to source. After a search,
 * `order` holds the `reached` nodes by distance, the source first. */
final class PathSearch {
  private final Csr graph;
  private final boolean lengths;
  private final NodeHeap heap;
  private final boolean[] settled;
  final double[] distance;
  final int[] order;
  int reached;

  PathSearch(Csr graph, boolean lengths) {
    int n = graph.nodes();
    this.graph = graph;
    this.lengths = lengths && graph.weighted();
    this.distance = new double[n];
    this.order = new int[n];
    this.settled = new boolean[this.lengths ? n : 0];
    this.heap = new NodeHeap(this.lengths ? distance : new double[0]);
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
  }

  void from(int source) {
    for (int i = 0; i < reached; i++) {
      distance[order[i]] = Double.POSITIVE_INFINITY;
      if (lengths) {
        settled[order[i]] = false;
      }
    }
    reached = 0;
    distance[source] = 0;
    if (lengths) {
      dijkstra(source);
    } else {
      breadthFirst(source);
    }
  }

  double length(int arc) {
    return lengths ? graph.weight(arc) : 1;
  }

  private void breadthFirst(int source) {
    int[] targets = graph.targets;
    order[reached++] = source;
    for (int head = 0; head < reached; head++) {
      int v = order[head];
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int w = targets[a];
        if (distance[w] == Double.POSITIVE_INFINITY) {
          distance[w] = distance[v] + 1;
          order[reached++] = w;
        }
      }
    }
  }

  private void dijkstra(int source) {
    heap.offer(source);
    while (!heap.isEmpty()) {
      int v = heap.poll();
      settled[v] = true;
      order[reached++] = v;
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int w = graph.target(a);
        double through = distance[v] + graph.weight(a);
        if (!settled[w] && through < distance[w]) {
          distance[w] = through;
          heap.offer(w);
        }
      }
    }
  }
}

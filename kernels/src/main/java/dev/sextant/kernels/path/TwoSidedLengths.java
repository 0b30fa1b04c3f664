package dev.sextant.kernels.path;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.NodeHeap;
import dev.sextant.kernels.Progress;
import java.util.Arrays;
import java.util.Optional;

/* Dijkstra's search from both ends, always on the side with fewer arcs looked at so far. Every node
 * that both sides have met gives a path; once the two smallest open distances add up to no less than
 * the best such path, no other can be shorter (T. A. J. Nicholson 1966, doi:10.1093/comjnl/9.3.275).
 * What a question touched is listed and cleaned before the next. */
final class TwoSidedLengths implements PathFinder {
  private final Csr graph;
  private final Csr[] side;
  private final double[][] distance;
  private final int[][] before;
  private final NodeHeap[] heap;
  private int[] touched = new int[64];
  private int count;

  TwoSidedLengths(Csr graph) {
    int n = graph.nodes();
    this.graph = graph;
    this.side = new Csr[] {graph, graph.reverse()};
    this.distance = new double[2][n];
    this.before = new int[2][n];
    Arrays.fill(distance[0], Double.POSITIVE_INFINITY);
    Arrays.fill(distance[1], Double.POSITIVE_INFINITY);
    this.heap = new NodeHeap[] {new NodeHeap(distance[0]), new NodeHeap(distance[1])};
  }

  @Override
  public Optional<Route> find(int source, int target, Progress progress) {
    Route.check(graph, source);
    Route.check(graph, target);
    if (source == target) {
      return Optional.of(new Route(new int[] {source}, 0));
    }
    try {
      int middle = meet(source, target, progress);
      return middle < 0 ? Optional.empty() : Optional.of(through(middle));
    } finally {
      clear();
    }
  }

  private int meet(int source, int target, Progress progress) {
    reach(0, source, 0, -1);
    reach(1, target, 0, -1);
    double best = Double.POSITIVE_INFINITY;
    int middle = -1;
    long[] looked = new long[2];
    for (long done = 1; !heap[0].isEmpty() && !heap[1].isEmpty(); done++) {
      if (heap[0].least() + heap[1].least() >= best) {
        break;
      }
      int s = looked[0] <= looked[1] ? 0 : 1;
      int v = heap[s].poll();
      Csr rows = side[s];
      double at = distance[s][v];
      looked[s] += rows.end(v) - rows.first(v) + 1L;
      for (int a = rows.first(v); a < rows.end(v); a++) {
        int w = rows.target(a);
        double length = at + rows.weight(a);
        if (length < distance[s][w]) {
          reach(s, w, length, v);
          double whole = length + distance[1 - s][w];
          if (whole < best) {
            best = whole;
            middle = w;
          }
        }
      }
      if ((done & 0xFFFF) == 0) {
        progress.step(done, -1);
      }
    }
    return middle;
  }

  private void reach(int s, int node, double length, int from) {
    if (distance[s][node] == Double.POSITIVE_INFINITY) {
      if (count == touched.length) {
        touched = Arrays.copyOf(touched, 2 * count);
      }
      touched[count++] = node;
    }
    distance[s][node] = length;
    before[s][node] = from;
    heap[s].offer(node);
  }

  private Route through(int middle) {
    int ahead = 0;
    for (int v = middle; v >= 0; v = before[0][v]) {
      ahead++;
    }
    int length = ahead;
    for (int v = before[1][middle]; v >= 0; v = before[1][v]) {
      length++;
    }
    int[] nodes = new int[length];
    int at = ahead;
    for (int v = middle; v >= 0; v = before[0][v]) {
      nodes[--at] = v;
    }
    at = ahead;
    for (int v = before[1][middle]; v >= 0; v = before[1][v]) {
      nodes[at++] = v;
    }
    return Route.along(graph, nodes);
  }

  private void clear() {
    for (int i = 0; i < count; i++) {
      distance[0][touched[i]] = Double.POSITIVE_INFINITY;
      distance[1][touched[i]] = Double.POSITIVE_INFINITY;
    }
    count = 0;
    heap[0].clear();
    heap[1].clear();
  }
}

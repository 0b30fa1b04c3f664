package dev.sextant.kernels.path;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.NodeHeap;
import dev.sextant.kernels.Progress;
import java.util.Arrays;

/** Nearest node first, with a heap; all lengths are above 0, so what is taken is final. */
final class Dijkstra {
  private Dijkstra() {}

  static double[] from(Csr graph, int source, Progress progress) {
    int n = graph.nodes();
    double[] distance = new double[n];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    distance[source] = 0;
    NodeHeap heap = new NodeHeap(distance);
    heap.offer(source);
    for (long done = 1; !heap.isEmpty(); done++) {
      int v = heap.poll();
      double at = distance[v];
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int w = graph.target(a);
        double through = at + graph.weight(a);
        if (through < distance[w]) {
          distance[w] = through;
          heap.offer(w);
        }
      }
      if ((done & 0xFFFF) == 0) {
        progress.step(done, n);
      }
    }
    progress.step(n, n);
    return distance;
  }
}

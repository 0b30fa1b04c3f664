package dev.sextant.kernels.covert;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.Arrays;

/* Collective influence (F. Morone and H. Makse 2015, doi:10.1038/nature14604): a node's degree less
 * one, times the sum of degree less one over the nodes exactly so many steps away, in what is left. */
final class CollectiveInfluence {
  private final int[] offsets;
  private final int[] targets;
  private final int[] mark;
  private final int[] queue;
  private int stamp;

  CollectiveInfluence(Csr graph) {
    offsets = graph.sharedOffsets();
    targets = graph.sharedTargets();
    mark = new int[graph.nodes()];
    queue = new int[graph.nodes()];
  }

  /** All scores; removed nodes have -1. */
  static double[] scores(Csr graph, int steps, boolean[] removed, Progress progress) {
    CollectiveInfluence influence = new CollectiveInfluence(graph);
    int n = graph.nodes();
    double[] scores = new double[n];
    for (int v = 0; v < n; v++) {
      scores[v] = removed[v] ? -1 : influence.score(v, steps, removed);
      if ((v & 1023) == 1023) {
        progress.step(v + 1L, n);
      }
    }
    return scores;
  }

  double score(int v, int steps, boolean[] removed) {
    int begin = ball(v, steps, removed);
    double sum = 0;
    for (int i = begin; i < size; i++) {
      sum += Math.max(0, degree(queue[i], removed) - 1);
    }
    return Math.max(0, degree(v, removed) - 1) * sum;
  }

  private int size;

  /** Nodes within so many steps, in order of distance; answers where the last ring begins. */
  int ball(int v, int steps, boolean[] removed) {
    if (++stamp == Integer.MAX_VALUE) {
      Arrays.fill(mark, 0);
      stamp = 1;
    }
    mark[v] = stamp;
    queue[0] = v;
    size = 1;
    int begin = 0;
    for (int d = 0; d < steps; d++) {
      int end = size;
      for (int i = begin; i < end; i++) {
        int u = queue[i];
        for (int a = offsets[u]; a < offsets[u + 1]; a++) {
          int w = targets[a];
          if (mark[w] != stamp && !removed[w]) {
            mark[w] = stamp;
            queue[size++] = w;
          }
        }
      }
      begin = end;
    }
    return begin;
  }

  /** The ball's nodes, as {@link #ball} left them; a copy. */
  int[] members() {
    return Arrays.copyOf(queue, size);
  }

  int degree(int v, boolean[] removed) {
    int degree = 0;
    for (int a = offsets[v]; a < offsets[v + 1]; a++) {
      degree += targets[a] != v && !removed[targets[a]] ? 1 : 0;
    }
    return degree;
  }
}

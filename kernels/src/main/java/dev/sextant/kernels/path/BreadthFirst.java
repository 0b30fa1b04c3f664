package dev.sextant.kernels.path;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.Arrays;

/* Level by level. While few arcs leave the nodes met last, these look for new ones; when more arcs
 * leave them than a share of those into nodes not yet met, the nodes not yet met look for one
 * neighbour met last and stop at the first. Both ways find exactly the nodes one step farther. In a
 * directed graph the second way would need the arcs turned round, which costs more than one search:
 * there the first way does it all. */
final class BreadthFirst {
  /** Beamer's alpha: an arc looked at from below costs less, since most stop early. */
  private static final int SHARE = 14;

  private BreadthFirst() {}

  static double[] from(Csr graph, int source, Progress progress) {
    int n = graph.nodes();
    int[] offsets = graph.sharedOffsets();
    int[] targets = graph.sharedTargets();
    int[] level = new int[n];
    Arrays.fill(level, -1);
    int[] queue = new int[n];
    int[] open = graph.directed() ? new int[0] : new int[n];
    int opened = -1;
    queue[0] = source;
    level[source] = 0;
    int head = 0;
    int tail = 1;
    long unmet = targets.length - (offsets[source + 1] - (long) offsets[source]);
    for (int d = 1; head < tail; d++) {
      long leaving = 0;
      for (int i = head; i < tail; i++) {
        leaving += offsets[queue[i] + 1] - offsets[queue[i]];
      }
      int end = tail;
      if (!graph.directed() && leaving > unmet / SHARE && tail - head > n / 64) {
        opened = findOpen(level, open, opened);
        for (int i = 0; i < opened; i++) {
          int w = open[i];
          for (int a = offsets[w]; a < offsets[w + 1]; a++) {
            if (level[targets[a]] == d - 1) {
              level[w] = d;
              queue[end++] = w;
              break;
            }
          }
        }
      } else {
        for (int i = head; i < tail; i++) {
          int v = queue[i];
          for (int a = offsets[v]; a < offsets[v + 1]; a++) {
            int w = targets[a];
            if (level[w] < 0) {
              level[w] = d;
              queue[end++] = w;
            }
          }
        }
      }
      for (int i = tail; i < end; i++) {
        unmet -= offsets[queue[i] + 1] - offsets[queue[i]];
      }
      head = tail;
      tail = end;
      if ((d & 0x3FF) == 1) {
        progress.step(tail, n);
      }
    }
    double[] distance = new double[n];
    for (int v = 0; v < n; v++) {
      distance[v] = level[v] < 0 ? Double.POSITIVE_INFINITY : level[v];
    }
    return distance;
  }

  private static int findOpen(int[] level, int[] open, int opened) {
    int kept = 0;
    if (opened < 0) {
      for (int v = 0; v < level.length; v++) {
        if (level[v] < 0) {
          open[kept++] = v;
        }
      }
      return kept;
    }
    for (int i = 0; i < opened; i++) {
      if (level[open[i]] < 0) {
        open[kept++] = open[i];
      }
    }
    return kept;
  }
}

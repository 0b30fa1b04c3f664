package dev.sextant.kernels;

import java.util.Arrays;

/* Puts sources beside each other that meet the rest of the graph at nearly the same distances, so
 * that the lanes of one pass meet each node at few different distances. Nodes of high degree stand
 * for the rest: sources are sorted by their distances from the highest, then from the next, and so
 * on, by one search a landmark and a stable counting sort from the last landmark to the first. Any
 * order of the sources gives the same sums up to rounding; this one depends on the graph alone. */
final class SourceOrder {
  /** Measured: 16 saves a tenth to a fifth of a whole run over none, 4 half of that. */
  private static final int LANDMARKS = 16;

  /** Distances from here on are told apart no more. */
  private static final int FAR = 15;

  private SourceOrder() {}

  static int[] of(LanePass.Rows rows) {
    // A landmark's search costs about as much as a third of a pass.
    return of(rows, Math.min(LANDMARKS, 1 + rows.weight().length / 64));
  }

  /** By so many landmarks. */
  static int[] of(LanePass.Rows rows, int count) {
    int n = rows.weight().length;
    int[] order = new int[n];
    for (int v = 0; v < n; v++) {
      order[v] = v;
    }
    if (n <= 32) {
      return order;
    }
    int[] landmarks = highest(rows, count);
    int[] distance = new int[n];
    int[] queue = new int[n];
    for (int i = landmarks.length - 1; i >= 0; i--) {
      search(rows, landmarks[i], distance, queue);
      order = sorted(order, distance);
    }
    return order;
  }

  private static int[] sorted(int[] order, int[] distance) {
    int[] next = new int[FAR + 2];
    for (int d : distance) {
      next[Math.min(FAR, d) + 1]++;
    }
    for (int d = 0; d <= FAR; d++) {
      next[d + 1] += next[d];
    }
    int[] out = new int[order.length];
    for (int v : order) {
      out[next[Math.min(FAR, distance[v])]++] = v;
    }
    return out;
  }

  /** The nodes of highest degree, the highest first, the smaller number among equals. */
  private static int[] highest(LanePass.Rows rows, int count) {
    int n = rows.weight().length;
    int[] best = new int[count];
    int kept = 0;
    for (int v = 0; v < n; v++) {
      int at = kept;
      while (at > 0 && degree(rows, best[at - 1]) < degree(rows, v)) {
        at--;
      }
      if (at < count) {
        kept = Math.min(count, kept + 1);
        System.arraycopy(best, at, best, at + 1, kept - 1 - at);
        best[at] = v;
      }
    }
    return Arrays.copyOf(best, kept);
  }

  private static int degree(LanePass.Rows rows, int v) {
    return rows.inOffsets()[v + 1] - rows.inOffsets()[v];
  }

  /* Against the arcs: how far the sources are from the landmark. */
  private static void search(LanePass.Rows rows, int from, int[] distance, int[] queue) {
    Arrays.fill(distance, Integer.MAX_VALUE);
    distance[from] = 0;
    int tail = 0;
    queue[tail++] = from;
    for (int head = 0; head < tail; head++) {
      int v = queue[head];
      for (int a = rows.inOffsets()[v]; a < rows.inOffsets()[v + 1]; a++) {
        int w = rows.inTargets()[a];
        if (distance[w] == Integer.MAX_VALUE) {
          distance[w] = distance[v] + 1;
          queue[tail++] = w;
        }
      }
    }
  }
}

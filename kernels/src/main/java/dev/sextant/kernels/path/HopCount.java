package dev.sextant.kernels.path;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.Arrays;

/* Bit i of a node's word stands for source i of the pass. Nodes met last hand their bits to their
 * neighbours; what arrives and was not there before is met one hop farther, and only its number
 * counts. Sources come in breadth-first order, since searches that start side by side meet most
 * nodes together and share the work; the order changes no count. */
final class HopCount {
  private final Csr graph;
  private final int[] offsets;
  private final int[] targets;
  private final long[] seen;
  private final long[] here;
  private final long[] next;
  private int[] front;
  private int[] ahead;
  private long[] pairs = new long[16];
  private int farthest;

  HopCount(Csr graph) {
    int n = graph.nodes();
    this.graph = graph;
    this.offsets = graph.sharedOffsets();
    this.targets = graph.sharedTargets();
    this.seen = new long[n];
    this.here = new long[n];
    this.next = new long[n];
    this.front = new int[n];
    this.ahead = new int[n];
  }

  HopPlot.Result compute(Progress progress) {
    int n = graph.nodes();
    int[] order = order();
    for (int first = 0; first < n; first += Long.SIZE) {
      int last = Math.min(n, first + Long.SIZE);
      pass(order, first, last);
      progress.step(last, n);
    }
    return new HopPlot.Result(Arrays.copyOf(pairs, farthest + 1), n);
  }

  private int[] order() {
    int n = graph.nodes();
    int[] order = new int[n];
    boolean[] listed = new boolean[n];
    int tail = 0;
    for (int root = 0; root < n; root++) {
      if (!listed[root]) {
        listed[root] = true;
        int head = tail;
        order[tail++] = root;
        for (; head < tail; head++) {
          int v = order[head];
          for (int a = offsets[v]; a < offsets[v + 1]; a++) {
            if (!listed[targets[a]]) {
              listed[targets[a]] = true;
              order[tail++] = targets[a];
            }
          }
        }
      }
    }
    return order;
  }

  private void pass(int[] order, int first, int last) {
    Arrays.fill(seen, 0);
    int size = last - first;
    for (int i = 0; i < size; i++) {
      int s = order[first + i];
      seen[s] = here[s] = 1L << i;
      front[i] = s;
    }
    for (int d = 1; size > 0; d++) {
      int found = 0;
      for (int i = 0; i < size; i++) {
        int v = front[i];
        long bits = here[v];
        here[v] = 0;
        for (int a = offsets[v]; a < offsets[v + 1]; a++) {
          int w = targets[a];
          long fresh = bits & ~seen[w];
          if (fresh != 0) {
            if (next[w] == 0) {
              ahead[found++] = w;
            }
            next[w] |= fresh;
          }
        }
      }
      long met = 0;
      for (int i = 0; i < found; i++) {
        int w = ahead[i];
        met += Long.bitCount(next[w]);
        seen[w] |= next[w];
        here[w] = next[w];
        next[w] = 0;
      }
      count(d, met);
      int[] swap = front;
      front = ahead;
      ahead = swap;
      size = found;
    }
  }

  private void count(int d, long met) {
    if (met > 0) {
      if (d >= pairs.length) {
        pairs = Arrays.copyOf(pairs, 2 * d);
      }
      pairs[d] += met;
      farthest = Math.max(farthest, d);
    }
  }
}

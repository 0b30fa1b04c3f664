package dev.sextant.kernels.covert;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Components;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Partition;
import dev.sextant.kernels.Progress;
import java.util.Arrays;

/* Least agony and the largest total flow of a circulation, no arc above its weight, are a linear
 * program and its dual. Only arcs within a strong piece can lie on a circulation. Fill all of those
 * to the brim; nodes then have too much or too little, and taking flow off along paths (one unit of
 * cost an arc taken off, one gained an arc put back) until they are even, always along the shortest
 * paths, loses the least: successive shortest paths, here all paths of one length at once, as a
 * blocking flow over arcs whose reduced cost is 0. Lengths are whole and small, so buckets replace
 * the heap of Dijkstra's search. Potentials at the end are levels (AgonyLevels). */
final class AgonyFlow {
  private static final double MOST = 0x1p40;

  private final Csr graph;
  private final Progress progress;
  private final int n;
  private final long[] weight; // by arc of the graph
  private final Partition strong;
  // Residual arcs, two an arc of a strong piece: even as given, odd turned round.
  private int[] head = new int[0];
  private int[] tail = new int[0];
  private long[] left = new long[0];
  private int[] offsets = new int[0];
  private int[] rows = new int[0];
  private int[] arcs = new int[0];
  private final long[] excess;
  private final int[] potential;
  private long agony;
  private long total;

  AgonyFlow(Csr graph, Progress progress) {
    this.graph = graph;
    this.progress = progress;
    this.n = graph.nodes();
    this.weight = new long[graph.arcs()];
    this.strong = Components.strong().compute(graph, progress);
    this.excess = new long[n];
    this.potential = new int[n];
    for (int a = 0; a < weight.length; a++) {
      double w = graph.weight(a);
      if (w != Math.rint(w) || w > MOST) {
        throw new BadGraph("weight " + w + " is not a whole number up to 2^40");
      }
      weight[a] = (long) w;
      total += weight[a];
    }
  }

  Agony.Result result() {
    residual();
    flow();
    int[] levels = new AgonyLevels(graph, strong, potential, arcs, left).levels();
    for (int v = 0; v < n; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        agony += weight[a] * Math.max(0, levels[v] - levels[graph.target(a)] + 1);
      }
    }
    return new Agony.Result(levels, agony, total);
  }

  /** What the best circulation carries, loops among it: by duality the agony. */
  long carried() {
    residual();
    flow();
    long sum = 0;
    for (int i = 0; i < arcs.length; i++) {
      sum += left[2 * i + 1];
    }
    for (int v = 0; v < n; v++) {
      int loop = graph.arc(v, v);
      sum += loop < 0 ? 0 : weight[loop];
    }
    return sum;
  }

  private boolean inside(int v, int a) {
    int w = graph.target(a);
    return w != v && strong.groupOf(v) == strong.groupOf(w);
  }

  private void residual() {
    int count = 0;
    for (int v = 0; v < n; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        count += inside(v, a) ? 1 : 0;
      }
    }
    if (count > Integer.MAX_VALUE / 4) {
      throw new BadGraph(count + " arcs within cycles are more than fit");
    }
    head = new int[2 * count];
    tail = new int[2 * count];
    left = new long[2 * count];
    arcs = new int[count];
    offsets = new int[n + 1];
    int at = 0;
    for (int v = 0; v < n; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        if (inside(v, a)) {
          int w = graph.target(a);
          arcs[at / 2] = a;
          tail[at] = v;
          head[at] = w;
          tail[at + 1] = w;
          head[at + 1] = v;
          left[at + 1] = weight[a]; // full: all of it may be taken off
          excess[w] += weight[a];
          excess[v] -= weight[a];
          offsets[v + 1]++;
          offsets[w + 1]++;
          at += 2;
        }
      }
    }
    for (int v = 0; v < n; v++) {
      offsets[v + 1] += offsets[v];
    }
    rows = new int[2 * count];
    int[] next = Arrays.copyOf(offsets, n);
    for (int e = 0; e < 2 * count; e++) {
      rows[next[tail[e]]++] = e;
    }
  }

  /** Cost of a residual arc: taking flow off loses 1, putting it on gains 1. */
  private static int cost(int e) {
    return (e & 1) == 0 ? -1 : 1;
  }

  private int slack(int e) {
    return cost(e) + potential[tail[e]] - potential[head[e]];
  }

  private void flow() {
    long uneven = 0;
    for (long x : excess) {
      uneven += Math.max(0, x);
    }
    long all = uneven;
    int[] distance = new int[n];
    DistanceBuckets buckets = new DistanceBuckets(n);
    Blocking blocking = new Blocking();
    while (uneven > 0) {
      int nearest = search(distance, buckets);
      // Beyond the nearest node in want nothing is known, and the nearest distance is enough.
      for (int v = 0; v < n; v++) {
        potential[v] += Math.min(distance[v], nearest);
      }
      uneven -= blocking.run();
      progress.step(all - uneven, all);
    }
  }

  /** Distances by reduced cost from all nodes with too much; answers the nearest in want. */
  private int search(int[] distance, DistanceBuckets buckets) {
    Arrays.fill(distance, Integer.MAX_VALUE);
    buckets.clear();
    for (int v = 0; v < n; v++) {
      if (excess[v] > 0) {
        distance[v] = 0;
        buckets.add(v, 0);
      }
    }
    while (true) {
      int v = buckets.next(distance);
      if (v < 0) {
        throw new IllegalStateException("a circulation always exists");
      }
      if (excess[v] < 0) {
        return distance[v];
      }
      for (int i = offsets[v]; i < offsets[v + 1]; i++) {
        int e = rows[i];
        if (left[e] > 0) {
          int w = head[e];
          int d = distance[v] + slack(e);
          if (d < distance[w]) {
            distance[w] = d;
            buckets.add(w, d);
          }
        }
      }
    }
  }

  /* Dinic's blocking flows over arcs without slack, until no more gets through: levels by a search
   * from all nodes with too much, then paths along rising levels, each arc looked at once. */
  private final class Blocking {
    private final int[] level = new int[n];
    private final int[] queue = new int[n];
    private final int[] next = new int[n];
    private final int[] path = new int[n + 1];

    long run() {
      long sum = 0;
      while (levels()) {
        System.arraycopy(offsets, 0, next, 0, n);
        for (int v = 0; v < n; v++) {
          while (excess[v] > 0) {
            long pushed = augment(v);
            if (pushed == 0) {
              break;
            }
            sum += pushed;
          }
        }
        progress.step(0, -1);
      }
      return sum;
    }

    private boolean levels() {
      Arrays.fill(level, -1);
      int size = 0;
      for (int v = 0; v < n; v++) {
        if (excess[v] > 0) {
          level[v] = 0;
          queue[size++] = v;
        }
      }
      boolean reached = false;
      for (int i = 0; i < size; i++) {
        int v = queue[i];
        reached |= excess[v] < 0;
        for (int j = offsets[v]; j < offsets[v + 1]; j++) {
          int e = rows[j];
          if (left[e] > 0 && level[head[e]] < 0 && slack(e) == 0) {
            level[head[e]] = level[v] + 1;
            queue[size++] = head[e];
          }
        }
      }
      return reached;
    }

    private long augment(int source) {
      int depth = 0;
      int v = source;
      while (true) {
        if (excess[v] < 0) {
          long amount = Math.min(excess[source], -excess[v]);
          for (int i = 0; i < depth; i++) {
            amount = Math.min(amount, left[path[i]]);
          }
          for (int i = 0; i < depth; i++) {
            left[path[i]] -= amount;
            left[path[i] ^ 1] += amount;
          }
          excess[source] -= amount;
          excess[v] += amount;
          return amount;
        }
        boolean on = false;
        while (next[v] < offsets[v + 1]) {
          int e = rows[next[v]];
          if (left[e] > 0 && level[head[e]] == level[v] + 1 && slack(e) == 0) {
            path[depth++] = e;
            v = head[e];
            on = true;
            break;
          }
          next[v]++;
        }
        if (!on) {
          if (depth == 0) {
            return 0;
          }
          v = tail[path[--depth]];
          next[v]++;
        }
      }
    }
  }
}

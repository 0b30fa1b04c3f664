package dev.sextant.kernels.load;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/* Orders of nodes, and graphs under them. */
final class NodeOrder {
  private NodeOrder() {}

  /* As in the two counting sorts of loading: rows of targets are walked in the order of their new
   * numbers, and each arc is appended to the row that it comes from; so rows come out sorted. */
  static Relabelling.Result permuted(Csr graph, int[] order, Progress progress) {
    int n = graph.nodes();
    int[] after = new int[n];
    int[] rows = new int[n + 1];
    for (int i = 0; i < n; i++) {
      after[order[i]] = i;
      rows[i + 1] = rows[i] + graph.end(order[i]) - graph.first(order[i]);
    }
    Csr incoming = graph.reverse();
    int[] from = incoming.sharedOffsets();
    int[] sources = incoming.sharedTargets();
    double[] carried = incoming.sharedWeights();
    int[] targets = new int[graph.arcs()];
    double[] weights = carried == null ? null : new double[targets.length];
    int[] next = Arrays.copyOf(rows, n);
    for (int i = 0; i < n; i++) {
      for (int a = from[order[i]]; a < from[order[i] + 1]; a++) {
        int at = next[after[sources[a]]]++;
        targets[at] = i;
        if (weights != null && carried != null) {
          weights[at] = carried[a];
        }
      }
    }
    progress.step(n, n);
    Csr renumbered = Csr.ofTrustedRows(rows, targets, weights, graph.directed(), graph.loops());
    return new Relabelling.Result(renumbered, order, after);
  }

  /** A counting sort, highest first, the smaller number among equals. */
  static int[] byDegree(Csr graph) {
    int n = graph.nodes();
    int[] degree = degrees(graph);
    int most = 0;
    for (int d : degree) {
      most = Math.max(most, d);
    }
    int[] next = new int[most + 2];
    for (int d : degree) {
      next[most - d + 1]++;
    }
    for (int i = 0; i <= most; i++) {
      next[i + 1] += next[i];
    }
    int[] order = new int[n];
    for (int v = 0; v < n; v++) {
      order[next[most - degree[v]]++] = v;
    }
    return order;
  }

  private static int[] degrees(Csr graph) {
    int[] degree = new int[graph.nodes()];
    for (int v = 0; v < degree.length; v++) {
      degree[v] = graph.end(v) - graph.first(v);
    }
    if (graph.directed()) {
      for (int t : graph.sharedTargets()) {
        degree[t]++;
      }
    }
    return degree;
  }

  static int[] breadthFirst(Csr graph, Progress progress) {
    Walk walk = new Walk(graph, null);
    for (int start : byDegree(graph)) {
      if (walk.from(start)) {
        progress.step(walk.tail, graph.nodes());
      }
    }
    return walk.order;
  }

  static int[] reverseCuthillMcKee(Csr graph, Progress progress) {
    int n = graph.nodes();
    int[] byDegree = byDegree(graph);
    Walk walk = new Walk(graph, degrees(graph));
    for (int i = n - 1; i >= 0; i--) {
      int start = byDegree[i];
      if (!walk.met[start]) {
        walk.from(walk.farEnd(start));
        progress.step(walk.tail, n);
      }
    }
    int[] order = walk.order;
    for (int i = 0, j = n - 1; i < j; i++, j--) {
      int swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
    return order;
  }

  /** Breadth first through one component after another. */
  private static final class Walk {
    private final Csr graph;
    private final @Nullable Csr reverse;
    private final int @Nullable [] degree;
    private final boolean[] met;
    private final int[] order;
    private int tail;
    private long[] sorted = new long[16];

    /** Neighbours by rising degree if degrees are given, else by number. */
    Walk(Csr graph, int @Nullable [] degree) {
      this.graph = graph;
      this.reverse = graph.directed() ? graph.reverse() : null;
      this.degree = degree;
      this.met = new boolean[graph.nodes()];
      this.order = new int[graph.nodes()];
    }

    boolean from(int start) {
      if (met[start]) {
        return false;
      }
      met[start] = true;
      int head = tail;
      order[tail++] = start;
      while (head < tail) {
        int v = order[head++];
        int first = tail;
        neighbours(graph, v);
        if (reverse != null) {
          neighbours(reverse, v);
        }
        if (degree != null) {
          sort(first, degree);
        }
      }
      return true;
    }

    private void neighbours(Csr rows, int v) {
      for (int a = rows.first(v); a < rows.end(v); a++) {
        int w = rows.target(a);
        if (!met[w]) {
          met[w] = true;
          order[tail++] = w;
        }
      }
    }

    private void sort(int first, int[] degree) {
      int count = tail - first;
      if (count < 2) {
        return;
      }
      if (sorted.length < count) {
        sorted = new long[2 * count];
      }
      for (int i = 0; i < count; i++) {
        sorted[i] = (long) degree[order[first + i]] << 32 | order[first + i];
      }
      Arrays.sort(sorted, 0, count);
      for (int i = 0; i < count; i++) {
        order[first + i] = (int) sorted[i];
      }
    }

    /* A walk ends at a node far from where it began, which makes a better beginning; the walk is taken
     * back afterwards. Two such turns are enough in practice (George and Liu). */
    int farEnd(int start) {
      int end = start;
      for (int turn = 0; turn < 2; turn++) {
        int before = tail;
        from(end);
        end = order[tail - 1];
        while (tail > before) {
          met[order[--tail]] = false;
        }
      }
      return end;
    }
  }
}

package dev.sextant.kernels.group;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Partition;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.SplitMix;
import java.util.Arrays;

/* Structural equivalence. Twins are either tied to each other or not, and nobody has twins of both
 * kinds: a twin apart has the same neighbours, so the twin at hand would be tied to it as well, and
 * yet tied to nobody beyond its own twin's neighbours.
 *
 * A row's hash is the sum over its entries, so that an entry can be taken out: u and v, tied, are
 * twins only if their hashes without each other agree; untied, if their hashes agree. Hashes only
 * choose whom to compare; rows are compared entry by entry before two nodes are joined. */
final class TwinSearch {
  private final Csr graph;
  private final Csr back;
  private final long[] hash;
  private final double[] loop;
  private final int[] classOf; // the first node of each class

  TwinSearch(Csr graph) {
    this.graph = graph;
    this.back = graph.reverse();
    int n = graph.nodes();
    this.hash = new long[n];
    this.loop = new double[n];
    this.classOf = new int[n];
    Arrays.setAll(classOf, v -> v);
  }

  Partition compute(Progress progress) {
    int n = graph.nodes();
    for (int v = 0; v < n; v++) {
      int self = graph.arc(v, v);
      loop[v] = self < 0 ? 0 : graph.weight(self);
      for (int a = graph.first(v); a < graph.end(v); a++) {
        hash[v] += graph.target(a) == v ? 0 : entry(graph, a, 1);
      }
      for (int a = back.first(v); graph.directed() && a < back.end(v); a++) {
        hash[v] += back.target(a) == v ? 0 : entry(back, a, 2);
      }
    }
    progress.step(1, 3);
    joinTied();
    progress.step(2, 3);
    joinApart();
    return Partition.ofLabels(classOf);
  }

  private static long entry(Csr rows, int arc, long side) {
    return entry(rows.target(arc), rows.weight(arc), side);
  }

  private static long entry(int target, double weight, long side) {
    long seed = target * 0x9e3779b97f4a7c15L + side;
    return new SplitMix(new SplitMix(seed).next() ^ Double.doubleToLongBits(weight)).next();
  }

  private void joinTied() {
    for (int u = 0; u < graph.nodes(); u++) {
      for (int a = graph.first(u); a < graph.end(u); a++) {
        int v = graph.target(a);
        if (v <= u || classOf[v] != v) {
          continue;
        }
        double weight = graph.weight(a);
        int other = graph.arc(v, u);
        if (other < 0 || graph.weight(other) != weight) {
          continue;
        }
        long mine = hash[u] - entry(v, weight, 1);
        long its = hash[v] - entry(u, weight, 1);
        if (graph.directed()) {
          mine -= entry(v, weight, 2);
          its -= entry(u, weight, 2);
        }
        if (mine == its && twins(u, v)) {
          classOf[v] = classOf[u];
        }
      }
    }
  }

  private void joinApart() {
    int n = graph.nodes();
    Integer[] order = new Integer[n];
    Arrays.setAll(order, v -> v);
    Arrays.sort(order, (u, v) -> hash[u] != hash[v] ? Long.compare(hash[u], hash[v]) : u - v);
    for (int i = 0; i < n; ) {
      int end = i + 1;
      while (end < n && hash[order[end]] == hash[order[i]]) {
        end++;
      }
      // Equal hashes are twins but for a collision or unequal loops: all heads are few.
      for (int j = i + 1; j < end; j++) {
        int v = order[j];
        for (int h = i; h < j && classOf[v] == v; h++) {
          int u = order[h];
          if (classOf[u] == u && twins(u, v)) {
            classOf[v] = u;
          }
        }
      }
      i = end;
    }
  }

  private boolean twins(int u, int v) {
    return loop[u] == loop[v] && sameRow(graph, u, v) && (!graph.directed() || sameRow(back, u, v));
  }

  /** Whether two rows agree apart from the two nodes themselves. */
  private static boolean sameRow(Csr rows, int u, int v) {
    int a = rows.first(u);
    int b = rows.first(v);
    while (true) {
      while (a < rows.end(u) && (rows.target(a) == u || rows.target(a) == v)) {
        a++;
      }
      while (b < rows.end(v) && (rows.target(b) == u || rows.target(b) == v)) {
        b++;
      }
      if (a == rows.end(u) || b == rows.end(v)) {
        return a == rows.end(u) && b == rows.end(v);
      }
      if (rows.target(a) != rows.target(b) || rows.weight(a) != rows.weight(b)) {
        return false;
      }
      a++;
      b++;
    }
  }
}

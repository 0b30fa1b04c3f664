package dev.sextant.kernels.group;

import dev.sextant.kernels.Csr;
import java.util.Arrays;

/* Rows of a graph without directions, weights and loops: what cliques, plexes, trusses and the
 * discrete core are defined on. Sorted by target, as in the graph. */
record PlainRows(int[] offsets, int[] targets) {

  static PlainRows of(Csr given) {
    Csr graph = given.unweighted().ignoringDirection();
    if (graph.loops() == 0) {
      return new PlainRows(graph.sharedOffsets(), graph.sharedTargets());
    }
    int n = graph.nodes();
    int[] offsets = new int[n + 1];
    int[] targets = new int[graph.arcs() - graph.loops()];
    int at = 0;
    for (int v = 0; v < n; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        if (graph.target(a) != v) {
          targets[at++] = graph.target(a);
        }
      }
      offsets[v + 1] = at;
    }
    return new PlainRows(offsets, targets);
  }

  int nodes() {
    return offsets.length - 1;
  }

  int degree(int v) {
    return offsets[v + 1] - offsets[v];
  }

  /** The place of a target in a row, or a negative number. */
  int arc(int from, int to) {
    return Arrays.binarySearch(targets, offsets[from], offsets[from + 1], to);
  }

  boolean joined(int u, int v) {
    return degree(u) <= degree(v) ? arc(u, v) >= 0 : arc(v, u) >= 0;
  }
}

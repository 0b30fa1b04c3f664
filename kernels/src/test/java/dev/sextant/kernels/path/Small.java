package dev.sextant.kernels.path;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded small graphs, and their paths by trying everything. */
final class Small {
  private Small() {}

  /** Graph number i: every fourth one directed or not, weighted or not; weights are quarters. */
  static Csr graph(int i, int mostNodes) {
    SplittableRandom random = new SplittableRandom(7_000L + i);
    int n = 2 + random.nextInt(mostNodes - 1);
    boolean directed = (i & 1) == 0;
    boolean weighted = (i & 2) == 0;
    CsrBuilder builder =
        directed
            ? CsrBuilder.directed(n, CsrBuilder.Loops.KEEP)
            : CsrBuilder.undirected(n, CsrBuilder.Loops.KEEP);
    int edges = random.nextInt(3 * n);
    for (int e = 0; e < edges; e++) {
      int u = random.nextInt(n);
      int v = random.nextInt(n);
      if (weighted) {
        builder.edge(u, v, 0.25 * (1 + random.nextInt(12)));
      } else {
        builder.edge(u, v);
      }
    }
    return builder.build().graph();
  }

  /** All simple paths, the shortest first, equal ones by node numbers. */
  static List<Route> paths(Csr graph, int source, int target) {
    List<Route> out = new ArrayList<>();
    boolean[] taken = new boolean[graph.nodes()];
    walk(graph, new int[] {source}, target, taken, out);
    out.sort(
        Comparator.comparingDouble(Route::length).thenComparing(Route::nodes, Arrays::compare));
    return out;
  }

  private static void walk(Csr graph, int[] way, int target, boolean[] taken, List<Route> out) {
    int v = way[way.length - 1];
    if (v == target) {
      out.add(Route.along(graph, way));
      return;
    }
    taken[v] = true;
    for (int a = graph.first(v); a < graph.end(v); a++) {
      int w = graph.target(a);
      if (!taken[w]) {
        int[] longer = Arrays.copyOf(way, way.length + 1);
        longer[way.length] = w;
        walk(graph, longer, target, taken, out);
      }
    }
    taken[v] = false;
  }

  /** Distances by Floyd and Warshall. */
  static double[][] distances(Csr graph) {
    int n = graph.nodes();
    double[][] d = new double[n][n];
    for (int v = 0; v < n; v++) {
      Arrays.fill(d[v], Double.POSITIVE_INFINITY);
      for (int a = graph.first(v); a < graph.end(v); a++) {
        d[v][graph.target(a)] = graph.weight(a);
      }
      d[v][v] = 0;
    }
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          d[i][j] = Math.min(d[i][j], d[i][k] + d[k][j]);
        }
      }
    }
    return d;
  }

  /** A path of so many nodes. */
  static Csr line(int nodes) {
    CsrBuilder builder = CsrBuilder.undirected(nodes, CsrBuilder.Loops.DROP);
    for (int v = 1; v < nodes; v++) {
      builder.edge(v - 1, v);
    }
    return builder.build().graph();
  }

  /** Node 0 tied to all others. */
  static Csr star(int leaves) {
    CsrBuilder builder = CsrBuilder.undirected(leaves + 1, CsrBuilder.Loops.DROP);
    for (int v = 1; v <= leaves; v++) {
      builder.edge(0, v);
    }
    return builder.build().graph();
  }
}

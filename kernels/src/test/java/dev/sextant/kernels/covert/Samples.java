package dev.sextant.kernels.covert;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.SplitMix;

/** Graphs for tests. */
public final class Samples {
  private Samples() {}

  /** Edges like "0-1 1-2". */
  public static Csr undirected(int nodes, String edges) {
    return filled(CsrBuilder.undirected(nodes, CsrBuilder.Loops.DROP), edges);
  }

  /** Arcs like "0-1 1-2". */
  public static Csr directed(int nodes, String arcs) {
    return filled(CsrBuilder.directed(nodes, CsrBuilder.Loops.KEEP), arcs);
  }

  private static Csr filled(CsrBuilder builder, String edges) {
    for (String edge : edges.isBlank() ? new String[0] : edges.strip().split("\\s+")) {
      int dash = edge.indexOf('-');
      builder.edge(
          Integer.parseInt(edge.substring(0, dash)), Integer.parseInt(edge.substring(dash + 1)));
    }
    return builder.build().graph();
  }

  /** So many edges at random, loops and weights among them if asked for. */
  public static Csr random(long seed, int nodes, int edges, boolean directed, boolean weighted) {
    SplitMix random = new SplitMix(seed);
    CsrBuilder builder =
        directed
            ? CsrBuilder.directed(nodes, CsrBuilder.Loops.KEEP)
            : CsrBuilder.undirected(nodes, CsrBuilder.Loops.KEEP);
    for (int i = 0; i < edges; i++) {
      int u = random.below(nodes);
      int v = random.below(nodes);
      if (weighted) {
        builder.edge(u, v, 1 + random.below(4));
      } else {
        builder.edge(u, v);
      }
    }
    return builder.build().graph();
  }

  /** The kite of D. Krackhardt 1990, doi:10.2307/2393394, numbered from 0 as NetworkX does. */
  public static Csr kite() {
    return undirected(
        10, "0-1 0-2 0-3 0-5 1-3 1-4 1-6 2-3 2-5 3-4 3-5 3-6 4-6 5-6 5-7 6-7 7-8 8-9");
  }

  /** Zachary's club, doi:10.1086/jar.33.4.3629752, numbered from 0. */
  public static Csr karate() {
    return undirected(
        34,
        """
        0-1 0-2 0-3 0-4 0-5 0-6 0-7 0-8 0-10 0-11 0-12 0-13 0-17 0-19 0-21 0-31 1-2 1-3 1-7 1-13 \
        1-17 1-19 1-21 1-30 2-3 2-7 2-8 2-9 2-13 2-27 2-28 2-32 3-7 3-12 3-13 4-6 4-10 5-6 5-10 \
        5-16 6-16 8-30 8-32 8-33 9-33 13-33 14-32 14-33 15-32 15-33 18-32 18-33 19-33 20-32 20-33 \
        22-32 22-33 23-25 23-27 23-29 23-32 23-33 24-25 24-27 24-31 25-31 26-29 26-33 27-33 28-31 \
        28-33 29-32 29-33 30-32 30-33 31-32 31-33 32-33\
        """);
  }

  /** Node 0 in the middle of so many leaves. */
  public static Csr star(int leaves) {
    CsrBuilder builder = CsrBuilder.undirected(leaves + 1, CsrBuilder.Loops.DROP);
    for (int v = 1; v <= leaves; v++) {
      builder.edge(0, v);
    }
    return builder.build().graph();
  }

  /** Nodes in a row. */
  public static Csr path(int nodes, boolean directed) {
    CsrBuilder builder =
        directed
            ? CsrBuilder.directed(nodes, CsrBuilder.Loops.DROP)
            : CsrBuilder.undirected(nodes, CsrBuilder.Loops.DROP);
    for (int v = 1; v < nodes; v++) {
      builder.edge(v - 1, v);
    }
    return builder.build().graph();
  }

  /**
   * Hops between all nodes by Floyd and Warshall; infinity out of reach; removed nodes left out.
   */
  public static double[][] hops(Csr graph, boolean[] removed) {
    int n = graph.nodes();
    double[][] d = new double[n][n];
    for (int u = 0; u < n; u++) {
      for (int v = 0; v < n; v++) {
        boolean there = !removed[u] && !removed[v];
        d[u][v] =
            !there
                ? Double.POSITIVE_INFINITY
                : u == v ? 0 : graph.arc(u, v) >= 0 ? 1 : Double.POSITIVE_INFINITY;
      }
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
}

package dev.sextant.kernels.group;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import java.util.Random;

/** Small graphs, random ones by seed, and the shapes that break algorithms. */
final class Samples {
  private Samples() {}

  static Csr of(int nodes, boolean directed, int... ends) {
    CsrBuilder builder =
        directed
            ? CsrBuilder.directed(nodes, CsrBuilder.Loops.KEEP)
            : CsrBuilder.undirected(nodes, CsrBuilder.Loops.KEEP);
    for (int i = 0; i < ends.length; i += 2) {
      builder.edge(ends[i], ends[i + 1]);
    }
    return builder.build().graph();
  }

  static Csr undirected(int nodes, int... ends) {
    return of(nodes, false, ends);
  }

  /** With loops; every fourth graph without edges or nearly so. */
  static Csr random(long seed, int mostNodes, boolean directed, boolean weighted) {
    Random random = new Random(seed);
    int n = 1 + random.nextInt(mostNodes);
    int edges = random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(n * n);
    CsrBuilder builder =
        directed
            ? CsrBuilder.directed(n, CsrBuilder.Loops.KEEP)
            : CsrBuilder.undirected(n, CsrBuilder.Loops.KEEP);
    for (int e = 0; e < edges; e++) {
      int u = random.nextInt(n);
      int v = random.nextInt(n);
      if (weighted) {
        builder.edge(u, v, 1 + random.nextInt(3));
      } else {
        builder.edge(u, v);
      }
    }
    return builder.build().graph();
  }

  /** Any of the four kinds, by seed. */
  static Csr any(long seed, int mostNodes) {
    return random(seed, mostNodes, (seed & 1) == 0, (seed & 2) == 0);
  }

  static Csr path(int nodes) {
    CsrBuilder builder = CsrBuilder.undirected(nodes, CsrBuilder.Loops.DROP);
    for (int v = 1; v < nodes; v++) {
      builder.edge(v - 1, v);
    }
    return builder.build().graph();
  }

  static Csr star(int leaves) {
    CsrBuilder builder = CsrBuilder.undirected(leaves + 1, CsrBuilder.Loops.DROP);
    for (int v = 1; v <= leaves; v++) {
      builder.edge(0, v);
    }
    return builder.build().graph();
  }

  static Csr empty(int nodes) {
    return CsrBuilder.undirected(nodes, CsrBuilder.Loops.DROP).build().graph();
  }

  /** Weight of an arc, 0 if there is none. */
  static double weight(Csr graph, int u, int v) {
    int arc = graph.arc(u, v);
    return arc < 0 ? 0 : graph.weight(arc);
  }

  /** Tied in either direction, and not the same. */
  static boolean tied(Csr graph, int u, int v) {
    return u != v && (graph.arc(u, v) >= 0 || graph.arc(v, u) >= 0);
  }
}

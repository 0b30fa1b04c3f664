package dev.sextant.kernels;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Small graphs that the literature knows, and arbitrary ones. */
final class Examples {
  private Examples() {}

  /**
   * The 78 friendships of W. W. Zachary, An information flow model for conflict and fission in
   * small groups, 1977, doi:10.1086/jar.33.4.3629752; members numbered from 1 as in the paper.
   */
  private static final String KARATE =
      """
      1-2 1-3 1-4 1-5 1-6 1-7 1-8 1-9 1-11 1-12 1-13 1-14 1-18 1-20 1-22 1-32 2-3 2-4 2-8 2-14 \
      2-18 2-20 2-22 2-31 3-4 3-8 3-9 3-10 3-14 3-28 3-29 3-33 4-8 4-13 4-14 5-7 5-11 6-7 6-11 \
      6-17 7-17 9-31 9-33 9-34 10-34 14-34 15-33 15-34 16-33 16-34 19-33 19-34 20-34 21-33 21-34 \
      23-33 23-34 24-26 24-28 24-30 24-33 24-34 25-26 25-28 25-32 26-32 27-30 27-34 28-34 29-32 \
      29-34 30-33 30-34 31-33 31-34 32-33 32-34 33-34\
      """;

  /**
   * The kite of D. Krackhardt, Assessing the political landscape, 1990, doi:10.2307/2393394, with
   * NetworkX's numbering.
   */
  private static final String KITE =
      "1-2 1-3 1-4 1-6 2-4 2-5 2-7 3-4 3-6 4-5 4-6 4-7 5-7 6-7 6-8 7-8 8-9 9-10";

  static Csr karate() {
    return undirected(34, KARATE);
  }

  static Csr kite() {
    return undirected(10, KITE);
  }

  /** Nodes 0, 1, 2, ... in a row. */
  static Csr path(int nodes) {
    CsrBuilder builder = CsrBuilder.undirected(nodes, CsrBuilder.Loops.DROP);
    for (int v = 1; v < nodes; v++) {
      builder.edge(v - 1, v);
    }
    return builder.build().graph();
  }

  /** Node 0 in the middle. */
  static Csr star(int leaves) {
    CsrBuilder builder = CsrBuilder.undirected(leaves + 1, CsrBuilder.Loops.DROP);
    for (int v = 1; v <= leaves; v++) {
      builder.edge(0, v);
    }
    return builder.build().graph();
  }

  /** Two groups of the size, everybody in a group tied to everybody, and one edge between them. */
  static Csr twoCliques(int size) {
    CsrBuilder builder = CsrBuilder.undirected(2 * size, CsrBuilder.Loops.DROP);
    for (int u = 0; u < size; u++) {
      for (int v = u + 1; v < size; v++) {
        builder.edge(u, v).edge(size + u, size + v);
      }
    }
    return builder.edge(size - 1, size).build().graph();
  }

  private static Csr undirected(int nodes, String edges) {
    CsrBuilder builder = CsrBuilder.undirected(nodes, CsrBuilder.Loops.DROP);
    for (String edge : edges.split("\\s+")) {
      int dash = edge.indexOf('-');
      builder.edge(
          Integer.parseInt(edge.substring(0, dash)) - 1,
          Integer.parseInt(edge.substring(dash + 1)) - 1);
    }
    return builder.build().graph();
  }

  /** Graphs of up to so many nodes: any direction, with and without whole weights and loops. */
  static Arbitrary<Csr> graphs(int mostNodes) {
    return Arbitraries.of(true, false)
        .flatMap(directed ->
            Arbitraries.of(true, false).flatMap(weighted -> graphs(mostNodes, directed, weighted)));
  }

  static Arbitrary<Csr> graphs(int mostNodes, boolean directed, boolean weighted) {
    return Arbitraries.integers()
        .between(1, mostNodes)
        .flatMap(nodes ->
            Arbitraries.integers()
                .between(0, nodes - 1)
                .array(int[].class)
                .ofMinSize(0)
                .ofMaxSize(6 * nodes)
                .map(ends -> fromEnds(nodes, ends, directed, weighted)));
  }

  private static Csr fromEnds(int nodes, int[] ends, boolean directed, boolean weighted) {
    CsrBuilder builder =
        directed
            ? CsrBuilder.directed(nodes, CsrBuilder.Loops.KEEP)
            : CsrBuilder.undirected(nodes, CsrBuilder.Loops.KEEP);
    for (int i = 0; i + 1 < ends.length; i += 2) {
      if (weighted) {
        builder.edge(ends[i], ends[i + 1], 1 + (ends[i] + 3 * ends[i + 1]) % 4);
      } else {
        builder.edge(ends[i], ends[i + 1]);
      }
    }
    return builder.build().graph();
  }
}

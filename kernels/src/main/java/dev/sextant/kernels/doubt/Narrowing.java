package dev.sextant.kernels.doubt;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;

/* What a narrower boundary would have shown of a drawn network: ties with an end that is still
 * watched, and people who are or who are tied to one. */
final class Narrowing {
  private Narrowing() {}

  static Replica of(Replica whole, Boundary boundary, Chance chance) {
    Csr graph = whole.graph();
    int recorded = boundary.watched().length;
    boolean[] watched = new boolean[graph.nodes()];
    int[] nodeOf = whole.nodeOf();
    for (int v = 0; v < recorded; v++) {
      boolean still = boundary.watched()[v] && !chance.happens(boundary.narrower());
      int place = nodeOf == null ? v : nodeOf[v];
      if (place >= 0) {
        watched[place] |= still;
      }
    }
    boolean[] there = watched.clone();
    for (int v = 0; v < graph.nodes(); v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        there[v] |= watched[graph.target(a)];
        there[graph.target(a)] |= watched[v];
      }
    }
    int[] place = new int[graph.nodes()];
    int nodes = 0;
    for (int v = 0; v < place.length; v++) {
      place[v] = there[v] ? nodes++ : -1;
    }
    int[] left = new int[recorded];
    for (int v = 0; v < recorded; v++) {
      int before = nodeOf == null ? v : nodeOf[v];
      left[v] = before < 0 ? -1 : place[before];
    }
    return new Replica(ties(graph, watched, place, nodes), left);
  }

  private static Csr ties(Csr graph, boolean[] watched, int[] place, int nodes) {
    CsrBuilder builder =
        graph.directed()
            ? CsrBuilder.directed(nodes, CsrBuilder.Loops.KEEP)
            : CsrBuilder.undirected(nodes, CsrBuilder.Loops.KEEP);
    for (int v = 0; v < place.length; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int w = graph.target(a);
        if ((watched[v] || watched[w]) && (graph.directed() || v <= w)) {
          if (graph.weighted()) {
            builder.edge(place[v], place[w], graph.weight(a));
          } else {
            builder.edge(place[v], place[w]);
          }
        }
      }
    }
    return builder.build().graph();
  }
}

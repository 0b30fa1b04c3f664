package dev.sextant.kernels.doubt;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;

/* Lets the stated errors strike the recorded network once more, as if it were the true one: ties
 * are lost, wrong ones come in between any two, people are lost. What Martin and Niemeyer (2019)
 * estimate a measure's robustness from. Doubtful identities have no part in it. */
final class Observations {
  private final Recorded recorded;
  private final Errors errors;

  Observations(Recorded recorded, Errors errors) {
    this.recorded = recorded;
    this.errors = errors;
  }

  Replica draw(long seed) {
    Chance chance = new Chance(seed);
    Csr graph = recorded.graph;
    int n = recorded.n;
    int[] nodeOf = new int[n];
    int nodes = 0;
    for (int v = 0; v < n; v++) {
      nodeOf[v] = chance.happens(errors.unseen()) ? -1 : nodes++;
    }
    CsrBuilder builder =
        graph.directed()
            ? CsrBuilder.directed(nodes, CsrBuilder.Loops.KEEP)
            : CsrBuilder.undirected(nodes, CsrBuilder.Loops.KEEP);
    for (int e = 0; e < recorded.edges; e++) {
      int u = nodeOf[recorded.from[e]];
      int w = nodeOf[recorded.to[e]];
      if (u >= 0 && w >= 0 && !chance.happens(errors.missing())) {
        put(builder, u, w, recorded.weight[e]);
      }
    }
    double wrong = 0;
    for (double probability : recorded.wrong) {
      wrong += probability;
    }
    int more = chance.poisson(wrong);
    for (int i = 0; i < more && nodes > 1; i++) {
      int u = chance.below(n);
      int w = chance.below(n);
      if (u != w && nodeOf[u] >= 0 && nodeOf[w] >= 0 && graph.arc(u, w) < 0) {
        put(builder, nodeOf[u], nodeOf[w], recorded.weight[chance.below(recorded.edges)]);
      }
    }
    return new Replica(builder.build().graph(), errors.unseen() == 0 ? null : nodeOf);
  }

  private void put(CsrBuilder builder, int u, int w, double weight) {
    if (recorded.graph.weighted()) {
      builder.edge(u, w, weight);
    } else {
      builder.edge(u, w);
    }
  }
}

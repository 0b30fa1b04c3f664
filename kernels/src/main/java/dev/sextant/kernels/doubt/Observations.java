package dev.sextant.kernels.doubt;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import java.util.Arrays;

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

  /** The stated errors strike a network that may be the true one; who is not seen goes. */
  Csr strike(Csr truth, Chance chance) {
    int n = truth.nodes();
    int[] place = new int[n];
    int nodes = 0;
    for (int v = 0; v < n; v++) {
      place[v] = chance.happens(errors.unseen()) ? -1 : nodes++;
    }
    CsrBuilder builder =
        truth.directed()
            ? CsrBuilder.directed(nodes, CsrBuilder.Loops.KEEP)
            : CsrBuilder.undirected(nodes, CsrBuilder.Loops.KEEP);
    for (int v = 0; v < n; v++) {
      for (int a = truth.first(v); a < truth.end(v); a++) {
        int w = truth.target(a);
        boolean once = place[v] >= 0 && place[w] >= 0 && (truth.directed() || w >= v);
        if (once && !chance.happens(errors.missing())) {
          put(builder, place[v], place[w], truth.weight(a));
        }
      }
    }
    int more = n > 1 ? chance.poisson(Arrays.stream(recorded.wrong).sum()) : 0;
    for (int i = 0; i < more; i++) {
      int u = chance.below(n);
      int w = chance.below(n);
      if (u != w && place[u] >= 0 && place[w] >= 0 && truth.arc(u, w) < 0) {
        put(builder, place[u], place[w], recorded.weight[chance.below(recorded.edges)]);
      }
    }
    return builder.build().graph();
  }

  private void put(CsrBuilder builder, int u, int w, double weight) {
    if (recorded.graph.weighted()) {
      builder.edge(u, w, weight);
    } else {
      builder.edge(u, w);
    }
  }
}

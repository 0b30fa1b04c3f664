package dev.sextant.kernels.doubt;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A record of which the truth is known: the recorded network is the truth, and the stated errors
 * strike it.
 *
 * <p>What is stated of single ties and nodes is drawn: a tie that may be wrong is, two that may be
 * one person are. What is stated of all is done: ties and people are lost, and wrong ties come in
 * between any two. So the statements hold for the struck record as they are said to hold for the
 * given one.
 *
 * @param record the recorded network, struck
 * @param errors what may be wrong with it, said of its own ties and nodes
 * @param truth what is true: where each node of {@code record} is in it
 */
record Mirror(Csr record, Errors errors, Replica truth) {
  static Mirror of(Recorded recorded, Errors errors, long seed) {
    Errors single =
        new Errors(
            0,
            errors.back(),
            0,
            errors.spuriousOf(),
            0,
            errors.possible(),
            errors.same(),
            errors.two(),
            null);
    Csr graph = recorded.graph;
    Replica truth = new Truths(new Recorded(graph, single), single).draw(Chance.mixed(seed, 0));
    Chance chance = new Chance(Chance.mixed(seed, 1));
    int n = recorded.n;
    int[] place = new int[n];
    int nodes = 0;
    for (int v = 0; v < n; v++) {
      place[v] = chance.happens(errors.unseen()) ? -1 : nodes++;
    }
    int[] nodeOf = new int[nodes];
    for (int v = 0; v < n; v++) {
      if (place[v] >= 0) {
        nodeOf[place[v]] = truth.nodeOf() == null ? v : truth.nodeOf()[v];
      }
    }
    double[] each = errors.spuriousOf() == null ? null : errors.spuriousOf();
    CsrBuilder builder =
        graph.directed()
            ? CsrBuilder.directed(nodes, CsrBuilder.Loops.KEEP)
            : CsrBuilder.undirected(nodes, CsrBuilder.Loops.KEEP);
    double[] left = new double[recorded.edges];
    int kept = 0;
    for (int e = 0; e < recorded.edges; e++) {
      int u = place[recorded.from[e]];
      int w = place[recorded.to[e]];
      if (u >= 0 && w >= 0 && !chance.happens(errors.missing())) {
        put(builder, graph, u, w, recorded.weight[e]);
        left[kept] = each == null ? 0 : each[e];
        kept++;
      }
    }
    // Of all that is then recorded, the stated share is wrong.
    double wrong = each == null && errors.spurious() < 1 ? errors.spurious() : 0;
    int more = nodes > 1 ? chance.poisson(kept * wrong / (1 - wrong)) : 0;
    for (int i = 0; i < more; i++) {
      int u = chance.below(n);
      int w = chance.below(n);
      if (u != w && place[u] >= 0 && place[w] >= 0 && graph.arc(u, w) < 0) {
        put(builder, graph, place[u], place[w], recorded.weight[chance.below(recorded.edges)]);
      }
    }
    List<Errors.Pair> possible = pairs(errors.possible(), place);
    List<Errors.Pair> same = pairs(errors.same(), place);
    List<Errors.Node> two = new ArrayList<>();
    for (Errors.Node node : errors.two()) {
      if (place[node.node()] >= 0) {
        two.add(new Errors.Node(place[node.node()], node.probability()));
      }
    }
    Errors said =
        new Errors(
            errors.missing(),
            errors.back(),
            errors.spurious(),
            each == null ? null : Arrays.copyOf(left, kept),
            errors.unseen(),
            possible,
            same,
            two,
            null);
    return new Mirror(builder.build().graph(), said, new Replica(truth.graph(), nodeOf));
  }

  private static List<Errors.Pair> pairs(List<Errors.Pair> of, int[] place) {
    List<Errors.Pair> left = new ArrayList<>();
    for (Errors.Pair pair : of) {
      if (place[pair.from()] >= 0 && place[pair.to()] >= 0) {
        left.add(new Errors.Pair(place[pair.from()], place[pair.to()], pair.probability()));
      }
    }
    return left;
  }

  private static void put(CsrBuilder builder, Csr like, int u, int w, double weight) {
    if (like.weighted()) {
      builder.edge(u, w, weight);
    } else {
      builder.edge(u, w);
    }
  }
}

package dev.sextant.kernels.doubt;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import java.util.ArrayList;
import java.util.List;

/* Turns drawn ties into a network of drawn persons: nodes that are one person are joined, a node
 * that is two gives each of its ties to one of them by lot, and people come in whom nobody saw.
 *
 * Ties to unseen people are lost like other ties, and as many are drawn at each node as its recorded
 * ties tell (MissingTies). An unseen person has as many ties as a recorded one drawn by lot would have
 * if all were seen, to such ends and to other unseen people in proportion to their share; as often as
 * recorded ties close a triangle, to a neighbour of somebody already tied. */
final class Identities {
  private static final int PATIENCE = 20;

  private final Recorded recorded;
  private final Errors errors;
  private final Chance chance;
  private final int n;
  private final int[] leader;
  private final int[] second;
  private int nodes;

  Identities(Recorded recorded, Errors errors, Chance chance) {
    this.recorded = recorded;
    this.errors = errors;
    this.chance = chance;
    this.n = recorded.n;
    this.leader = new int[n];
    this.second = new int[n];
  }

  /* One tie on its way into the replica. */
  private record Tie(int from, int to, double weight) {}

  Replica replica(boolean[] gone, PairSet added, Truths truths) {
    int[] place = places();
    List<Tie> ties = new ArrayList<>();
    for (int e = 0; e < gone.length; e++) {
      if (!gone[e]) {
        take(ties, place, recorded.from[e], recorded.to[e], recorded.weight[e]);
      }
    }
    for (int i = 0; i < added.size(); i++) {
      take(ties, place, added.from(i), added.to(i), truths.weight(chance));
    }
    int[] best = kept(ties, place);
    unseen(ties, place, truths);
    Csr graph = recorded.graph;
    CsrBuilder builder =
        graph.directed()
            ? CsrBuilder.directed(nodes, CsrBuilder.Loops.KEEP)
            : CsrBuilder.undirected(nodes, CsrBuilder.Loops.KEEP);
    for (Tie tie : ties) {
      if (graph.weighted()) {
        builder.edge(tie.from, tie.to, tie.weight);
      } else {
        builder.edge(tie.from, tie.to);
      }
    }
    return new Replica(builder.build().graph(), best);
  }

  /** Numbers persons by their smallest node; second halves of split nodes come after all. */
  private int[] places() {
    for (int v = 0; v < n; v++) {
      leader[v] = v;
      second[v] = -1;
    }
    for (Errors.Pair pair : errors.same()) {
      checked(pair.from());
      checked(pair.to());
      if (chance.happens(pair.probability())) {
        int one = find(pair.from());
        int other = find(pair.to());
        leader[Math.max(one, other)] = Math.min(one, other);
      }
    }
    int[] place = new int[n];
    for (int v = 0; v < n; v++) {
      place[v] = find(v) == v ? nodes++ : place[find(v)];
    }
    for (Errors.Node node : errors.two()) {
      checked(node.node());
      if (chance.happens(node.probability())) {
        second[node.node()] = nodes++;
      }
    }
    return place;
  }

  private void checked(int v) {
    if (v < 0 || v >= n) {
      throw new BadGraph("node " + v + " of an identity leaves the nodes 0.." + (n - 1));
    }
  }

  private int find(int v) {
    int at = v;
    while (leader[at] != at) {
      leader[at] = leader[leader[at]];
      at = leader[at];
    }
    return at;
  }

  private void take(List<Tie> ties, int[] place, int u, int w, double weight) {
    int a = end(place, u);
    int b = end(place, w);
    // A tie between two accounts of one person is none; a loop that was recorded stays.
    if (a != b || u == w) {
      ties.add(new Tie(a, b, weight));
    }
  }

  private int end(int[] place, int v) {
    return second[v] >= 0 && chance.below(2) == 0 ? second[v] : place[v];
  }

  /* The recorded node stands for that half of a split one which keeps more of its ties. */
  private int[] kept(List<Tie> ties, int[] place) {
    int[] degree = new int[nodes];
    for (Tie tie : ties) {
      degree[tie.from]++;
      degree[tie.to]++;
    }
    int[] best = place.clone();
    for (int v = 0; v < n; v++) {
      if (second[v] >= 0 && degree[second[v]] > degree[place[v]] && leader[v] == v && alone(v)) {
        best[v] = second[v];
      }
    }
    return best;
  }

  private boolean alone(int v) {
    for (Errors.Pair pair : errors.same()) {
      if ((pair.from() == v || pair.to() == v) && find(pair.from()) == find(pair.to())) {
        return false;
      }
    }
    return true;
  }

  private void unseen(List<Tie> ties, int[] place, Truths truths) {
    double share = errors.unseen();
    int people = n == 0 ? 0 : chance.unseen(n, share);
    if (people == 0) {
      return;
    }
    int first = nodes;
    nodes += people;
    // As many ties as somebody recorded has, were all recorded: of those, 1 - share lead to
    // recorded.
    double[] degree = new double[people];
    double left = 0;
    for (int i = 0; i < people; i++) {
      int like = chance.below(n);
      degree[i] = (recorded.plain.end(like) - recorded.plain.first(like)) / (1 - errors.lost());
      left += degree[i];
    }
    double all = recorded.real();
    double closing = all == 0 ? 0 : recorded.real[Recorded.CLOSED] / all;
    Stubs out = truths.outHidden();
    Stubs in = truths.inHidden();
    for (int i = 0; i < people; i++) {
      int ends = out == in ? out.left() : out.left() + in.left();
      // Poisson about its part of the ends that are left, and the last takes what is left.
      int wanted = i == people - 1 ? ends : left > 0 ? chance.poisson(degree[i] / left * ends) : 0;
      left -= degree[i];
      tie(ties, place, first + i, Math.min(wanted, ends), closing, truths);
      int others = chance.poisson(degree[i] * share / 2);
      for (int j = 0; j < others && people > 1; j++) {
        int other = first + chance.below(people);
        if (other != first + i) {
          put(ties, first + i, other, chance.below(2) == 0, truths.weight(chance));
        }
      }
    }
  }

  /* Ties one unseen person: to an end of a lost tie, or, as often as recorded ties close a triangle, to
   * one at a neighbour of somebody already tied. */
  private void tie(List<Tie> ties, int[] place, int h, int wanted, double closing, Truths truths) {
    Stubs out = truths.outHidden();
    Stubs in = truths.inHidden();
    int[] tied = new int[wanted];
    int count = 0;
    for (int tries = PATIENCE * wanted; count < wanted && tries > 0; tries--) {
      boolean from = out == in || chance.below(out.left() + in.left()) < out.left();
      Stubs ends = from ? out : in;
      int to = ends.look(chance);
      if (count > 0 && chance.happens(closing)) {
        to = near(tied, count, ends, to);
      }
      boolean again = false;
      for (int i = 0; i < count; i++) {
        again |= tied[i] == to;
      }
      if (!again) {
        tied[count++] = to;
        ends.take(to);
        boolean starts = out == in ? chance.below(2) == 0 : !from;
        put(ties, h, place[to], starts, truths.weight(chance));
      }
    }
  }

  /* A neighbour, with an end, of one of those tied; or else what is given. */
  private int near(int[] tied, int count, Stubs ends, int otherwise) {
    for (int tries = 0; tries < PATIENCE; tries++) {
      int near = Truths.neighbour(recorded.plain, tied[chance.below(count)], chance);
      if (near >= 0 && ends.at(near) > 0) {
        return near;
      }
    }
    return otherwise;
  }

  private void put(List<Tie> ties, int one, int other, boolean starts, double weight) {
    boolean turned = recorded.graph.directed() && !starts;
    ties.add(new Tie(turned ? other : one, turned ? one : other, weight));
  }
}

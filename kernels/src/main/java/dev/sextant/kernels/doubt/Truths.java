package dev.sextant.kernels.doubt;

import dev.sextant.kernels.Csr;
import java.util.Arrays;

/* Draws networks that may be the true one, given the recorded one: wrong ties go, missing ones come
 * back, unseen people come in, identities are merged and split. One instance for each thread; what
 * is drawn depends on the seed alone.
 *
 * Why this is the distribution of the truth: if true ties are missing independently with
 * probability a, then whether a true tie was recorded says nothing about its surroundings in the
 * rest of the record. So for any kind of surroundings, a true tie of that kind was recorded with
 * probability 1 - a, and where R recorded ties are of the kind, the missing ones of that kind are
 * distributed as the failures before the R-th success: negative binomial, a Poisson draw whose mean
 * is a gamma draw of shape R times a/(1-a). How many are missing at a node is drawn given its
 * recorded ties and what is learnt of all nodes' true degrees (MissingTies), and these ends are
 * joined: the ranks of most measures hang on the degree first. Adding a fixed number of ties by
 * degree instead would make intervals too narrow, since nodes with few recorded ties by chance would
 * stay so. */
final class Truths {
  /** Draws that hit a tie that is there are drawn again, so often for each tie wanted. */
  private static final int PATIENCE = 60;

  /** So many ends at a node make it sure to be taken when a walk comes to it. */
  private static final double CLOSE = 4;

  private final Recorded recorded;
  private final Errors errors;
  private final int n;
  private final boolean[] gone;
  private final PairSet added = new PairSet();
  private final int[] outDegree;
  private final int[] inDegree;
  private final Stubs outStubs;
  private final Stubs inStubs;
  private final Stubs outHidden;
  private final Stubs inHidden;
  private final int[] addedStart;
  private final int[] addedNext;
  private int[] addedTo = new int[64];
  private double[] addedWeight = new double[64];
  private int arcs;
  private int[] rowTargets = new int[64];
  private double[] rowWeights = new double[64];

  Truths(Recorded recorded, Errors errors) {
    this.recorded = recorded;
    this.errors = errors;
    this.n = recorded.n;
    this.gone = new boolean[recorded.edges];
    boolean directed = recorded.graph.directed();
    this.outDegree = new int[n];
    this.inDegree = directed ? new int[n] : outDegree;
    this.outStubs = new Stubs(n);
    this.inStubs = directed ? new Stubs(n) : outStubs;
    this.outHidden = new Stubs(n);
    this.inHidden = directed ? new Stubs(n) : outHidden;
    this.addedStart = new int[n + 1];
    this.addedNext = new int[n];
  }

  Replica draw(long seed) {
    Chance chance = new Chance(seed);
    for (int e = 0; e < gone.length; e++) {
      gone[e] = chance.happens(recorded.wrong[e]);
    }
    added.clear();
    comeBack(chance);
    for (Errors.Pair pair : errors.possible()) {
      if (chance.happens(pair.probability())) {
        add(pair.from(), pair.to());
      }
    }
    Rim rim = recorded.rim;
    if (rim != null) {
      rim.draw(chance, recorded.graph.directed(), this::add);
    }
    Replica whole =
        errors.keepsNodes()
            ? new Replica(merged(chance), null)
            : new Identities(recorded, errors, chance).replica(gone, added, this);
    Boundary boundary = errors.boundary();
    return boundary == null || boundary.narrower() == 0
        ? whole
        : Narrowing.of(whole, boundary, chance);
  }

  private void comeBack(Chance chance) {
    double share = errors.missing();
    outHidden.clear();
    inHidden.clear();
    if (errors.lost() == 0 || n < 2) {
      return;
    }
    boolean uniform = errors.back() == Errors.Return.UNIFORM;
    int all = uniform && errors.unseen() == 0 ? 0 : stubs(chance);
    if (share == 0) {
      return;
    }
    if (uniform) {
      anywhere(chance, chance.unseen(recorded.real(), share));
      return;
    }
    answer(chance, chance.unseen(recorded.real[Recorded.ANSWERED], share));
    close(chance, chance.unseen(recorded.real[Recorded.CLOSED], share));
    far(chance, errors.back() == Errors.Return.BY_CLOSURE);
    if (added.size() < all) {
      rest(chance, all);
    }
  }

  /* Ties that have found no place so far. In a star every two leaves share the middle, so that no
   * pair is left of the kind that recorded ties are of, and the middle's ends can go nowhere, since
   * it is tied to all. The stated share says how many are missing all the same: first the ends that
   * are left are joined whatever the kind, then pairs are drawn in proportion to what a flat
   * distribution of true degrees expects to be missing at each (recorded ties and one), and at last
   * from all pairs without a tie. */
  private void rest(Chance chance, int all) {
    far(chance, false);
    for (int tries = PATIENCE * (all - added.size()); tries > 0 && added.size() < all; tries--) {
      add(
          byDegree(recorded.from, recorded.to, chance),
          byDegree(recorded.to, recorded.from, chance));
    }
    anywhere(chance, all);
  }

  /* A node by its recorded ties and one more; of an undirected tie either end. */
  private int byDegree(int[] ends, int[] others, Chance chance) {
    int i = chance.below(recorded.edges + (recorded.graph.directed() ? n : (n + 1) / 2));
    if (i >= recorded.edges) {
      return chance.below(n);
    }
    return recorded.graph.directed() || chance.below(2) == 0 ? ends[i] : others[i];
  }

  /* Between any two until there are so many. Where draws keep hitting ties that are there, nearly
   * all pairs are tied, and going through the pairs costs no more than the ties themselves. */
  private void anywhere(Chance chance, int all) {
    for (int tries = PATIENCE * (all - added.size()); tries > 0 && added.size() < all; tries--) {
      add(chance.below(n), chance.below(n));
    }
    if (added.size() < all) {
      PairSet free = new PairSet();
      for (int u = 0; u < n; u++) {
        for (int w = recorded.graph.directed() ? 0 : u + 1; w < n; w++) {
          if (u != w && recorded.graph.arc(u, w) < 0 && !added.has(u, w)) {
            free.add(u, w);
          }
        }
      }
      // Of what is left, each is taken as often as it takes to have so many of so many.
      int left = free.size();
      for (int i = 0; i < free.size() && added.size() < all; i++, left--) {
        if (chance.below(left) < all - added.size()) {
          add(free.from(i), free.to(i));
        }
      }
    }
  }

  /* What is missing at each node, given those of its recorded ties that are real in this draw.
   * Answers how many ties that makes. Where no distribution of degrees fits the recorded ones, as in
   * a star, ends are fewer than the stated share implies, and the number is raised by as much. */
  private int stubs(Chance chance) {
    Arrays.fill(outDegree, 0);
    Arrays.fill(inDegree, 0);
    int real = 0;
    for (int e = 0; e < gone.length; e++) {
      if (!gone[e] && recorded.from[e] != recorded.to[e]) {
        outDegree[recorded.from[e]]++;
        inDegree[recorded.to[e]]++;
        real++;
      }
    }
    double expected = put(outStubs, outHidden, outDegree, recorded.missingOut, chance);
    double ends = outStubs.left();
    if (recorded.graph.directed()) {
      expected += put(inStubs, inHidden, inDegree, recorded.missingIn, chance);
      ends += inStubs.left();
    }
    double stated = 2 * real * errors.missing() / (1 - errors.missing());
    return (int) (ends / 2 * (expected > 0 ? stated / expected : 1) + chance.unit());
  }

  /* A tie is lost with its other end, or by itself between two recorded people: of those lost at a
   * node, each led to somebody unseen with the same probability. */
  private double put(Stubs stubs, Stubs hidden, int[] degrees, MissingTies missing, Chance chance) {
    stubs.clear();
    double unseen = errors.unseen() / errors.lost();
    double expected = 0;
    for (int v = 0; v < n; v++) {
      int count = missing.draw(degrees[v], chance);
      expected += (1 - unseen) * missing.mean(degrees[v]);
      for (int lost = count; lost > 0; lost--) {
        if (chance.happens(unseen)) {
          hidden.put(v, 1);
          count--;
        }
      }
      if (count > 0) {
        stubs.put(v, count);
      }
    }
    return expected;
  }

  /** Ends at which a tie to somebody unseen starts, in the network drawn last. */
  Stubs outHidden() {
    return outHidden;
  }

  /** Ends at which a tie from somebody unseen ends; the same if ties have no direction. */
  Stubs inHidden() {
    return inHidden;
  }

  /* Adds a tie between two ends, if both are there. */
  private boolean join(int u, int w) {
    if (outStubs.at(u) > 0 && inStubs.at(w) > 0 && add(u, w)) {
      outStubs.take(u);
      inStubs.take(w);
      return true;
    }
    return false;
  }

  private void answer(Chance chance, int wanted) {
    int most = recorded.oneWay.length;
    for (int tries = 0, found = 0;
        most > 0 && found < wanted && tries < PATIENCE * wanted;
        tries++) {
      int e = recorded.oneWay[chance.below(most)];
      found += join(recorded.to[e], recorded.from[e]) ? 1 : 0;
    }
  }

  /* From an end over a neighbour to a neighbour's neighbour that has an end too, the more likely
   * the more it has: of what is CLOSE ends or more, all are taken. */
  private void close(Chance chance, int wanted) {
    Csr plain = recorded.plain;
    for (int tries = 0, found = 0;
        found < wanted && tries < PATIENCE * wanted && outStubs.left() > 0;
        tries++) {
      int u = outStubs.look(chance);
      int over = neighbour(plain, u, chance);
      int w = over < 0 ? u : neighbour(plain, over, chance);
      if (w != u && chance.happens(inStubs.at(w) / CLOSE) && plain.arc(u, w) < 0) {
        found += join(u, w) ? 1 : 0;
      }
    }
  }

  static int neighbour(Csr plain, int v, Chance chance) {
    int degree = plain.end(v) - plain.first(v);
    return degree == 0 ? -1 : plain.target(plain.first(v) + chance.below(degree));
  }

  /* What ends are left are joined at random, apart from what would be another kind of tie. */
  private void far(Chance chance, boolean apart) {
    int patience = PATIENCE * Math.min(outStubs.left(), inStubs.left());
    for (int tries = 0; tries < patience && outStubs.left() > 0 && inStubs.left() > 0; tries++) {
      int u = outStubs.look(chance);
      int w = inStubs.look(chance);
      boolean other = apart && u != w && (recorded.common(u, w) || recorded.graph.arc(w, u) >= 0);
      if (u != w && !other && (outStubs != inStubs || outStubs.left() > 1)) {
        join(u, w);
      }
    }
  }

  /** False if it is a loop, was recorded or came back already. */
  private boolean add(int u, int w) {
    if (u == w || recorded.graph.arc(u, w) >= 0) {
      return false;
    }
    boolean turned = !recorded.graph.directed() && u > w;
    return added.add(turned ? w : u, turned ? u : w);
  }

  /** Ties that come back are as strong as recorded ones, each as one of them drawn by lot. */
  double weight(Chance chance) {
    return recorded.graph.weighted() && recorded.edges > 0
        ? recorded.weight[chance.below(recorded.edges)]
        : 1;
  }

  /* The recorded rows without the ties that go, each merged with what comes back to it: no sorting
   * of what is sorted. */
  private Csr merged(Chance chance) {
    Csr graph = recorded.graph;
    sortAdded(chance);
    int[] offsets = new int[n + 1];
    int most = graph.arcs() + arcs;
    if (rowTargets.length < most) {
      rowTargets = new int[most + most / 8];
      rowWeights = new double[rowTargets.length];
    }
    boolean weighted = graph.weighted();
    int[] recordedTargets = graph.sharedTargets();
    int at = 0;
    for (int v = 0; v < n; v++) {
      int b = addedStart[v];
      int last = addedStart[v + 1];
      int end = graph.end(v);
      for (int a = graph.first(v); a < end; a++) {
        if (gone[recorded.edgeOf[a]]) {
          continue;
        }
        int t = recordedTargets[a];
        for (; b < last && addedTo[b] < t; b++) {
          rowWeights[at] = addedWeight[b];
          rowTargets[at++] = addedTo[b];
        }
        if (weighted) {
          rowWeights[at] = graph.weight(a);
        }
        rowTargets[at++] = t;
      }
      for (; b < last; b++) {
        rowWeights[at] = addedWeight[b];
        rowTargets[at++] = addedTo[b];
      }
      offsets[v + 1] = at;
    }
    return Csr.ofRows(
        offsets,
        Arrays.copyOf(rowTargets, at),
        weighted ? Arrays.copyOf(rowWeights, at) : null,
        graph.directed());
  }

  /* Arcs that come back, sorted by source (counting) and then by target (insertion: few a row). */
  private void sortAdded(Chance chance) {
    boolean both = !recorded.graph.directed();
    arcs = added.size() * (both ? 2 : 1);
    if (addedTo.length < arcs) {
      addedTo = new int[2 * arcs];
      addedWeight = new double[2 * arcs];
    }
    Arrays.fill(addedStart, 0);
    for (int i = 0; i < added.size(); i++) {
      addedStart[added.from(i) + 1]++;
      if (both) {
        addedStart[added.to(i) + 1]++;
      }
    }
    for (int v = 0; v < n; v++) {
      addedStart[v + 1] += addedStart[v];
      addedNext[v] = addedStart[v];
    }
    for (int i = 0; i < added.size(); i++) {
      double w = weight(chance);
      place(added.from(i), added.to(i), w);
      if (both) {
        place(added.to(i), added.from(i), w);
      }
    }
  }

  private void place(int source, int target, double w) {
    int at = addedNext[source]++;
    while (at > addedStart[source] && addedTo[at - 1] > target) {
      addedTo[at] = addedTo[at - 1];
      addedWeight[at] = addedWeight[at - 1];
      at--;
    }
    addedTo[at] = target;
    addedWeight[at] = w;
  }
}

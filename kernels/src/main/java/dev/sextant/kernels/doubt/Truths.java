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
 * is a gamma draw of shape R times a/(1-a). The same holds for the ties of one node, which is why
 * nodes' rates are gamma draws round their degrees and not the degrees themselves: without that,
 * intervals are too narrow by about half of a. */
final class Truths {
  /** Draws that hit a tie that is there are drawn again, so often for each tie wanted. */
  private static final int PATIENCE = 60;

  private final Recorded recorded;
  private final Errors errors;
  private final int n;
  private final boolean[] gone;
  private final PairSet added = new PairSet();
  private final double[][] outSums = new double[3][];
  private final double[][] inSums = new double[3][];
  private final double[] closedRate;
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
    this.closedRate = new double[n];
    this.addedStart = new int[n + 1];
    this.addedNext = new int[n];
    for (int kind = 0; kind < 3; kind++) {
      outSums[kind] = new double[n];
      inSums[kind] = recorded.graph.directed() ? new double[n] : outSums[kind];
    }
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
    return errors.keepsNodes()
        ? new Replica(merged(chance), null)
        : new Identities(recorded, errors, chance).replica(gone, added, this);
  }

  private void comeBack(Chance chance) {
    double share = errors.missing();
    if (share == 0 || n < 2) {
      return;
    }
    if (errors.back() == Errors.Return.UNIFORM) {
      int wanted = chance.unseen(recorded.real(), share);
      for (int tries = 0, found = 0; found < wanted && tries < PATIENCE * wanted; tries++) {
        found += add(chance.below(n), chance.below(n)) ? 1 : 0;
      }
      return;
    }
    answer(chance, chance.unseen(recorded.real[Recorded.ANSWERED], share));
    close(chance, chance.unseen(recorded.real[Recorded.CLOSED], share));
    far(chance, chance.unseen(recorded.real[Recorded.FAR], share));
  }

  private void answer(Chance chance, int wanted) {
    int most = recorded.oneWay.length;
    for (int tries = 0, found = 0; most > 0 && found < wanted && tries < PATIENCE * wanted; tries++) {
      int e = recorded.oneWay[chance.below(most)];
      found += add(recorded.to[e], recorded.from[e]) ? 1 : 0;
    }
  }

  /* From a node that has many closed ties over a neighbour to a neighbour's neighbour. The second
   * end is taken by how many of its ties are closed, or hubs would get too many: a walk comes to
   * them by all their ties. */
  private void close(Chance chance, int wanted) {
    if (wanted == 0) {
      return;
    }
    rates(Recorded.CLOSED, chance);
    double[] sums = outSums[Recorded.CLOSED];
    Csr plain = recorded.plain;
    for (int v = 0; v < n; v++) {
      double rate = sums[v] - (v == 0 ? 0 : sums[v - 1]);
      closedRate[v] = rate / Math.max(1, plain.end(v) - plain.first(v));
    }
    for (int tries = 0, found = 0; found < wanted && tries < PATIENCE * wanted; tries++) {
      int u = pick(sums, chance);
      int over = neighbour(plain, u, chance);
      int w = over < 0 ? -1 : neighbour(plain, over, chance);
      if (w >= 0 && w != u && chance.happens(closedRate[w] / 2)) {
        boolean turned = recorded.graph.directed() && chance.below(2) == 0;
        if (recorded.plain.arc(u, w) < 0) {
          found += add(turned ? w : u, turned ? u : w) ? 1 : 0;
        }
      }
    }
  }

  static int neighbour(Csr plain, int v, Chance chance) {
    int degree = plain.end(v) - plain.first(v);
    return degree == 0 ? -1 : plain.target(plain.first(v) + chance.below(degree));
  }

  private void far(Chance chance, int wanted) {
    if (wanted == 0) {
      return;
    }
    rates(Recorded.FAR, chance);
    boolean apart = errors.back() == Errors.Return.BY_CLOSURE;
    for (int tries = 0, found = 0; found < wanted && tries < PATIENCE * wanted; tries++) {
      int u = pick(outSums[Recorded.FAR], chance);
      int w = pick(inSums[Recorded.FAR], chance);
      if (u != w
          && !(apart && (recorded.common(u, w) || recorded.graph.arc(w, u) >= 0))) {
        found += add(u, w) ? 1 : 0;
      }
    }
  }

  /* Running sums of the nodes' rates. With degrees d of mean k and variance s, rates before the
   * record are gamma of shape k^2/(s - k) (many if degrees differ by chance alone) and mean k;
   * after it, of shape d more and of mean (d + shape)/(1 + shape/k). */
  private void rates(int kind, Chance chance) {
    draw(recorded.out[kind], outSums[kind], chance);
    if (recorded.graph.directed()) {
      draw(recorded.in[kind], inSums[kind], chance);
    }
  }

  private void draw(int[] degrees, double[] sums, Chance chance) {
    double mean = 0;
    double square = 0;
    for (int d : degrees) {
      mean += d;
      square += (double) d * d;
    }
    mean /= n;
    double excess = square / n - mean * mean - mean;
    double shape = excess <= 0 ? 1e6 : Math.max(0.05, Math.min(1e6, mean * mean / excess));
    double scale = mean == 0 ? 0 : 1 / (1 + shape / mean);
    double sum = 0;
    for (int v = 0; v < n; v++) {
      sum += chance.gamma(degrees[v] + shape) * scale;
      sums[v] = sum;
    }
  }

  /** A node in proportion to its rate. */
  static int pick(double[] sums, Chance chance) {
    double at = chance.unit() * sums[sums.length - 1];
    int low = 0;
    int high = sums.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sums[middle] > at) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
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

package dev.sextant.kernels;

import java.util.Arrays;

/* The two phases of one Leiden level: moving nodes between groups while that gains, and refining
 * the groups found into well-connected parts, along which the graph is folded next.
 *
 * Gains are in units of edge weight: moving v into a group D gains
 * w(v, D) - g * strength(v) * strength(D without v) / 2m. */
final class LeidenMoves {
  /** Smaller gains than this share of the mean edge weight are rounding. */
  private static final double NOISE = 1e-11;

  /** Randomness of the refinement, in mean edge weights; the value of the paper and of igraph. */
  private static final double THETA = 0.01;

  private final LeidenGraph graph;
  private final double penalty; // g / 2m
  private final double unit; // mean edge weight of the unfolded graph
  private final SplitMix random;
  private final double[] toGroup; // weight from the node in hand to each group
  private final int[] near; // groups with toGroup > 0
  private int nearCount;

  LeidenMoves(LeidenGraph graph, double penalty, double unit, SplitMix random) {
    this.graph = graph;
    this.penalty = penalty;
    this.unit = unit;
    this.random = random;
    this.toGroup = new double[graph.nodes];
    this.near = new int[graph.nodes];
  }

  /** Moves nodes until no single move gains. Labels are below the number of nodes. */
  void moveNodes(int[] groupOf) {
    int n = graph.nodes;
    double[] total = new double[n];
    int[] size = new int[n];
    for (int v = 0; v < n; v++) {
      total[groupOf[v]] += graph.strength[v];
      size[groupOf[v]]++;
    }
    int[] free = new int[n]; // labels without nodes, as a stack
    int frees = 0;
    for (int g = n - 1; g >= 0; g--) {
      if (size[g] == 0) {
        free[frees++] = g;
      }
    }
    int[] queue = new int[n]; // a ring: a node is in it at most once
    boolean[] queued = new boolean[n];
    for (int v = 0; v < n; v++) {
      queue[v] = v;
      queued[v] = true;
    }
    random.shuffle(queue, n);
    int head = 0;
    int waiting = n;
    while (waiting > 0) {
      int v = queue[head];
      head = head + 1 == n ? 0 : head + 1;
      waiting--;
      queued[v] = false;
      int old = groupOf[v];
      total[old] -= graph.strength[v];
      size[old]--;
      int best = bestGroup(v, groupOf, total, size[old] > 0 ? free[frees - 1] : -1);
      total[best] += graph.strength[v];
      size[best]++;
      if (best == old) {
        continue;
      }
      if (frees > 0 && free[frees - 1] == best) {
        frees--;
      }
      if (size[old] == 0) {
        total[old] = 0; // no dust from subtracting
        free[frees++] = old;
      }
      groupOf[v] = best;
      for (int a = graph.offsets[v]; a < graph.offsets[v + 1]; a++) {
        int w = graph.targets[a];
        if (!queued[w] && groupOf[w] != best) {
          queued[w] = true;
          queue[(head + waiting++) % n] = w;
        }
      }
    }
  }

  /** The group where v, taken out, gains most; where it was, unless another gains clearly more. */
  private int bestGroup(int v, int[] groupOf, double[] total, int empty) {
    gather(v, groupOf);
    int best = groupOf[v];
    double most = toGroup[best] - penalty * graph.strength[v] * total[best];
    for (int i = 0; i < nearCount; i++) {
      int g = near[i];
      double gain = toGroup[g] - penalty * graph.strength[v] * total[g];
      if (gain > most + NOISE * unit) {
        most = gain;
        best = g;
      }
    }
    if (empty >= 0 && most < -NOISE * unit) {
      best = empty;
    }
    forget();
    return best;
  }

  private void gather(int v, int[] groupOf) {
    for (int a = graph.offsets[v]; a < graph.offsets[v + 1]; a++) {
      int g = groupOf[graph.targets[a]];
      if (toGroup[g] == 0) {
        near[nearCount++] = g;
      }
      toGroup[g] += graph.weights[a];
    }
  }

  private void forget() {
    for (int i = 0; i < nearCount; i++) {
      toGroup[near[i]] = 0;
    }
    nearCount = 0;
  }

  /**
   * Parts within the groups: starting alone, each well-connected node that is still alone joins, at
   * random but more often where it gains more, a well-connected part of its group.
   */
  int[] refine(int[] groupOf, int groups) {
    int[] partOf = new int[graph.nodes];
    double[] partTotal = graph.strength.clone();
    double[] outward = new double[graph.nodes]; // weight from a part to the rest of its group
    boolean[] alone = new boolean[graph.nodes];
    double[] groupTotal = new double[groups];
    for (int v = 0; v < graph.nodes; v++) {
      partOf[v] = v;
      alone[v] = true;
      groupTotal[groupOf[v]] += graph.strength[v];
      for (int a = graph.offsets[v]; a < graph.offsets[v + 1]; a++) {
        if (groupOf[graph.targets[a]] == groupOf[v]) {
          outward[v] += graph.weights[a];
        }
      }
    }
    int[] order = Arrays.copyOf(partOf, partOf.length);
    random.shuffle(order, order.length);
    double[] chance = new double[graph.nodes];
    for (int v : order) {
      double all = groupTotal[groupOf[v]];
      if (alone[v] && wellConnected(outward[v], partTotal[v], all)) {
        int part = pick(v, groupOf, partOf, partTotal, outward, all, chance);
        if (part != v) {
          partOf[v] = part;
          alone[part] = false;
          alone[v] = false;
          outward[part] += outward[v] - 2 * toGroup[part];
          partTotal[part] += partTotal[v];
        }
        forget();
      }
    }
    return partOf;
  }

  private boolean wellConnected(double outward, double total, double groupTotal) {
    return outward >= penalty * total * (groupTotal - total) - NOISE * unit;
  }

  /** Leaves the weights to the parts in toGroup for its caller. */
  private int pick(
      int v,
      int[] groupOf,
      int[] partOf,
      double[] partTotal,
      double[] outward,
      double groupTotal,
      double[] chance) {
    for (int a = graph.offsets[v]; a < graph.offsets[v + 1]; a++) {
      int w = graph.targets[a];
      if (groupOf[w] == groupOf[v]) {
        if (toGroup[partOf[w]] == 0) {
          near[nearCount++] = partOf[w];
        }
        toGroup[partOf[w]] += graph.weights[a];
      }
    }
    double most = 0; // staying alone gains nothing
    for (int i = 0; i < nearCount; i++) {
      int part = near[i];
      chance[i] = Double.NEGATIVE_INFINITY;
      if (wellConnected(outward[part], partTotal[part], groupTotal)) {
        double gain = toGroup[part] - penalty * graph.strength[v] * partTotal[part];
        if (gain >= 0) {
          chance[i] = gain;
          most = Math.max(most, gain);
        }
      }
    }
    // Relative to the largest gain, so that exp cannot overflow. StrictMath: equal everywhere.
    double scale = 1 / (THETA * unit);
    double stay = StrictMath.exp(-most * scale);
    double sum = stay;
    for (int i = 0; i < nearCount; i++) {
      chance[i] = StrictMath.exp((chance[i] - most) * scale);
      sum += chance[i];
    }
    double drawn = random.unit() * sum - stay;
    for (int i = 0; i < nearCount && drawn >= 0; i++) {
      drawn -= chance[i];
      if (drawn < 0) {
        return near[i];
      }
    }
    return v;
  }
}

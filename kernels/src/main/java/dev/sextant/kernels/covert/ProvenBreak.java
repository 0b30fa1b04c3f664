package dev.sextant.kernels.covert;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.Arrays;

/* Branch and bound for fragmentation. With r nodes still to remove, a pair that keeps both its nodes
 * costs at least: 1 if it is an arc; 1/2 if more than r nodes lie between it, since r removals leave
 * one of them; 1/3 if more than r ways of two or three steps share no inner node (some such set of
 * ways, found greedily, will do). For plain fragmentation each of these pairs costs 1. Removing r
 * nodes takes away at most the r largest sums of what nodes' own pairs cost. That bound is below
 * every set that can still be made, so a branch whose bound is no better than the worst set kept is
 * left. Depth is the set's size, at most 60. */
final class ProvenBreak {
  private final SmallGraph graph;
  private final long[] into; // arcs turned round
  private final boolean byDistance;
  private final BestSets best;
  private final Progress progress;
  private final long budget;
  private final int[] order;
  private int[] set = new int[0];
  private long steps;

  ProvenBreak(Csr given, KeyPlayers.Aim aim, BestSets best, long budget, Progress progress) {
    byDistance = aim == KeyPlayers.Aim.FRAGMENT_BY_DISTANCE;
    Csr graphGiven = byDistance ? given : given.ignoringDirection();
    this.graph = new SmallGraph(graphGiven);
    this.into = new SmallGraph(graphGiven.reverse()).row;
    this.best = best;
    this.budget = budget;
    this.progress = progress;
    double[] alone = new double[graph.nodes];
    Arrays.setAll(alone, v -> -cost(all() & ~(1L << v)));
    this.order = Pools.order(alone);
  }

  private long all() {
    return graph.nodes == 0 ? 0 : -1L >>> (Long.SIZE - graph.nodes);
  }

  private double cost(long alive) {
    return byDistance ? graph.distanceSum(alive) : graph.pairs(alive);
  }

  /** Adds the best sets; false if the budget ended first. */
  boolean run(int size) {
    set = new int[size];
    return branch(0, 0, all());
  }

  private boolean branch(int depth, int from, long alive) {
    if (++steps > budget) {
      return false;
    }
    if ((steps & 255) == 0) {
      progress.step(steps, -1);
    }
    int rest = set.length - depth;
    if (bound(alive, rest, from) >= best.limit() - BestSets.SAME) {
      return true;
    }
    // Judging a whole set is a step of its own, and the dearest.
    steps += rest == 1 ? order.length - from : 0;
    for (int i = from; i + rest <= order.length; i++) {
      int v = order[i];
      set[depth] = v;
      long without = alive & ~(1L << v);
      if (rest == 1) {
        double cost = cost(without);
        if (best.wants(cost)) {
          int[] sorted = set.clone();
          Arrays.sort(sorted);
          best.add(sorted, cost);
        }
      } else if (!branch(depth + 1, i + 1, without)) {
        return false;
      }
    }
    return true;
  }

  private double bound(long alive, int rest, int from) {
    int n = graph.nodes;
    double[] own = new double[n];
    double sum = 0;
    for (long us = alive; us != 0; us &= us - 1) {
      int u = Long.numberOfTrailingZeros(us);
      for (long ws = alive & ~(1L << u); ws != 0; ws &= ws - 1) {
        int w = Long.numberOfTrailingZeros(ws);
        double least = least(u, w, alive, rest);
        sum += least;
        own[u] += least;
        own[w] += least;
      }
    }
    // The largest sums among those that may still be chosen; pairs of two chosen are taken twice,
    // which only lowers the bound.
    double[] may = new double[order.length - from];
    for (int i = from; i < order.length; i++) {
      may[i - from] = own[order[i]];
    }
    Arrays.sort(may);
    for (int i = 0; i < rest; i++) {
      sum -= may[may.length - 1 - i];
    }
    return sum;
  }

  private double least(int u, int w, long alive, int rest) {
    if ((graph.row[u] >>> w & 1) != 0) {
      return 1;
    }
    long from = graph.row[u] & alive;
    long to = into[w] & alive;
    long between = from & to;
    int ways = Long.bitCount(between);
    if (ways > rest) {
      return byDistance ? 0.5 : 1;
    }
    long left = from & ~between;
    long right = to & ~between;
    for (; left != 0 && ways <= rest; left &= left - 1) {
      long next = graph.row[Long.numberOfTrailingZeros(left)] & right;
      if (next != 0) {
        right &= ~(next & -next);
        ways++;
      }
    }
    return ways > rest ? (byDistance ? 1.0 / 3 : 1) : 0;
  }
}

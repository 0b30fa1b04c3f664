package dev.sextant.kernels.covert;

import dev.sextant.kernels.Progress;
import dev.sextant.kernels.SplitMix;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/* One start of greedy and swaps. A round takes each member out in turn, asks what every candidate
 * would make of the rest, and puts the best one in; it ends when a whole round changed nothing, so
 * the set cannot be bettered by any one swap with the pool. Every set that was looked at may enter
 * the list of the best. */
final class SetClimb {
  /** What a set costs; members are marked. */
  interface Costs {
    /** Fills in the cost of the marked set with each candidate added; infinity if it is in. */
    void with(boolean[] members, int[] pool, double[] costs, Progress progress);
  }

  private final Costs judge;
  private final int[] pool;
  private final BestSets best;
  private final Progress progress;
  private final boolean[] member;
  private final double[] costs;

  SetClimb(Costs judge, int nodes, int[] pool, BestSets best, Progress progress) {
    this.judge = judge;
    this.pool = pool;
    this.best = best;
    this.progress = progress;
    this.member = new boolean[nodes];
    this.costs = new double[pool.length];
  }

  /**
   * Climbs.
   *
   * @param random null for plain greedy; else one of the three best is taken at every step, or in
   *     one start of two any candidate at all
   */
  int[] run(int size, @Nullable SplitMix random, int kicks) {
    int[] set = new int[size];
    boolean anywhere = random != null && random.below(2) == 0;
    for (int i = 0; i < size; i++) {
      int at;
      if (random != null && anywhere) {
        at = random.below(pool.length);
        while (member[pool[at]]) {
          at = at + 1 == pool.length ? 0 : at + 1;
        }
      } else {
        judge.with(member, pool, costs, progress);
        at = pick(random == null ? 0 : random.below(Math.min(3, pool.length - i)));
      }
      set[i] = pool[at];
      member[set[i]] = true;
    }
    kicked(set, random == null ? new SplitMix(size) : random, swaps(set), kicks);
    return set;
  }

  /* A top that no one swap betters may be bettered by two at once: half of the members are exchanged
   * for any others, the rest is climbed again, and the better of both tops is kept. */
  private void kicked(int[] set, SplitMix random, double first, int kicks) {
    double now = first;
    for (int kick = 0; kick < kicks && set.length < pool.length; kick++) {
      int[] before = set.clone();
      for (int i = 0; i < (set.length + 1) / 2; i++) {
        int place = random.below(set.length);
        int at = random.below(pool.length);
        while (member[pool[at]]) {
          at = at + 1 == pool.length ? 0 : at + 1;
        }
        member[set[place]] = false;
        set[place] = pool[at];
        member[set[place]] = true;
      }
      double then = swaps(set);
      if (then < now - BestSets.SAME) {
        now = then;
      } else {
        for (int v : set) {
          member[v] = false;
        }
        System.arraycopy(before, 0, set, 0, set.length);
        for (int v : set) {
          member[v] = true;
        }
      }
    }
  }

  /** The candidate with so many better ones. */
  private int pick(int better) {
    int[] tops = new int[better + 1];
    Arrays.fill(tops, -1);
    for (int i = 0; i < pool.length; i++) {
      if (costs[i] == Double.POSITIVE_INFINITY) {
        continue;
      }
      int at = better + 1;
      while (at > 0 && (tops[at - 1] < 0 || costs[i] < costs[tops[at - 1]])) {
        at--;
      }
      if (at <= better) {
        System.arraycopy(tops, at, tops, at + 1, better - at);
        tops[at] = i;
      }
    }
    int at = better;
    while (tops[at] < 0) {
      at--;
    }
    return tops[at];
  }

  private double swaps(int[] set) {
    double now = Double.POSITIVE_INFINITY;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < set.length; i++) {
        member[set[i]] = false;
        judge.with(member, pool, costs, progress);
        int at = pick(0);
        note(set, i);
        if (costs[at] < now - BestSets.SAME) {
          // The first look only learns what the set itself costs, unless another is better.
          changed |= now < Double.POSITIVE_INFINITY || pool[at] != set[i];
          now = costs[at];
          set[i] = pool[at];
        }
        member[set[i]] = true;
      }
    }
    return now;
  }

  private void note(int[] set, int place) {
    for (int i = 0; i < pool.length; i++) {
      if (best.wants(costs[i]) && costs[i] != Double.POSITIVE_INFINITY) {
        int[] other = set.clone();
        other[place] = pool[i];
        Arrays.sort(other);
        best.add(other, costs[i]);
      }
    }
  }
}

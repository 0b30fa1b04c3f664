package dev.sextant.kernels;

import org.jspecify.annotations.Nullable;

/* Room in which Leiden adds up weights by group or by part, shared by its phases: counts and to are
 * all zeros between nodes, the rest is whatever was left there. */
final class LeidenSums {
  final int[] counts; // edges to a group, where all weights are 1
  final double[] to; // weight to a group
  final int[] near; // the groups that have some
  final int[] others; // what counts of the row in hand
  final double[] total; // mass by group
  final double @Nullable [] totalIn;
  int lightest; // of groups without edges: the first of the lightest
  double lightestMass; // not a number if there is none
  double secondMass;

  LeidenSums(LeidenGround ground) {
    int n = ground.level.nodes();
    this.counts = new int[n + 1];
    this.to = new double[n + 1];
    this.near = new int[n + 1];
    this.others = new int[n + 1];
    this.total = new double[n + 1];
    this.totalIn = ground.level.massIn() == null ? null : new double[n + 1];
  }

  /**
   * Counts the first labels of {@link #others}; returns how many differ, which {@link #near} lists.
   */
  int count(int labels) {
    int[] others = this.others;
    int[] counts = this.counts;
    int[] near = this.near;
    int groups = 0;
    for (int i = 0; i < labels; i++) {
      int g = others[i];
      int before = counts[g];
      near[groups] = g;
      groups += before == 0 ? 1 : 0;
      counts[g] = before + 1;
    }
    return groups;
  }

  /**
   * Counts one more edge to each of some groups that has edges already, and finds the two lightest
   * of the others. Without a branch: how often a lighter one turns up nobody foretells.
   */
  void lightest(int[] groups, int from, int end) {
    int[] counts = this.counts;
    double[] total = this.total;
    long least = Long.MAX_VALUE;
    long second = Long.MAX_VALUE;
    int best = -1;
    for (int a = from; a < end; a++) {
      int g = groups[a];
      int count = counts[g];
      long near = -count >> 31; // all bits if there are edges already
      counts[g] = count - (int) near;
      // Bits of numbers from 0 on are in the order of the numbers.
      long mass = Double.doubleToRawLongBits(total[g]) | near >>> 1;
      long below = mass - least;
      long less = below >> 63;
      long heavier = mass - (below & less);
      long nearer = heavier - second;
      second += nearer & nearer >> 63;
      least += below & less;
      best ^= (best ^ g) & (int) less;
    }
    lightest = best;
    lightestMass = Double.longBitsToDouble(least);
    secondMass = Double.longBitsToDouble(second);
  }
}

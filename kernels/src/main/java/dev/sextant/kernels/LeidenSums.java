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
}

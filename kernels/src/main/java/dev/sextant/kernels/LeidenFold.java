package dev.sextant.kernels;

import java.util.Arrays;

/* Folding a level along a partition of its nodes. Members are sorted by part with a counting sort;
 * then each part's rows are gathered in a dense array, as moves do. Two pairs of buffers take turns
 * as levels are folded, the same in every round: a level needs only the one below it. */
final class LeidenFold {
  private final double[] toPart;
  private final int[] members;
  private final int[] names;
  private int[] out = new int[0]; // of the part in hand: where its arcs lead outside
  private double[] ties = new double[0]; // their weights
  private final int[][] targets = {new int[0], new int[0]};
  private final double[][] weights = {new double[0], new double[0]};

  LeidenFold(int nodes) {
    this.toPart = new double[nodes];
    this.members = new int[nodes];
    this.names = new int[nodes];
  }

  /** Renames labels to 0, 1, ... in order of first use; returns how many there are. */
  int compact(int[] labels) {
    Arrays.fill(names, 0, labels.length, 0);
    int count = 0;
    for (int v = 0; v < labels.length; v++) {
      if (names[labels[v]] == 0) {
        names[labels[v]] = ++count;
      }
      labels[v] = names[labels[v]] - 1;
    }
    return count;
  }

  /**
   * One node a part; edges between two parts become one.
   *
   * @param depth of the level that is made, from 1: chooses the buffer
   */
  LeidenLevel fold(LeidenLevel level, int[] partOf, int parts, int depth) {
    int[] offsets = level.offsets();
    int turn = depth & 1;
    int[] first = sortMembers(partOf, parts);
    int[] toOffsets = new int[parts + 1];
    int at = 0;
    for (int p = 0; p < parts; p++) {
      int arcs = 0;
      for (int i = first[p]; i < first[p + 1]; i++) {
        arcs += offsets[members[i] + 1] - offsets[members[i]];
      }
      makeRoom(level.weights() != null, arcs, turn, at + Math.min(parts, arcs) + 1);
      int leaving = 0;
      for (int i = first[p]; i < first[p + 1]; i++) {
        int v = members[i];
        leaving = leaving(level, offsets[v], offsets[v + 1], partOf, p, leaving);
      }
      at = sum(level.weights() != null, leaving, turn, at);
      toOffsets[p + 1] = at;
    }
    return new LeidenLevel(
        parts,
        toOffsets,
        targets[turn],
        null,
        weights[turn],
        sums(level.mass(), partOf, parts),
        level.massIn() == null ? null : sums(level.massIn(), partOf, parts));
  }

  /* Buffers grow with what is folded, which is a fraction of the level: clearing memory for all of its
   * arcs would take longer than folding them. */
  private void makeRoom(boolean weighted, int arcs, int turn, int folded) {
    if (out.length <= arcs) {
      out = new int[Math.max(arcs + 1, 2 * out.length)];
    }
    if (weighted && ties.length <= arcs) {
      ties = new double[out.length];
    }
    if (targets[turn].length < folded) {
      int room = (int) Math.min(Integer.MAX_VALUE - 8, Math.max(folded, 2L * targets[turn].length));
      targets[turn] = Arrays.copyOf(targets[turn], room);
      weights[turn] = Arrays.copyOf(weights[turn], room);
    }
  }

  /* Lists the parts that a row leads to outside its own, with weights; most of a row leads to its own
   * part, and adding to that one place again and again would wait for the addition before. */
  private int leaving(LeidenLevel level, int start, int end, int[] partOf, int part, int from) {
    int[] targets = level.targets();
    double[] weights = level.weights();
    int[] out = this.out;
    int at = from;
    if (weights == null) {
      for (int a = start; a < end; a++) {
        int q = partOf[targets[a]];
        out[at] = q;
        at += Math.min(1, q ^ part);
      }
    } else {
      double[] ties = this.ties;
      for (int a = start; a < end; a++) {
        int q = partOf[targets[a]];
        out[at] = q;
        ties[at] = weights[a];
        at += Math.min(1, q ^ part);
      }
    }
    return at;
  }

  /** Sums what was listed by part; every part's name and sum are written once, from there on. */
  private int sum(boolean weighted, int leaving, int turn, int from) {
    int[] to = this.targets[turn];
    double[] sums = this.weights[turn];
    int[] out = this.out;
    double[] ties = this.ties;
    double[] toPart = this.toPart;
    int at = from;
    for (int i = 0; i < leaving; i++) {
      int q = out[i];
      double before = toPart[q];
      to[at] = q;
      at += before == 0 ? 1 : 0;
      toPart[q] = before + (weighted ? ties[i] : 1);
    }
    for (int i = from; i < at; i++) {
      sums[i] = toPart[to[i]];
      toPart[to[i]] = 0;
    }
    return at;
  }

  private int[] sortMembers(int[] partOf, int parts) {
    int[] first = new int[parts + 1];
    for (int p : partOf) {
      first[p + 1]++;
    }
    for (int p = 0; p < parts; p++) {
      first[p + 1] += first[p];
      names[p] = first[p];
    }
    for (int v = 0; v < partOf.length; v++) {
      members[names[partOf[v]]++] = v;
    }
    return first;
  }

  private static double[] sums(double[] mass, int[] partOf, int parts) {
    double[] sums = new double[parts];
    for (int v = 0; v < partOf.length; v++) {
      sums[partOf[v]] += mass[v];
    }
    return sums;
  }
}

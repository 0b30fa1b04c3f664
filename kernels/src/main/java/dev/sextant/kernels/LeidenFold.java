package dev.sextant.kernels;

import java.util.Arrays;

/* Folding a level along a partition of its nodes. Members are sorted by part with a counting sort;
 * then each part's rows are gathered in a dense array, as moves do. Two pairs of buffers take turns
 * as levels are folded, the same in every round: a level needs only the one below it. */
final class LeidenFold {
  private final double[] toPart;
  private final int[] members;
  private final int[] names;
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
    int arcs = offsets[level.nodes()];
    int turn = depth & 1;
    if (targets[turn].length <= arcs) {
      targets[turn] = new int[arcs + 1];
      weights[turn] = new double[arcs + 1];
    }
    int[] first = sortMembers(partOf, parts);
    int[] toOffsets = new int[parts + 1];
    int[] toTargets = targets[turn];
    double[] toWeights = weights[turn];
    int at = 0;
    for (int p = 0; p < parts; p++) {
      int begin = at;
      for (int i = first[p]; i < first[p + 1]; i++) {
        int v = members[i];
        at = gather(level, offsets[v], offsets[v + 1], partOf, p, toTargets, at);
      }
      toPart[p] = 0;
      for (int i = begin; i < at; i++) {
        int q = toTargets[i];
        toWeights[i] = toPart[q];
        toPart[q] = 0;
      }
      toOffsets[p + 1] = at;
    }
    return new LeidenLevel(
        parts,
        toOffsets,
        toTargets,
        toWeights,
        sums(level.mass(), partOf, parts),
        level.massIn() == null ? null : sums(level.massIn(), partOf, parts));
  }

  private int gather(
      LeidenLevel level, int start, int end, int[] partOf, int part, int[] touched, int from) {
    int[] targets = level.targets();
    double[] weights = level.weights();
    double[] toPart = this.toPart;
    int at = from;
    if (weights == null) {
      for (int a = start; a < end; a++) {
        int q = partOf[targets[a]];
        double before = toPart[q];
        touched[at] = q;
        at += before == 0 & q != part ? 1 : 0;
        toPart[q] = before + 1;
      }
    } else {
      for (int a = start; a < end; a++) {
        int q = partOf[targets[a]];
        double before = toPart[q];
        touched[at] = q;
        at += before == 0 & q != part ? 1 : 0;
        toPart[q] = before + weights[a];
      }
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

  /** Cuts groups into their connected pieces. */
  static int[] pieces(LeidenLevel level, int[] groupOf) {
    int[] label = new int[level.nodes()];
    Arrays.fill(label, -1);
    int[] queue = new int[level.nodes()];
    for (int s = 0; s < label.length; s++) {
      if (label[s] >= 0) {
        continue;
      }
      label[s] = s;
      queue[0] = s;
      int tail = 1;
      for (int head = 0; head < tail; head++) {
        int v = queue[head];
        for (int a = level.offsets()[v]; a < level.offsets()[v + 1]; a++) {
          int w = level.targets()[a];
          if (label[w] < 0 && groupOf[w] == groupOf[s]) {
            label[w] = s;
            queue[tail++] = w;
          }
        }
      }
    }
    return label;
  }
}

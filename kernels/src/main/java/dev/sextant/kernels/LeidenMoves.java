package dev.sextant.kernels;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/* The two phases of a Leiden level: moving nodes between groups, and refining groups into parts.
 * One instance serves all levels and rounds, so that nothing is allocated in between.
 *
 * Gains are in units of edge weight. Moving v, taken out, into a group D gains
 *     w(v, D) - penalty * mass(v) * mass(D)
 * or, directed, with rows that hold both directions added,
 *     w(v, D) - penalty * (massOut(v) massIn(D) + massIn(v) massOut(D)).
 *
 * Why it is fast: weights to the neighbouring groups are gathered in one dense array by group
 * number, all zeros between nodes; the numbers touched are remembered without a branch (the place
 * after the last is written always, and counts only if the group is new). Nodes wait in a bitmap in
 * place of a queue, so that they are visited in the order in which their rows lie in memory; who
 * waits and why is as in the paper: the neighbours of a moved node that are not in its new group. */
final class LeidenMoves {
  private final double penalty;
  private final double noise; // smaller gains are rounding
  private final Progress progress;
  private final double[] toGroup;
  private final int[] near; // groups with toGroup > 0
  private final int[] others; // what counts of the row in hand
  private double own; // weight to the node's own group
  private final double[] total; // mass by group
  private final double @Nullable [] totalIn;
  private final int[] size; // nodes of the level by group
  private final byte[] waiting;
  private final int[] free; // labels without nodes, as a stack
  private int frees;
  private int best; // where the node in hand should go
  private double most; // what it gains there
  private double here; // what it gains where it is
  private long steps;

  LeidenMoves(LeidenGround ground, Progress progress) {
    int n = ground.level.nodes();
    this.penalty = ground.penalty;
    this.noise = ground.noise;
    this.progress = progress;
    this.toGroup = new double[n + 1];
    this.near = new int[n + 1];
    this.others = new int[n + 1];
    this.total = new double[n + 1];
    this.totalIn = ground.level.massIn() == null ? null : new double[n + 1];
    this.size = new int[n];
    this.waiting = new byte[n];
    this.free = new int[n];
  }

  /**
   * Moves nodes until a sweep over those waiting gains no more than enough; with 0, until no single
   * move gains.
   *
   * @param groupOf labels below the number of nodes; changed
   */
  void moveNodes(LeidenLevel level, int[] groupOf, double enough) {
    count(level, groupOf);
    Arrays.fill(waiting, 0, level.nodes(), (byte) 1);
    double gained;
    do {
      progress.step(++steps, -1);
      gained = sweep(level, groupOf);
    } while (gained > enough);
  }

  private void count(LeidenLevel level, int[] groupOf) {
    int n = level.nodes();
    double[] massIn = level.massIn();
    Arrays.fill(total, 0, n, 0);
    Arrays.fill(size, 0, n, 0);
    for (int v = 0; v < n; v++) {
      total[groupOf[v]] += level.mass()[v];
      size[groupOf[v]]++;
    }
    if (massIn != null && totalIn != null) {
      Arrays.fill(totalIn, 0, n, 0);
      for (int v = 0; v < n; v++) {
        totalIn[groupOf[v]] += massIn[v];
      }
    }
    frees = 0;
    for (int g = n - 1; g >= 0; g--) {
      if (size[g] == 0) {
        free[frees++] = g;
      }
    }
  }

  private double sweep(LeidenLevel level, int[] groupOf) {
    int[] offsets = level.offsets();
    double gained = 0;
    for (int v = 0; v < level.nodes(); v++) {
      if (waiting[v] == 0) {
        continue;
      }
      waiting[v] = 0;
      int old = groupOf[v];
      int near = gather(level, offsets[v], offsets[v + 1], groupOf, old);
      if (level.massIn() == null) {
        choose(near, old, level.mass()[v]);
      } else {
        chooseDirected(near, old, level.mass()[v], level.massIn()[v]);
      }
      if (most < 0 && size[old] > 1) {
        best = free[frees - 1]; // alone: no gain, no loss
        most = 0;
      }
      if (best != old) {
        gained += most - here;
        move(level, v, groupOf);
      }
    }
    return gained;
  }

  /* Sums weights by group of the target; returns how many groups are near. Without weights, which is
   * the largest level, most neighbours are in the node's own group soon, and adding to the same place
   * again and again would wait for the addition before: they are told apart and counted instead. That
   * a label differs is added as a number: a first sweep, when all differ, would have the compiler make
   * a jump of the question, which later sweeps could not foretell. */
  private int gather(LeidenLevel level, int start, int end, int[] groupOf, int old) {
    int[] targets = level.targets();
    double[] weights = level.weights();
    int[] others = this.others;
    int count = 0;
    if (weights == null) {
      for (int a = start; a < end; a++) {
        int g = groupOf[targets[a]];
        others[count] = g;
        count += Math.min(1, g ^ old);
      }
      own = end - start - count;
      return sum(count);
    }
    double[] toGroup = this.toGroup;
    int[] near = this.near;
    for (int a = start; a < end; a++) {
      int g = groupOf[targets[a]];
      double before = toGroup[g];
      near[count] = g;
      count += before == 0 ? 1 : 0;
      toGroup[g] = before + weights[a];
    }
    own = toGroup[old];
    return count;
  }

  private int sum(int count) {
    int[] others = this.others;
    double[] toGroup = this.toGroup;
    int[] near = this.near;
    int groups = 0;
    for (int i = 0; i < count; i++) {
      int g = others[i];
      double before = toGroup[g];
      near[groups] = g;
      groups += before == 0 ? 1 : 0;
      toGroup[g] = before + 1;
    }
    return groups;
  }

  /* The group a node is in competes with the node taken out of it; met again among those near, with
   * the node still counted in, it can only be worse, so it needs no test. */
  private void choose(int count, int old, double mass) {
    double[] toGroup = this.toGroup;
    double[] total = this.total;
    double charge = penalty * mass;
    double own = this.own - charge * (total[old] - mass);
    double most = own + noise;
    int best = old;
    for (int i = 0; i < count; i++) {
      int g = near[i];
      double gain = toGroup[g] - charge * total[g];
      toGroup[g] = 0;
      if (gain > most) {
        most = gain;
        best = g;
      }
    }
    this.here = own;
    this.most = most;
    this.best = best;
  }

  private void chooseDirected(int count, int old, double out, double in) {
    double[] totalIn = this.totalIn;
    if (totalIn == null) {
      throw new IllegalStateException("a directed level below an undirected ground");
    }
    double own = this.own - penalty * (out * (totalIn[old] - in) + in * (total[old] - out));
    double most = own + noise;
    int best = old;
    for (int i = 0; i < count; i++) {
      int g = near[i];
      double gain = toGroup[g] - penalty * (out * totalIn[g] + in * total[g]);
      toGroup[g] = 0;
      if (gain > most) {
        most = gain;
        best = g;
      }
    }
    this.here = own;
    this.most = most;
    this.best = best;
  }

  private void move(LeidenLevel level, int v, int[] groupOf) {
    int old = groupOf[v];
    int best = this.best;
    if (size[best]++ == 0) {
      frees--; // only the label on top of the stack is ever offered
    }
    total[best] += level.mass()[v];
    total[old] -= level.mass()[v];
    double[] massIn = level.massIn();
    if (massIn != null && totalIn != null) {
      totalIn[best] += massIn[v];
      totalIn[old] -= massIn[v];
    }
    if (--size[old] == 0) {
      total[old] = 0; // no dust from subtracting
      if (totalIn != null) {
        totalIn[old] = 0;
      }
      free[frees++] = old;
    }
    groupOf[v] = best;
    int[] targets = level.targets();
    byte[] waiting = this.waiting;
    int end = level.offsets()[v + 1];
    for (int a = level.offsets()[v]; a < end; a++) {
      int w = targets[a];
      waiting[w] |= (byte) (groupOf[w] == best ? 0 : 1);
    }
  }

  /**
   * Parts within the groups: starting alone, each node that is still alone joins the part of its
   * group where it gains most, if it does not lose there. Who joins has an edge there and nobody
   * leaves a part that others have joined, so parts are connected.
   *
   * @param partOf filled; labels below the number of nodes
   */
  void refine(LeidenLevel level, int[] groupOf, int[] partOf) {
    progress.step(++steps, -1);
    int n = level.nodes();
    int[] offsets = level.offsets();
    double[] massIn = level.massIn();
    byte[] settled = this.waiting;
    Arrays.fill(settled, 0, n, (byte) 0);
    System.arraycopy(level.mass(), 0, total, 0, n);
    if (massIn != null && totalIn != null) {
      System.arraycopy(massIn, 0, totalIn, 0, n);
    }
    for (int v = 0; v < n; v++) {
      partOf[v] = v;
    }
    for (int v = 0; v < n; v++) {
      if (settled[v] != 0) {
        continue;
      }
      int near = gatherWithin(level, v, groupOf, partOf);
      double out = level.mass()[v];
      if (massIn == null || totalIn == null) {
        choosePart(near, v, out);
      } else {
        chooseDirectedPart(near, v, out, massIn[v], totalIn);
      }
      if (best != v) {
        partOf[v] = best;
        total[best] += out;
        if (massIn != null && totalIn != null) {
          totalIn[best] += massIn[v];
        }
        settled[best] = 1;
      }
    }
  }

  /* Sums weights by part of those targets that are in the node's group. */
  private int gatherWithin(LeidenLevel level, int v, int[] groupOf, int[] partOf) {
    int[] targets = level.targets();
    double[] weights = level.weights();
    int[] others = this.others;
    int group = groupOf[v];
    int end = level.offsets()[v + 1];
    int count = 0;
    if (weights == null) {
      for (int a = level.offsets()[v]; a < end; a++) {
        int w = targets[a];
        others[count] = w;
        count += 1 - Math.min(1, groupOf[w] ^ group);
      }
      for (int i = 0; i < count; i++) {
        others[i] = partOf[others[i]];
      }
      return sum(count);
    }
    double[] toPart = this.toGroup;
    int[] near = this.near;
    int parts = 0;
    for (int a = level.offsets()[v]; a < end; a++) {
      others[count] = a;
      count += 1 - Math.min(1, groupOf[targets[a]] ^ group);
    }
    for (int i = 0; i < count; i++) {
      int a = others[i];
      int p = partOf[targets[a]];
      double before = toPart[p];
      near[parts] = p;
      parts += before == 0 ? 1 : 0;
      toPart[p] = before + weights[a];
    }
    return parts;
  }

  private void choosePart(int count, int v, double mass) {
    double charge = penalty * mass;
    double most = -noise;
    int best = v;
    for (int i = 0; i < count; i++) {
      int p = near[i];
      double gain = toGroup[p] - charge * total[p];
      toGroup[p] = 0;
      if (gain > most) {
        most = gain;
        best = p;
      }
    }
    this.best = best;
  }

  private void chooseDirectedPart(int count, int v, double out, double in, double[] totalIn) {
    double most = -noise;
    int best = v;
    for (int i = 0; i < count; i++) {
      int p = near[i];
      double gain = toGroup[p] - penalty * (out * totalIn[p] + in * total[p]);
      toGroup[p] = 0;
      if (gain > most) {
        most = gain;
        best = p;
      }
    }
    this.best = best;
  }
}

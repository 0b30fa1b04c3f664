package dev.sextant.kernels;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/* Moving nodes between groups, the first phase of a Leiden level. One instance serves all levels and
 * rounds, so that nothing is allocated in between.
 *
 * Gains are in units of edge weight. Moving v, taken out, into a group D gains
 *     w(v, D) - penalty * mass(v) * mass(D)
 * or, directed, with rows that hold both directions added,
 *     w(v, D) - penalty * (massOut(v) massIn(D) + massIn(v) massOut(D)).
 *
 * Why it is fast: weights to the neighbouring groups are gathered in one dense array by group
 * number, all zeros between nodes; the numbers touched are remembered without a branch (the place
 * after the last is written always, and counts only if the group is new). Nodes wait in an array in
 * place of a queue, so that they are visited in the order in which their rows lie in memory.
 *
 * Who waits: in the paper, the neighbours of a moved node that are not in its new group. Here a visit
 * leaves behind by how much the node's group beat the next best, its slack, and a neighbour that moves
 * takes from it what its tie can change: the weight if it comes from another group, twice if it leaves
 * the node's own; if it comes into that group, it gives the weight. A node is visited again when the
 * slack is used up, before which none of the paper's visits would move it but for changed masses, which
 * the paper lets pass as well: hubs, which nearly always have a neighbour that moved, are left in
 * peace. Slacks are whole numbers, where
 * weights are not all 1 of a unit that is a power of two and some 2^-29 of all weight: rounded so that a
 * visit comes too soon and not too late, and of whole weights as if they were counted. */
final class LeidenMoves {
  /** Slack of a node never visited: no neighbours can make up for it. */
  private static final int NEVER = Integer.MIN_VALUE / 2;

  /** All weight, both ends of an edge counted, has slack below twice two to this. */
  private static final int BITS = 28;

  private final double penalty;
  private final double noise; // smaller gains are rounding
  private final double unit; // slack of a weight of 1, where weights are not all 1
  private final Progress progress;
  private final LeidenSums sums;
  private double own; // weight to the node's own group
  private final double[] total; // mass by group
  private final double @Nullable [] totalIn;
  private final int[] size; // nodes of the level by group
  private final int[] slack; // below 0: waiting
  private final int[] free; // labels without nodes, as a stack
  private int frees;
  private int best; // where the node in hand should go
  private double most; // what it gains there
  private double next; // what it gains at the next best place
  private double here; // what it gains where it is
  private long steps;

  LeidenMoves(LeidenGround ground, LeidenSums sums, Progress progress) {
    int n = ground.level.nodes();
    this.penalty = ground.penalty;
    this.noise = ground.noise;
    // Of a double: a float would be 0 or infinite where weights are above 2^177 or below 2^-99.
    this.unit =
        Math.scalb(1.0, Math.min(Double.MAX_EXPONENT, BITS - Math.getExponent(ground.twice)));
    this.progress = progress;
    this.sums = sums;
    this.total = sums.total;
    this.totalIn = sums.totalIn;
    this.size = new int[n];
    this.slack = new int[n];
    this.free = new int[n];
  }

  /**
   * Moves nodes until a sweep over those waiting gains no more than enough; with 0, until none
   * waits that gains.
   *
   * @param groupOf labels below the number of nodes; changed
   */
  void moveNodes(LeidenLevel level, int[] groupOf, double enough) {
    begin(level, groupOf);
    double gained;
    do {
      gained = sweep(level, groupOf);
    } while (gained > enough);
  }

  /**
   * As {@link #moveNodes}, from single nodes and for a first sketch: if the second sweep gains more
   * than the first, nodes are running together into a few large groups (dense graphs without small
   * groups), and it is the last; smaller groups joined as wholes at the next level do better.
   *
   * @param joined filled with the labels after the first sweep
   */
  void sketchNodes(LeidenLevel level, int[] groupOf, double enough, int[] joined) {
    begin(level, groupOf);
    int[] split = level.split();
    double first = split == null ? sweep(level, groupOf) : firstSweep(level, groupOf, split);
    System.arraycopy(groupOf, 0, joined, 0, level.nodes());
    if (first <= enough) {
      return;
    }
    double gained = sweep(level, groupOf);
    if (gained > first) {
      return;
    }
    while (gained > enough) {
      gained = sweep(level, groupOf);
    }
  }

  private void begin(LeidenLevel level, int[] groupOf) {
    count(level, groupOf);
    Arrays.fill(slack, 0, level.nodes(), NEVER);
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
    progress.step(++steps, -1);
    int[] offsets = level.offsets();
    boolean counted = level.weights() == null;
    double unit = counted ? 1 : this.unit;
    double gained = 0;
    for (int v = 0; v < level.nodes(); v++) {
      if (slack[v] >= 0) {
        continue;
      }
      int old = groupOf[v];
      int near = gather(level, offsets[v], offsets[v + 1], groupOf, old);
      if (counted) {
        chooseCounted(near, old, level.mass()[v]);
      } else if (level.massIn() == null) {
        choose(near, old, level.mass()[v]);
      } else {
        chooseDirected(near, old, level.mass()[v], level.massIn()[v]);
      }
      gained += settle(level, v, groupOf, unit, offsets[v + 1]);
    }
    return gained;
  }

  /* A sweep from single nodes, where all weights are 1: a neighbour of a higher number has not been
   * visited, so its label is its own, and its slack need not be told. To a group that only such a
   * neighbour is in leads one edge, so that of all of these the two lightest are enough to know what
   * choosing from all would choose, and by how much. */
  private double firstSweep(LeidenLevel level, int[] groupOf, int[] split) {
    progress.step(++steps, -1);
    int[] offsets = level.offsets();
    int[] targets = level.targets();
    int[] counts = sums.counts;
    int[] near = sums.near;
    double gained = 0;
    for (int v = 0; v < level.nodes(); v++) {
      int middle = split[v];
      int groups = 0;
      counts[v] = 1; // is there already, so that it is not listed
      for (int a = offsets[v]; a < middle; a++) {
        int g = groupOf[targets[a]];
        int before = counts[g];
        near[groups] = g;
        groups += before == 0 ? 1 : 0;
        counts[g] = before + 1;
      }
      own = counts[v] - 1;
      counts[v] = 0;
      sums.lightest(targets, middle, offsets[v + 1]);
      double mass = level.mass()[v];
      chooseCounted(groups, v, mass);
      consider(1 - penalty * mass * sums.lightestMass, sums.lightest);
      consider(1 - penalty * mass * sums.secondMass, v);
      gained += settle(level, v, groupOf, 1, middle);
    }
    return gained;
  }

  /* One more gain after those chosen from; one that is not a number counts for nothing. */
  private void consider(double gain, int group) {
    if (gain > next) {
      next = Math.min(gain, most);
      if (gain > most) {
        most = gain;
        best = group;
      }
    }
  }

  /* Moves the node in hand where it should go; neighbours up to an arc are told. Returns the gain. */
  private double settle(LeidenLevel level, int v, int[] groupOf, double unit, int end) {
    int old = groupOf[v];
    if (most < 0 && size[old] > 1) {
      best = free[frees - 1]; // alone: no gain, no loss
      most = 0;
    }
    slack[v] = (int) (unit * Math.max(0, most - Math.max(0, next)));
    if (best == old) {
      return 0;
    }
    move(level, v, groupOf);
    spend(level, v, end, groupOf, old);
    return most - here;
  }

  /* Sums weights by group of the target; returns how many groups are near. Without weights, which is
   * the largest level, most neighbours are in the node's own group soon, and adding to the same place
   * again and again would wait for the addition before: they are told apart and counted instead. That
   * a label differs is added as a number: a first sweep, when all differ, would have the compiler make
   * a jump of the question, which later sweeps could not foretell. */
  private int gather(LeidenLevel level, int start, int end, int[] groupOf, int old) {
    int[] targets = level.targets();
    double[] weights = level.weights();
    if (weights == null) {
      int[] others = sums.others;
      int count = 0;
      for (int a = start; a < end; a++) {
        int g = groupOf[targets[a]];
        others[count] = g;
        count += Math.min(1, g ^ old);
      }
      own = end - start - count;
      return sums.count(count);
    }
    double[] to = sums.to;
    int[] near = sums.near;
    int count = 0;
    for (int a = start; a < end; a++) {
      int g = groupOf[targets[a]];
      double before = to[g];
      near[count] = g;
      count += before == 0 ? 1 : 0;
      to[g] = before + weights[a];
    }
    own = to[old];
    to[old] = Double.NEGATIVE_INFINITY; // competes with the node taken out, and is not next best
    return count;
  }

  private void chosen(double here, double most, double next, int best) {
    this.here = here;
    this.most = most;
    this.next = next;
    this.best = best;
  }

  /* The group a node is in competes with the node taken out of it. A loop for counts and one for sums:
   * read through one array, whole numbers would have to be made doubles at every neighbour. */
  private void chooseCounted(int count, int old, double mass) {
    int[] counts = sums.counts;
    double[] total = this.total;
    double charge = penalty * mass;
    int[] near = sums.near;
    double own = this.own - charge * (total[old] - mass);
    double most = own + noise;
    double next = Double.NEGATIVE_INFINITY;
    int best = old;
    for (int i = 0; i < count; i++) {
      int g = near[i];
      double gain = counts[g] - charge * total[g];
      counts[g] = 0;
      if (gain > next) {
        next = Math.min(gain, most);
        if (gain > most) {
          most = gain;
          best = g;
        }
      }
    }
    chosen(own, most, next, best);
  }

  private void choose(int count, int old, double mass) {
    double[] to = sums.to;
    double[] total = this.total;
    double charge = penalty * mass;
    int[] near = sums.near;
    double own = this.own - charge * (total[old] - mass);
    double most = own + noise;
    double next = Double.NEGATIVE_INFINITY;
    int best = old;
    for (int i = 0; i < count; i++) {
      int g = near[i];
      double gain = to[g] - charge * total[g];
      to[g] = 0;
      if (gain > next) {
        next = Math.min(gain, most);
        if (gain > most) {
          most = gain;
          best = g;
        }
      }
    }
    to[old] = 0;
    chosen(own, most, next, best);
  }

  private void chooseDirected(int count, int old, double out, double in) {
    double[] to = sums.to;
    double[] totalIn = this.totalIn;
    if (totalIn == null) {
      throw new IllegalStateException("a directed level below an undirected ground");
    }
    int[] near = sums.near;
    double own = this.own - penalty * (out * (totalIn[old] - in) + in * (total[old] - out));
    double most = own + noise;
    double next = Double.NEGATIVE_INFINITY;
    int best = old;
    for (int i = 0; i < count; i++) {
      int g = near[i];
      double gain = to[g] - penalty * (out * totalIn[g] + in * total[g]);
      to[g] = 0;
      if (gain > next) {
        next = Math.min(gain, most);
        if (gain > most) {
          most = gain;
          best = g;
        }
      }
    }
    to[old] = 0;
    chosen(own, most, next, best);
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
  }

  /* A neighbour's slack: up by the weight in the new group, down twice in the old one, down elsewhere. */
  private void spend(LeidenLevel level, int v, int end, int[] groupOf, int old) {
    int best = this.best;
    int[] targets = level.targets();
    double[] weights = level.weights();
    int[] slack = this.slack;
    if (weights == null) {
      for (int a = level.offsets()[v]; a < end; a++) {
        int w = targets[a];
        int g = groupOf[w];
        slack[w] += Math.min(1, g ^ old) - 2 * Math.min(1, g ^ best);
      }
    } else {
      for (int a = level.offsets()[v]; a < end; a++) {
        int w = targets[a];
        int g = groupOf[w];
        double exact = unit * weights[a];
        int whole = (int) exact;
        int spent = whole < exact ? whole + 1 : whole;
        slack[w] += g == best ? whole : g == old ? -2 * spent : -spent;
      }
    }
  }
}

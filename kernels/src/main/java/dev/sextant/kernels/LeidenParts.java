package dev.sextant.kernels;

import java.util.Arrays;

/* Connected parts within groups, along which a Leiden level is folded: the second phase. */
final class LeidenParts {
  private final double penalty;
  private final double noise;
  private final LeidenSums sums;
  private final byte[] settled; // 1: a part that others have joined
  private int best;

  LeidenParts(LeidenGround ground, LeidenSums sums) {
    this.penalty = ground.penalty;
    this.noise = ground.noise;
    this.sums = sums;
    this.settled = new byte[ground.level.nodes()];
  }

  /**
   * Parts within the groups: starting alone, each node that is still alone joins the part of its
   * group where it gains most, if it does not lose there. Who joins has an edge there and nobody
   * leaves a part that others have joined, so parts are connected.
   *
   * @param partOf filled; labels below the number of nodes
   */
  void refine(LeidenLevel level, int[] groupOf, int[] partOf) {
    int n = level.nodes();
    int[] offsets = level.offsets();
    double[] massIn = level.massIn();
    double[] total = sums.total;
    double[] totalIn = sums.totalIn;
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
      if (level.weights() == null) {
        chooseCounted(near, v, out);
      } else if (massIn == null || totalIn == null) {
        choose(near, v, out);
      } else {
        chooseDirected(near, v, out, massIn[v], totalIn);
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
    int[] others = sums.others;
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
      return sums.count(count);
    }
    double[] toPart = sums.to;
    int[] near = sums.near;
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

  private void chooseCounted(int count, int v, double mass) {
    int[] counts = sums.counts;
    double[] total = sums.total;
    double charge = penalty * mass;
    int[] near = sums.near;
    double most = -noise;
    int best = v;
    for (int i = 0; i < count; i++) {
      int p = near[i];
      double gain = counts[p] - charge * total[p];
      counts[p] = 0;
      if (gain > most) {
        most = gain;
        best = p;
      }
    }
    this.best = best;
  }

  private void choose(int count, int v, double mass) {
    double[] to = sums.to;
    double[] total = sums.total;
    double charge = penalty * mass;
    int[] near = sums.near;
    double most = -noise;
    int best = v;
    for (int i = 0; i < count; i++) {
      int p = near[i];
      double gain = to[p] - charge * total[p];
      to[p] = 0;
      if (gain > most) {
        most = gain;
        best = p;
      }
    }
    this.best = best;
  }

  private void chooseDirected(int count, int v, double out, double in, double[] totalIn) {
    double[] to = sums.to;
    double[] total = sums.total;
    int[] near = sums.near;
    double most = -noise;
    int best = v;
    for (int i = 0; i < count; i++) {
      int p = near[i];
      double gain = to[p] - penalty * (out * totalIn[p] + in * total[p]);
      to[p] = 0;
      if (gain > most) {
        most = gain;
        best = p;
      }
    }
    this.best = best;
  }

  /**
   * Parts of nodes that joined each other in a first sweep and are in one group still: each node is
   * tied to its first neighbour of that kind, and what is tied together is a part. Parts are
   * connected, if not always all that is connected; reading a row ends where a neighbour is found.
   *
   * @param joined labels after a first sweep from single nodes
   */
  static int[] joined(LeidenLevel level, int[] groupOf, int[] joined) {
    int[] offsets = level.offsets();
    int[] targets = level.targets();
    int[] above = new int[level.nodes()];
    Arrays.setAll(above, v -> v);
    for (int v = 0; v < above.length; v++) {
      int label = joined[v];
      int end = offsets[v + 1];
      for (int a = offsets[v]; a < end; a++) {
        int w = targets[a];
        if (joined[w] == label && groupOf[w] == groupOf[v]) {
          int one = root(above, v);
          int other = root(above, w);
          above[Math.max(one, other)] = Math.min(one, other);
          break;
        }
      }
    }
    for (int v = 0; v < above.length; v++) {
      above[v] = above[above[v]]; // who is above is smaller and has been told
    }
    return above;
  }

  private static int root(int[] above, int v) {
    int at = v;
    while (above[at] != at) {
      above[at] = above[above[at]];
      at = above[at];
    }
    return at;
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

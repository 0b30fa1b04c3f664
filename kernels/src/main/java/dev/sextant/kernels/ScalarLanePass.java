package dev.sextant.kernels;

import java.util.Arrays;

/** {@link LanePass} in plain code. */
final class ScalarLanePass extends LanePass {
  private final double[] count;
  private final double[] gathered;
  private final double[] share;
  private final double[] sums;

  ScalarLanePass(Rows rows) {
    super(rows);
    int doubles = Math.multiplyExact(LANES, rows.weight().length);
    this.count = new double[doubles];
    this.gathered = new double[doubles];
    this.share = new double[doubles];
    this.sums = new double[doubles];
  }

  @Override
  void met(int source, int lane) {
    count[LANES * source + lane] = 1;
  }

  @Override
  void collect(int node) {
    for (int lane = 0; lane < LANES; lane++) {
      int at = LANES * node + lane;
      sums[at] = Math.fma(sourceWeight[lane], gathered[at] * count[at], sums[at]);
    }
    Arrays.fill(count, LANES * node, LANES * node + LANES, 0);
    Arrays.fill(gathered, LANES * node, LANES * node + LANES, 0);
  }

  @Override
  double[] drain() {
    double[] out = new double[weight.length];
    for (int v = 0; v < out.length; v++) {
      for (int lane = 0; lane < LANES; lane++) {
        out[v] += sums[LANES * v + lane];
      }
    }
    Arrays.fill(sums, 0);
    return out;
  }

  @Override
  int push(int from, int to, boolean byArc) {
    int tail = to;
    for (int i = from; i < to; i++) {
      int v = queue[i];
      int mask = masks[i];
      for (int a = offsets[v]; a < offsets[v + 1]; a++) {
        int w = targets[a];
        int fresh = mask & ~seen[w];
        if (fresh != 0) {
          if (next[w] == 0) {
            queue[tail++] = w;
          }
          next[w] |= (short) fresh;
          add(count, w, count, v, fresh);
          list[listed++] = arc(v, w, fresh & ALL);
        }
      }
      ends[i] = listed;
    }
    return tail;
  }

  @Override
  int pull(int tail, boolean byArc) {
    int end = tail;
    for (int i = 0; i < opened; i++) {
      int w = open[i];
      int wanted = ~seen[w];
      int met = 0;
      for (int a = inOffsets[w]; a < inOffsets[w + 1]; a++) {
        int v = inTargets[a];
        int fresh = wanted & here[v];
        if (fresh != 0) {
          met |= fresh;
          add(count, w, count, v, fresh);
          list[listed++] = arc(v, w, fresh & ALL);
        }
      }
      if (met != 0) {
        next[w] = (short) met;
        queue[end++] = w;
      }
    }
    return end;
  }

  private static void add(double[] into, int w, double[] from, int v, int mask) {
    for (int lane = 0; lane < LANES; lane++) {
      if ((mask >> lane & 1) != 0) {
        into[LANES * w + lane] += from[LANES * v + lane];
      }
    }
  }

  @Override
  boolean share(int from, int to) {
    boolean fits = true;
    for (int i = from; i < to; i++) {
      int v = queue[i];
      int mask = masks[i];
      for (int lane = 0; lane < LANES; lane++) {
        if ((mask >> lane & 1) != 0) {
          int at = LANES * v + lane;
          fits &= count[at] <= MOST_PATHS;
          share[at] = weight[v] / count[at] + gathered[at];
        }
      }
    }
    return fits;
  }

  @Override
  void gather(int from, int to, int first) {
    double[] sum = new double[LANES];
    int k = first;
    for (int i = from; i < to; i++) {
      int v = queue[i];
      Arrays.fill(sum, 0);
      for (; k < ends[i]; k++) {
        for (int lane = 0; lane < LANES; lane++) {
          if ((list[k] >> lane & 1) != 0) {
            sum[lane] += share[LANES * farther(list[k]) + lane];
          }
        }
      }
      for (int lane = 0; lane < LANES; lane++) {
        if ((masks[i] >> lane & 1) != 0) {
          gathered[LANES * v + lane] = sum[lane];
        }
      }
    }
  }

  @Override
  void scatter(int first, int end) {
    for (int k = first; k < end; k++) {
      add(gathered, nearer(list[k]), share, farther(list[k]), (int) list[k]);
    }
  }
}

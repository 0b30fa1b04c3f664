package dev.sextant.kernels.time;

import java.util.Arrays;

/* Triples round a middle node of which exactly two lead to the same other node, in linear time. As
 * the third tie, to node x in direction d, comes at time T, these are wanted over the ties i before j
 * within delta of T, by directions:
 *   same pair first:  i and j lead to one node, not x:    all such pairs less those to x;
 *   split by middle:  i leads to x, j does not:           pairs with i at x less those to x;
 *   same pair last:   j leads to x, i does not:           pairs with j at x less those to x.
 * "Pairs with both at x" is kept by node. "Pairs with i at x, j anything" is a sum over i at x of the
 * ties that came after i: (ties until now) - (ties until i), so a sum and a count by node tell it.
 * Likewise "pairs with j at x": (ties before j) - (ties before the window). So a tie enters, asks and
 * leaves at a constant cost. Ties of one moment ask first and enter together. */
final class StarCount {
  /** Ties by node, in time, with how many came before and until then, by direction. */
  static final class Events {
    private final int[] start;
    private final int[] other;
    private final byte[] in;
    private final long[] time;

    Events(TimedTies ties) {
      int n = ties.nodes();
      start = new int[n + 1];
      if (ties.size() > (Integer.MAX_VALUE - 16) / 2) {
        throw new dev.sextant.kernels.BadGraph(
            ties.size() + " ties are more than 2^30, which is what can be indexed by node");
      }
      for (int i = 0; i < ties.size(); i++) {
        start[ties.from(i) + 1]++;
        start[ties.to(i) + 1]++;
      }
      for (int v = 0; v < n; v++) {
        start[v + 1] += start[v];
      }
      other = new int[2 * ties.size()];
      in = new byte[other.length];
      time = new long[other.length];
      int[] next = Arrays.copyOf(start, n);
      for (int i = 0; i < ties.size(); i++) {
        put(next, ties.from(i), ties.to(i), 0, ties.time(i));
        put(next, ties.to(i), ties.from(i), 1, ties.time(i));
      }
    }

    private void put(int[] next, int node, int far, int direction, long when) {
      int at = next[node]++;
      other[at] = far;
      in[at] = (byte) direction;
      time[at] = when;
    }
  }

  /** Pattern by kind (same first, split, same last) and three directions seen from the middle. */
  private static final int[] STAR = stars();

  private static int[] stars() {
    int[] table = new int[24];
    for (int i = 0; i < 24; i++) {
      int kind = i / 8;
      // The middle is 0, the doubled node 1, the single one 2.
      int[] far =
          kind == 0 ? new int[] {1, 1, 2} : kind == 1 ? new int[] {1, 2, 1} : new int[] {2, 1, 1};
      int[] ends = new int[6];
      for (int t = 0; t < 3; t++) {
        boolean inward = (i >> (2 - t) & 1) == 1;
        ends[2 * t] = inward ? far[t] : 0;
        ends[2 * t + 1] = inward ? 0 : far[t];
      }
      table[i] = MotifCount.motif(ends[0], ends[1], ends[2], ends[3], ends[4], ends[5]);
    }
    return table;
  }

  private final Events events;
  private final long[] one; // by node and direction, in the window
  private final long[] both; // by node and two directions: pairs i before j at the node
  private final long[] beforeSum; // by node, directions of i and j: ties before each j at the node
  private final long[] untilSum; // by node, directions of i and j: ties until each i at the node
  private final long[] allBoth = new long[4];
  private final long[] until = new long[2];
  private final long[] outside = new long[2];
  private int[] untilAt0 = new int[16];
  private int[] beforeAt0 = new int[16];

  StarCount(Events events, int nodes) {
    this.events = events;
    one = new long[2 * nodes];
    both = new long[4 * nodes];
    beforeSum = new long[4 * nodes];
    untilSum = new long[4 * nodes];
  }

  void count(int middle, long delta, long[] counts) {
    int first = events.start[middle];
    int last = events.start[middle + 1];
    if (last - first < 3) {
      return;
    }
    moments(first, last);
    Arrays.fill(allBoth, 0);
    Arrays.fill(until, 0);
    Arrays.fill(outside, 0);
    int start = first;
    for (int begin = first; begin < last; ) {
      long now = events.time[begin];
      int end = begin + 1;
      while (end < last && events.time[end] == now) {
        end++;
      }
      while (events.time[start] < now && now - events.time[start] > delta) {
        start = leave(first, start);
      }
      for (int k = begin; k < end; k++) {
        close(events.other[k], events.in[k], counts);
      }
      enter(first, begin, end);
      begin = end;
    }
    for (int i = first; i < last; i++) {
      int x = events.other[i];
      Arrays.fill(one, 2 * x, 2 * x + 2, 0);
      Arrays.fill(both, 4 * x, 4 * x + 4, 0);
      Arrays.fill(beforeSum, 4 * x, 4 * x + 4, 0);
      Arrays.fill(untilSum, 4 * x, 4 * x + 4, 0);
    }
  }

  /** Outward ties before each tie's moment, and until its end; inward ones follow from places. */
  private void moments(int first, int last) {
    int size = last - first;
    if (size > beforeAt0.length) {
      beforeAt0 = new int[Math.max(size, 2 * beforeAt0.length)];
      untilAt0 = new int[beforeAt0.length];
      beforeAll = new int[beforeAt0.length];
      untilAll = new int[beforeAt0.length];
    }
    int outward = 0;
    for (int begin = first; begin < last; ) {
      int end = begin;
      int before = outward;
      while (end < last && events.time[end] == events.time[begin]) {
        outward += events.in[end++] == 0 ? 1 : 0;
      }
      for (int i = begin; i < end; i++) {
        beforeAt0[i - first] = before;
        untilAt0[i - first] = outward;
        beforeAll[i - first] = begin - first;
        untilAll[i - first] = end - first;
      }
      begin = end;
    }
  }

  private int[] beforeAll = new int[16];
  private int[] untilAll = new int[16];

  private long before(int i, int direction) {
    return direction == 0 ? beforeAt0[i] : beforeAll[i] - beforeAt0[i];
  }

  private long until(int i, int direction) {
    return direction == 0 ? untilAt0[i] : untilAll[i] - untilAt0[i];
  }

  private void enter(int first, int begin, int end) {
    for (int j = begin; j < end; j++) {
      int x = events.other[j];
      int d = events.in[j];
      for (int i = 0; i < 2; i++) {
        both[4 * x + 2 * i + d] += one[2 * x + i];
        allBoth[2 * i + d] += one[2 * x + i];
        beforeSum[4 * x + 2 * i + d] += before(j - first, i);
        untilSum[4 * x + 2 * d + i] += until(j - first, i);
      }
    }
    for (int j = begin; j < end; j++) {
      one[2 * events.other[j] + events.in[j]]++;
      until[events.in[j]]++;
    }
  }

  /** The oldest moment leaves; answers where the next begins. */
  private int leave(int first, int start) {
    int end = first + untilAll[start - first];
    for (int i = start; i < end; i++) {
      one[2 * events.other[i] + events.in[i]]--;
      outside[events.in[i]]++;
    }
    for (int i = start; i < end; i++) {
      int x = events.other[i];
      int d = events.in[i];
      for (int j = 0; j < 2; j++) {
        both[4 * x + 2 * d + j] -= one[2 * x + j];
        allBoth[2 * d + j] -= one[2 * x + j];
        beforeSum[4 * x + 2 * j + d] -= before(i - first, j);
        untilSum[4 * x + 2 * d + j] -= until(i - first, j);
      }
    }
    return end;
  }

  private void close(int x, int k, long[] counts) {
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        int at = 2 * i + j;
        long here = both[4 * x + at];
        int row = 4 * i + 2 * j + k;
        long split = one[2 * x + i] * until[j] - untilSum[4 * x + at] - here;
        long lasting = beforeSum[4 * x + at] - one[2 * x + j] * outside[i] - here;
        counts[STAR[row]] += allBoth[at] - here;
        counts[STAR[8 + row]] += split;
        counts[STAR[16 + row]] += lasting;
      }
    }
  }
}

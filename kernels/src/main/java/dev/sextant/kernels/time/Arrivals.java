package dev.sextant.kernels.time;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Cancelled;
import dev.sextant.kernels.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who could have passed something on to whom, by ties in the order in which they happened.
 *
 * <p>What: a time-respecting path uses ties at ever later times; ties of one moment do not pass on
 * to each other. A tie leads from its source to its target, or both ways if asked. <i>Arrival</i>
 * is the earliest time by which something that starts from a node, from a given time on, can be at
 * another. <i>Reach</i> counts nodes that can be reached, and those that can reach (P. Holme, J.
 * Saramaki 2012, doi:10.1016/j.physrep.2012.03.001). <i>Betweenness</i> counts, over ordered pairs,
 * the share of paths of fewest ties, and among them of all ways through time, that a node lies on
 * (shortest, strict: S. Buss et al. 2020, doi:10.1145/3394486.3403259). Cost for t ties, n nodes:
 * arrival O(t) a source; reach O(n t / 64) time and n^2 / 4 bits; betweenness O(n (t + sum over
 * nodes of ties in times ties out)) time and O(t) memory, for small networks. Exact. Deterministic.
 * No seed.
 *
 * <p>When ties are missing: one missing link breaks every path over it; who is not reached here may
 * have been told otherwise.
 */
public final class Arrivals {
  /** Not within reach. */
  public static final long NEVER = Long.MAX_VALUE;

  private Arrivals() {}

  /**
   * Earliest arrivals.
   *
   * @param start ties before it do not count
   * @return by node; {@code Long.MIN_VALUE} at the source, {@link #NEVER} out of reach
   */
  public static long[] earliest(TimedTies ties, int source, long start, boolean bothWays) {
    if (source < 0 || source >= ties.nodes()) {
      throw new BadGraph("node " + source + " leaves the nodes 0.." + (ties.nodes() - 1));
    }
    long[] arrival = new long[ties.nodes()];
    Arrays.fill(arrival, NEVER);
    arrival[source] = Long.MIN_VALUE;
    for (int i = ties.firstAt(start); i < ties.size(); i++) {
      int u = ties.from(i);
      int v = ties.to(i);
      long when = ties.time(i);
      // Who arrives at this moment has arrival == when and passes nothing on before the next.
      if (arrival[u] < when && arrival[v] > when) {
        arrival[v] = when;
      } else if (bothWays && arrival[v] < when && arrival[u] > when) {
        arrival[u] = when;
      }
    }
    return arrival;
  }

  /**
   * Reach. Arrays belong to the result.
   *
   * @param reaches by node: how many others it can reach
   * @param reachedBy by node: how many others can reach it
   * @param share of ordered pairs that can
   */
  public record Reach(int[] reaches, int[] reachedBy, double share) {}

  /**
   * Everybody's reach: 64 sources a pass over the ties.
   *
   * @throws Cancelled if progress says stop; it hears of every pass
   */
  public static Reach reach(TimedTies ties, boolean bothWays, Progress progress) {
    int n = ties.nodes();
    int[] reaches = new int[n];
    int[] reachedBy = new int[n];
    long[] met = new long[n];
    long[] come = new long[n];
    for (int first = 0; first < n; first += Long.SIZE) {
      Arrays.fill(met, 0);
      int count = Math.min(Long.SIZE, n - first);
      for (int s = 0; s < count; s++) {
        met[first + s] |= 1L << s;
      }
      for (int begin = 0; begin < ties.size(); ) {
        int end = ties.endOfMoment(begin);
        for (int i = begin; i < end; i++) {
          come[ties.to(i)] |= met[ties.from(i)];
          if (bothWays) {
            come[ties.from(i)] |= met[ties.to(i)];
          }
        }
        for (int i = begin; i < end; i++) {
          met[ties.to(i)] |= come[ties.to(i)];
          met[ties.from(i)] |= come[ties.from(i)];
          come[ties.to(i)] = 0;
          come[ties.from(i)] = 0;
        }
        begin = end;
      }
      for (int v = 0; v < n; v++) {
        reachedBy[v] += Long.bitCount(met[v]);
        for (long bits = met[v]; bits != 0; bits &= bits - 1) {
          reaches[first + Long.numberOfTrailingZeros(bits)]++;
        }
      }
      progress.step(Math.min(n, first + Long.SIZE), n);
    }
    double sum = 0;
    for (int v = 0; v < n; v++) {
      reaches[v]--;
      reachedBy[v]--;
      sum += reaches[v];
    }
    return new Reach(reaches, reachedBy, n < 2 ? 0 : sum / n / (n - 1));
  }

  /**
   * Betweenness, not normalised; ordered pairs.
   *
   * @throws Cancelled if progress says stop; it hears of every source
   */
  public static double[] betweenness(TimedTies ties, boolean bothWays, Progress progress) {
    double[] scores = new double[ties.nodes()];
    Appearances all = new Appearances(ties, bothWays);
    for (int s = 0; s < ties.nodes(); s++) {
      all.from(s, scores);
      progress.step(s + 1L, ties.nodes());
    }
    return scores;
  }

  /* A node as it appears at a moment, just reached by a tie, is what paths run through: paths of
   * fewest ties to an appearance have beginnings of fewest ties, which is not so for nodes. So count
   * paths over appearances breadth-first and give shares back from the last, as U. Brandes 2001,
   * doi:10.1080/0022250X.2001.9990249, does over nodes; a node's pair ends at those of its
   * appearances that are nearest of all. Parallel ties of one moment are one. */
  private static final class Appearances {
    private final int n;
    private final int[] start; // of a node's moments of arrival
    private final long[] moment;
    private final int[] outStart; // of a node's ties out, by time
    private final int[] outTo; // appearance that the tie leads to
    private final long[] outTime;
    private final int[] node;
    private final int[] hops;
    private final double[] paths;
    private final double[] share;
    private final int[] order;
    private final int[] nearest;
    private final double[] all;

    Appearances(TimedTies ties, boolean bothWays) {
      n = ties.nodes();
      List<int[]> ends = new ArrayList<>();
      for (int begin = 0; begin < ties.size(); ) {
        int end = ties.endOfMoment(begin);
        Set<Long> seen = new HashSet<>();
        for (int i = begin; i < end; i++) {
          int u = ties.from(i);
          int v = ties.to(i);
          if (seen.add((long) u << 32 | v)) {
            ends.add(new int[] {u, v, i});
          }
          if (bothWays && seen.add((long) v << 32 | u)) {
            ends.add(new int[] {v, u, i});
          }
        }
        begin = end;
      }
      start = new int[n + 1];
      outStart = new int[n + 1];
      long[] latest = new long[n];
      boolean[] any = new boolean[n];
      int[] place = new int[ends.size()];
      for (int e = 0; e < place.length; e++) {
        int[] tie = ends.get(e);
        long when = ties.time(tie[2]);
        if (!any[tie[1]] || latest[tie[1]] != when) {
          any[tie[1]] = true;
          latest[tie[1]] = when;
          start[tie[1] + 1]++;
        }
        place[e] = start[tie[1] + 1] - 1;
        outStart[tie[0] + 1]++;
      }
      for (int v = 0; v < n; v++) {
        start[v + 1] += start[v];
        outStart[v + 1] += outStart[v];
      }
      int count = start[n];
      moment = new long[count];
      node = new int[count];
      outTo = new int[place.length];
      outTime = new long[place.length];
      int[] next = Arrays.copyOf(outStart, n);
      for (int e = 0; e < place.length; e++) {
        int[] tie = ends.get(e);
        int to = start[tie[1]] + place[e];
        moment[to] = ties.time(tie[2]);
        node[to] = tie[1];
        int at = next[tie[0]]++;
        outTo[at] = to;
        outTime[at] = ties.time(tie[2]);
      }
      hops = new int[count];
      paths = new double[count];
      share = new double[count];
      order = new int[count];
      nearest = new int[n];
      all = new double[n];
    }

    private int after(int v, long when) {
      int low = outStart[v];
      int high = outStart[v + 1];
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (outTime[middle] <= when) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    void from(int source, double[] scores) {
      Arrays.fill(hops, -1);
      Arrays.fill(paths, 0);
      Arrays.fill(share, 0);
      Arrays.fill(nearest, -1);
      Arrays.fill(all, 0);
      int size = meet(outStart[source], outStart[source + 1], 0, 1, source, 0);
      for (int i = 0; i < size; i++) {
        int x = order[i];
        int v = node[x];
        if (nearest[v] < 0) {
          nearest[v] = hops[x];
        }
        all[v] += nearest[v] == hops[x] ? paths[x] : 0;
        size = meet(after(v, moment[x]), outStart[v + 1], hops[x], paths[x], source, size);
      }
      for (int i = size - 1; i >= 0; i--) {
        int x = order[i];
        int v = node[x];
        double sum = 0;
        for (int e = after(v, moment[x]); e < outStart[v + 1]; e++) {
          int y = outTo[e];
          if (hops[y] == hops[x] + 1) {
            int w = node[y];
            double ends = nearest[w] == hops[y] ? 1 / all[w] : 0;
            sum += ends + share[y];
          }
        }
        // Kept per path: each of x's paths goes on in these ways.
        share[x] = sum;
        scores[v] += paths[x] * sum;
      }
    }

    private int meet(int first, int end, int steps, double ways, int source, int met) {
      int size = met;
      for (int e = first; e < end; e++) {
        int y = outTo[e];
        if (node[y] == source) {
          continue;
        }
        if (hops[y] < 0) {
          hops[y] = steps + 1;
          order[size++] = y;
        }
        if (hops[y] == steps + 1) {
          paths[y] += ways;
        }
      }
      return size;
    }
  }
}

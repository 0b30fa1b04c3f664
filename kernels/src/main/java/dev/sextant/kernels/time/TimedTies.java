package dev.sextant.kernels.time;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.SplitMix;
import java.util.Arrays;

/**
 * Ties that happened at a time, each from one node to another: calls, messages, meetings. Ordered
 * by time, then by nodes, whatever the order in which they were given; loops are left out and
 * counted. 16 bytes a tie.
 */
public final class TimedTies {
  private final int nodes;
  private final int[] from;
  private final int[] to;
  private final long[] time;
  private final int loops;

  private TimedTies(int nodes, int[] from, int[] to, long[] time, int loops) {
    this.nodes = nodes;
    this.from = from;
    this.to = to;
    this.time = time;
    this.loops = loops;
  }

  /**
   * Takes ties in any order.
   *
   * @throws BadGraph if the arrays differ in length, or a node is out of range
   */
  public static TimedTies of(int nodes, int[] from, int[] to, long[] time) {
    if (from.length != to.length || from.length != time.length || nodes < 0) {
      throw new BadGraph("sources, targets and times differ in length, or nodes " + nodes + " < 0");
    }
    Integer[] order = new Integer[from.length];
    int kept = 0;
    for (int i = 0; i < from.length; i++) {
      if (from[i] < 0 || from[i] >= nodes || to[i] < 0 || to[i] >= nodes) {
        throw new BadGraph("tie " + from[i] + "-" + to[i] + " leaves the nodes 0.." + (nodes - 1));
      }
      if (from[i] != to[i]) {
        order[kept++] = i;
      }
    }
    Arrays.sort(
        order,
        0,
        kept,
        (a, b) ->
            time[a] != time[b]
                ? Long.compare(time[a], time[b])
                : from[a] != from[b]
                    ? Integer.compare(from[a], from[b])
                    : Integer.compare(to[a], to[b]));
    int[] sources = new int[kept];
    int[] targets = new int[kept];
    long[] times = new long[kept];
    for (int i = 0; i < kept; i++) {
      sources[i] = from[order[i]];
      targets[i] = to[order[i]];
      times[i] = time[order[i]];
    }
    return new TimedTies(nodes, sources, targets, times, from.length - kept);
  }

  /** Number of nodes. */
  public int nodes() {
    return nodes;
  }

  /** Number of ties. */
  public int size() {
    return time.length;
  }

  /** How many of the ties given went from a node to itself. */
  public int loops() {
    return loops;
  }

  /** Who a tie comes from; ties are numbered by time. */
  public int from(int tie) {
    return from[tie];
  }

  /** Who a tie goes to. */
  public int to(int tie) {
    return to[tie];
  }

  /** When it happened. */
  public long time(int tie) {
    return time[tie];
  }

  /** The first tie at or after a time; the number of ties if there is none. */
  public int firstAt(long when) {
    int low = 0;
    int high = time.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (time[middle] < when) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The tie after the last at the same time as one. */
  int endOfMoment(int tie) {
    int end = tie + 1;
    while (end < time.length && time[end] == time[tie]) {
      end++;
    }
    return end;
  }

  /**
   * The graph of some ties, weighted by how many there are between two nodes.
   *
   * @param first the first tie
   * @param end the tie after the last
   */
  public Csr graph(int first, int end, boolean directed) {
    CsrBuilder builder =
        directed
            ? CsrBuilder.directed(nodes, CsrBuilder.Loops.DROP)
            : CsrBuilder.undirected(nodes, CsrBuilder.Loops.DROP);
    for (int i = first; i < end; i++) {
      builder.edge(from[i], to[i], 1);
    }
    return builder.build().graph();
  }

  /** All times, ascending; a copy. */
  public long[] times() {
    return time.clone();
  }

  /** Times of the ties that a node takes part in, ascending. */
  public long[] timesOf(int node) {
    long[] out = new long[time.length];
    int count = 0;
    for (int i = 0; i < time.length; i++) {
      if (from[i] == node || to[i] == node) {
        out[count++] = time[i];
      }
    }
    return Arrays.copyOf(out, count);
  }

  /** The same ties with their times dealt out anew at random: who met whom stays, when does not. */
  public TimedTies shuffled(long seed) {
    int[] order = new int[time.length];
    Arrays.setAll(order, i -> i);
    new SplitMix(seed).shuffle(order, order.length);
    int[] sources = new int[time.length];
    int[] targets = new int[time.length];
    // Times stay in place, ties move to them; within a moment order has no meaning anywhere.
    for (int i = 0; i < order.length; i++) {
      sources[i] = from[order[i]];
      targets[i] = to[order[i]];
    }
    return new TimedTies(nodes, sources, targets, time, loops);
  }
}

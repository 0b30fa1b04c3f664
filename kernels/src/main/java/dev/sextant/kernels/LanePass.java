package dev.sextant.kernels;

import java.util.Arrays;

/* Brandes' algorithm for sixteen sources at once. Every node has one line of sixteen doubles for its
 * path counts and one for its dependencies, a lane for each source, so that one row of the graph is
 * walked once for all sources that meet the node at the same distance. Sources that are near each
 * other meet most nodes at nearly the same distances; a node comes once for each distance at which
 * some lane meets it, with a mask of those lanes.
 *
 * Between two distances there are two ways to walk forwards: either the nodes met last push their
 * counts on, or the nodes not yet met by all lanes pull them. The side with fewer arcs walks (S.
 * Beamer, K. Asanovic and D. Patterson 2012, doi:10.1109/SC.2012.50, for single searches): most
 * nodes lie in the middle distances and need not be walked to reach the few beyond. Every arc that
 * handed a count on is written to a list with its lanes, and the way back goes through that list: it
 * walks no row again, and asks no arc whether it lies on a shortest path. Where rows are long, a
 * node's line stays in its register while its part of the list is gone through; where they are
 * short, the list is gone through as a whole, since loops over one or two arcs cost more in wrong
 * guesses of where they end than lines do in reading them again.
 *
 * Why it is equal to sixteen single searches: a count passes from v to w in exactly the lanes in
 * which v is at this distance and w was not met before, which is the shortest-path test. A share,
 * (weight + dependency) / count of a node, passes back in exactly the lanes in which it is one step
 * farther, so that sums over whole rows add only what lies on shortest paths. Each lane is added to
 * a node's sum once, after the way back: a lane that did not meet the node adds 0. Which way is
 * walked and in which order sums run depends on the graph alone, arc by arc or node by node every
 * line is added to in the same order: with and without vector instructions the same bytes come out. */
abstract class LanePass {
  /** Sources a pass. */
  static final int LANES = 16;

  /** All lanes of a mask. */
  static final int ALL = (1 << LANES) - 1;

  /** Arcs a node below which rows are short; measured, 5 and 16 are some hundredths worse. */
  private static final int SHORT = 8;

  /** Nodes that an entry of the list has bits for. */
  private static final int MOST_NODES = 1 << 24;

  /** Above it, products of path counts could overflow. */
  static final double MOST_PATHS = 1e300;

  final int[] offsets;
  final int[] targets;
  final int[] inOffsets;
  final int[] inTargets;
  final double[] weight; // of nodes, as source and as target
  final short[] seen;
  final short[] here; // lanes in which a node is met at the distance at hand
  final short[] next; // lanes in which a node is met at the distance after it
  int[] queue;
  short[] masks;
  private double[] ofSources;
  final double[] sourceWeight = new double[LANES];
  final int[] open; // nodes that some lane has not met
  int opened = -1; // how many; negative while nobody has asked
  private int[] levels = new int[64];
  private boolean[] byArc = new boolean[64]; // whether the way back from a distance is
  private int[] begin = new int[64]; // of each distance in the list
  private long outArcs; // arcs leaving the nodes of the distance at hand
  private int full; // mask of the lanes in use
  long[] list = new long[64]; // arcs that handed counts on, as arc() writes them
  int[]
      ends; // of a node's arcs in the list, by place in the queue; only where it pushed them itself
  int listed;

  /** Rows of a graph, rows of its reverse (the same arrays if undirected), weights of nodes. */
  record Rows(int[] offsets, int[] targets, int[] inOffsets, int[] inTargets, double[] weight) {}

  LanePass(Rows rows) {
    int n = rows.weight.length;
    if (n > MOST_NODES) {
      throw new BadGraph(n + " nodes in one block: at most " + MOST_NODES + "; take a part");
    }
    this.offsets = rows.offsets;
    this.targets = rows.targets;
    this.inOffsets = rows.inOffsets;
    this.inTargets = rows.inTargets;
    this.weight = rows.weight;
    this.ofSources = rows.weight;
    this.seen = new short[n];
    this.here = new short[n];
    this.next = new short[n];
    this.open = new int[n];
    this.queue = new int[2 * n + LANES];
    this.masks = new short[2 * n + LANES];
    this.ends = new int[2 * n + LANES];
  }

  /** Vector instructions where the machine has eight lanes of doubles, plain code elsewhere. */
  static LanePass of(Rows rows) {
    return of(rows, new LaneLines(rows.weight.length));
  }

  /** As {@link #of(Rows)}, with lines that others have used before. */
  static LanePass of(Rows rows, LaneLines lines) {
    return VectorSupport.lanesOfEight()
        ? new VectorLanePass(rows, lines.take(rows.weight.length))
        : new ScalarLanePass(rows);
  }

  /** Lets nodes weigh otherwise as sources than they do as targets. */
  final void sourcesWeigh(double[] weights) {
    ofSources = weights;
  }

  /**
   * Adds the dependencies of the sources at first to last (at most {@link #LANES}) of a list to the
   * sums.
   */
  final void run(int[] sources, int first, int last) {
    int tail = start(sources, first, last);
    int level = 0;
    int head = 0;
    long unmet = inTargets.length - settle(head, tail);
    levels[0] = 0;
    while (head < tail) {
      grow(level, tail);
      levels[level + 1] = tail;
      begin[level + 1] = listed;
      room(Math.min(unmet, outArcs));
      int end = tail;
      if (unmet > 0 && unmet < outArcs) {
        findOpen();
        mark(here, head, tail);
        byArc[level + 1] = true;
        end = pull(tail, unmet < (long) SHORT * opened);
        unmark(here, head, tail);
      } else if (unmet > 0) {
        byArc[level + 1] = outArcs < (long) SHORT * (tail - head);
        end = push(head, tail, byArc[level + 1]);
      }
      unmet -= settle(tail, end);
      head = tail;
      tail = end;
      level++;
    }
    back(level - 1);
    finish(tail);
    opened = -1;
    listed = 0;
  }

  private int start(int[] sources, int first, int last) {
    full = (1 << last - first) - 1;
    Arrays.fill(sourceWeight, 0);
    for (int lane = 0; lane < last - first; lane++) {
      int source = sources[first + lane];
      met(source, lane);
      sourceWeight[lane] = ofSources[source];
      queue[lane] = source;
      next[source] |= (short) (1 << lane);
    }
    return last - first;
  }

  private void grow(int level, int tail) {
    if (level + 2 >= levels.length) {
      levels = Arrays.copyOf(levels, 2 * levels.length);
      byArc = Arrays.copyOf(byArc, levels.length);
      begin = Arrays.copyOf(begin, levels.length);
    }
    // A distance holds no node twice: there is room if every node comes, and for one that is
    // written beyond those that count.
    if (queue.length - tail <= weight.length) {
      queue = Arrays.copyOf(queue, queue.length + 2 * weight.length + 1);
      masks = Arrays.copyOf(masks, queue.length);
      ends = Arrays.copyOf(ends, queue.length);
    }
  }

  /* For so many arcs more, and one that is written beyond those that count. */
  private void room(long more) {
    long need = listed + more + 1;
    if (need > list.length) {
      long size = Math.min(Integer.MAX_VALUE - 8, Math.max(need, 2L * list.length));
      list = Arrays.copyOf(list, (int) size);
    }
  }

  /** An entry of the list: the nearer node, the farther one, and in which lanes. */
  static long arc(int nearer, int farther, int lanes) {
    return (long) nearer << 40 | (long) farther << 16 | lanes;
  }

  static int nearer(long arc) {
    return (int) (arc >>> 40);
  }

  static int farther(long arc) {
    return (int) (arc >>> 16) & MOST_NODES - 1;
  }

  /**
   * Takes the masks of a distance over, counts its arcs and marks it seen; answers the arcs into
   * nodes now met by all.
   */
  private long settle(int from, int to) {
    long out = 0;
    long met = 0;
    for (int i = from; i < to; i++) {
      int v = queue[i];
      int mask = next[v];
      next[v] = 0;
      masks[i] = (short) mask;
      mask |= seen[v];
      seen[v] = (short) mask;
      out += offsets[v + 1] - offsets[v];
      met += (mask & ALL) == full ? inOffsets[v + 1] - inOffsets[v] : 0;
    }
    outArcs = out;
    return met;
  }

  /* Whether a node stays open is as good as random: each is written, and stays if it counts. */
  private void findOpen() {
    int[] open = this.open;
    int kept = 0;
    if (opened < 0) {
      for (int v = 0; v < seen.length; v++) {
        open[kept] = v;
        kept += (seen[v] & ALL) != full ? 1 : 0;
      }
    } else {
      for (int i = 0; i < opened; i++) {
        int v = open[i];
        open[kept] = v;
        kept += (seen[v] & ALL) != full ? 1 : 0;
      }
    }
    opened = kept;
  }

  private void back(int last) {
    int end = listed;
    for (int d = last; d > 0; d--) {
      int from = levels[d];
      if (!share(from, levels[d + 1])) {
        throw new BadGraph("more than 1e300 shortest paths between two nodes");
      }
      // A source's own dependency is not asked for.
      if (d > 1 && byArc[d]) {
        scatter(begin[d], end);
      } else if (d > 1) {
        gather(levels[d - 1], from, begin[d]);
      }
      end = begin[d];
    }
  }

  private void mark(short[] lanes, int from, int to) {
    for (int i = from; i < to; i++) {
      lanes[queue[i]] = masks[i];
    }
  }

  private void unmark(short[] lanes, int from, int to) {
    for (int i = from; i < to; i++) {
      lanes[queue[i]] = 0;
    }
  }

  /**
   * Nodes of the distance at hand hand their counts on; answers the queue's new end.
   *
   * @param byArc whether rows are short; else the ends of nodes' arcs in the list are asked for
   */
  abstract int push(int from, int to, boolean byArc);

  /**
   * Open nodes take counts from marked neighbours; answers the queue's new end.
   *
   * @param byArc whether rows are short
   */
  abstract int pull(int tail, boolean byArc);

  /** Sets shares of the nodes of one distance; false on overflow. */
  abstract boolean share(int from, int to);

  /**
   * Nodes sum the shares of those they pushed to.
   *
   * @param first place in the list of the first node's first arc
   */
  abstract void gather(int from, int to, int first);

  /** Arcs of the list add the share of the farther node to the sum of the nearer. */
  abstract void scatter(int first, int end);

  /** Sets a source's own count to 1. */
  abstract void met(int source, int lane);

  /**
   * Adds a node's dependencies (shares summed, times its count), which are 0 in lanes that did not
   * meet it, to its sums; sets its lines to 0.
   */
  abstract void collect(int node);

  /* Each node once, at however many distances it was met; in memory's order where most were met. */
  private void finish(int tail) {
    boolean all = tail >= weight.length;
    int count = all ? weight.length : tail;
    for (int i = 0; i < count; i++) {
      int v = all ? i : queue[i];
      if (seen[v] != 0) {
        seen[v] = 0;
        collect(v);
      }
    }
  }

  /** Each node's sum over the lanes, in their order; sets the lanes to 0. */
  abstract double[] drain();
}

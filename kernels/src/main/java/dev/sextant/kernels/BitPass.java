package dev.sextant.kernels;

import java.util.Arrays;

/* Breadth-first search from 512 sources at once (M. Then et al., The More the Merrier, PVLDB 8,
 * 2014, doi:10.14778/2735496.2735507): a node has one line of 512 bits for the sources that have met
 * it and one for those that meet it at the distance at hand; one "or" a row's entry advances all
 * searches. The side with fewer arcs walks, as in LanePass: nodes just met push their bits on, or
 * nodes that some source has not met pull them from their neighbours.
 *
 * Numbers are kept for the node that is met, not for the source: with the arcs turned round, "source
 * s meets v at distance d" says that v reaches s in d steps, so that counting bits gives all sums of
 * v without telling sources apart. Counts are whole numbers; only the harmonic sum has rounding, and
 * it grows by distance within a pass and by pass within a stripe, whatever the machine. */
abstract class BitPass {
  /** Sources a pass. */
  static final int WIDTH = 512;

  static final int LONGS = WIDTH / Long.SIZE;

  final int[] offsets;
  final int[] targets;
  final int[] inOffsets;
  final int[] inTargets;
  private int[] front;
  private int[] ahead;
  private final boolean[] queued;
  private final int[] open;
  private final int[] met; // how many sources of this pass have met the node
  final int[] reached;
  final long[] sum;
  final double[] harmonic;
  final int[] farthest;

  /**
   * @param graph rows along which searches go
   * @param reverse its reverse, the same if undirected
   */
  BitPass(Csr graph, Csr reverse) {
    int n = graph.nodes();
    this.offsets = graph.offsets;
    this.targets = graph.targets;
    this.inOffsets = reverse.offsets;
    this.inTargets = reverse.targets;
    this.front = new int[n];
    this.ahead = new int[n];
    this.queued = new boolean[n];
    this.open = new int[n];
    this.met = new int[n];
    this.reached = new int[n];
    this.sum = new long[n];
    this.harmonic = new double[n];
    this.farthest = new int[n];
  }

  static BitPass of(Csr graph, Csr reverse) {
    return VectorSupport.lanesOfEight()
        ? new VectorBitPass(graph, reverse)
        : new ScalarBitPass(graph, reverse);
  }

  /**
   * Searches from the sources at first to last of a list, at most 512, and adds what nodes are met
   * by.
   */
  final void run(int[] list, int first, int last) {
    int n = met.length;
    int sources = last - first;
    Arrays.fill(met, 0);
    reset();
    int opened = 0;
    long unmet = 0;
    for (int v = 0; v < n; v++) {
      open[opened++] = v;
      unmet += inOffsets[v + 1] - inOffsets[v];
    }
    for (int i = 0; i < sources; i++) {
      int s = list[first + i];
      begin(s, i);
      met[s]++;
      reached[s]++;
      front[i] = s;
    }
    int size = sources;
    for (int d = 1; size > 0; d++) {
      long leaving = 0;
      for (int i = 0; i < size; i++) {
        leaving += offsets[front[i] + 1] - offsets[front[i]];
      }
      int found = 0;
      if (leaving <= unmet) {
        for (int i = 0; i < size; i++) {
          found = push(front[i], ahead, found, queued);
        }
        for (int i = 0; i < found; i++) {
          queued[ahead[i]] = false;
        }
      } else {
        int kept = 0;
        for (int i = 0; i < opened; i++) {
          int w = open[i];
          if (met[w] < sources) {
            open[kept++] = w;
            if (pull(w)) {
              ahead[found++] = w;
            }
          }
        }
        opened = kept;
      }
      for (int i = 0; i < size; i++) {
        clearHere(front[i]);
      }
      int next = 0;
      for (int i = 0; i < found; i++) {
        int w = ahead[i];
        int fresh = settle(w);
        if (fresh > 0) {
          met[w] += fresh;
          reached[w] += fresh;
          sum[w] += (long) fresh * d;
          harmonic[w] += (double) fresh / d;
          farthest[w] = Math.max(farthest[w], d);
          unmet -= met[w] == sources ? inOffsets[w + 1] - inOffsets[w] : 0;
          ahead[next++] = w;
        }
      }
      int[] swap = front;
      front = ahead;
      ahead = swap;
      size = next;
    }
  }

  /**
   * Adds whole numbers to those given, hands out the harmonic sums, and begins anew. Whole numbers
   * may be added by several threads one after another: their sum does not depend on the order.
   */
  final double[] drain(int[] allReached, double[] allSum, double[] allFarthest) {
    double[] out = harmonic.clone();
    synchronized (allReached) {
      for (int v = 0; v < out.length; v++) {
        allReached[v] += reached[v];
        allSum[v] += sum[v];
        allFarthest[v] = Math.max(allFarthest[v], farthest[v]);
      }
    }
    Arrays.fill(reached, 0);
    Arrays.fill(sum, 0);
    Arrays.fill(harmonic, 0);
    Arrays.fill(farthest, 0);
    return out;
  }

  /** Forgets all bits. */
  abstract void reset();

  /** Lets a source meet itself. */
  abstract void begin(int node, int bit);

  /** Ors a node's bits at hand into its neighbours' bits to come; lists those not listed yet. */
  abstract int push(int v, int[] list, int size, boolean[] listed);

  /** Ors the bits at hand of a node's neighbours into its bits to come; false if there are none. */
  abstract boolean pull(int w);

  /** Makes the bits to come, without those met before, the bits at hand; answers how many. */
  abstract int settle(int w);

  /** Forgets a node's bits at hand. */
  abstract void clearHere(int v);
}

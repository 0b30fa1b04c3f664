package dev.sextant.kernels;

import java.util.Arrays;

/* Breadth-first search from 64 sources at once: a node has one long of bits for the sources that have
 * met it, and one for those that meet it at the distance at hand; "or" along an arc advances all
 * searches. The side with fewer arcs walks: nodes just met push their bits on, or nodes that some
 * source has not met pull them from their neighbours, stopping as soon as all sources have come (S.
 * Beamer, K. Asanovic and D. Patterson 2012, doi:10.1109/SC.2012.50). What a
 * source's distances come to is summed from the table when all are there. */
final class HopWaves {
  private final Csr graph;
  private final int[] offsets;
  private final int[] targets;
  private final int[] inOffsets;
  private final int[] inTargets;
  private final HopTable table;
  private final LaneStore store;
  private final long[] seen;
  private final long[] here;
  private final long[] next;
  private int[] front;
  private int[] ahead;
  private int[] open;
  private int opened;

  private HopWaves(Csr graph, HopTable table) {
    int n = graph.nodes();
    Csr reverse = graph.reverse();
    this.graph = graph;
    this.offsets = graph.offsets;
    this.targets = graph.targets;
    this.inOffsets = reverse.offsets;
    this.inTargets = reverse.targets;
    this.table = table;
    this.store = VectorSupport.lanesOfEight() ? new VectorLaneStore() : new LaneStore();
    this.seen = new long[n];
    this.here = new long[n];
    this.next = new long[n];
    this.front = new int[n];
    this.ahead = new int[n];
    this.open = new int[n];
  }

  static HopDistances.Result compute(Csr graph, int[] sources, Progress progress) {
    int n = graph.nodes();
    for (int source : sources) {
      if (source < 0 || source >= n) {
        throw new BadGraph("source " + source + " is not within the nodes 0.." + (n - 1));
      }
    }
    HopTable table = new HopTable(n, sources.length);
    HopWaves waves = new HopWaves(graph, table);
    for (int first = 0; first < sources.length; first += HopTable.LINE) {
      int last = Math.min(sources.length, first + HopTable.LINE);
      waves.run(sources, first, last, progress);
    }
    return new HopDistances.Result(table, sources.length, n);
  }

  private void run(int[] sources, int first, int last, Progress progress) {
    int batch = first / HopTable.LINE;
    long full = last - first == Long.SIZE ? -1L : (1L << (last - first)) - 1;
    Arrays.fill(seen, 0);
    int size = 0;
    for (int i = first; i < last; i++) {
      int s = sources[i];
      if (seen[s] == 0) {
        front[size++] = s;
      }
      seen[s] |= 1L << (i - first);
      here[s] = seen[s];
    }
    long leaving = 0;
    for (int i = 0; i < size; i++) {
      int v = front[i];
      store.write(table, table.line(batch, v), here[v], 0);
      leaving += offsets[v + 1] - offsets[v];
    }
    opened = -1;
    long unmet = inTargets.length;
    for (int d = 1; size > 0; d++) {
      int found = leaving <= unmet / 2 ? push(size) : pull(full);
      if (d > HopTable.FARTHEST && found > 0 && !table.wide()) {
        table.widen();
      }
      for (int i = 0; i < size; i++) {
        here[front[i]] = 0;
      }
      int kept = 0;
      leaving = 0;
      for (int i = 0; i < found; i++) {
        int w = ahead[i];
        long fresh = next[w] & ~seen[w];
        next[w] = 0;
        if (fresh != 0) {
          long all = seen[w] | fresh;
          seen[w] = all;
          here[w] = fresh;
          unmet -= all == full ? inOffsets[w + 1] - inOffsets[w] : 0;
          leaving += offsets[w + 1] - offsets[w];
          store.write(table, table.line(batch, w), fresh, d);
          ahead[kept++] = w;
        }
      }
      int[] swap = front;
      front = ahead;
      ahead = swap;
      size = kept;
      progress.step((long) first * graph.nodes() + d, -1);
    }
    store.tally(table, batch);
  }

  private int push(int size) {
    int found = 0;
    for (int i = 0; i < size; i++) {
      int v = front[i];
      long bits = here[v];
      for (int a = offsets[v]; a < offsets[v + 1]; a++) {
        int w = targets[a];
        long before = next[w];
        if ((bits & ~seen[w] & ~before) != 0) {
          if (before == 0) {
            ahead[found++] = w;
          }
          next[w] = before | bits;
        }
      }
    }
    return found;
  }

  private int pull(long full) {
    if (opened < 0) {
      opened = seen.length;
      for (int v = 0; v < opened; v++) {
        open[v] = v;
      }
    }
    int found = 0;
    int kept = 0;
    for (int i = 0; i < opened; i++) {
      int w = open[i];
      long wanted = full & ~seen[w];
      if (wanted != 0) {
        open[kept++] = w;
        long bits = 0;
        int end = inOffsets[w + 1];
        for (int a = inOffsets[w]; a < end; a++) {
          bits |= here[inTargets[a]];
          if ((wanted & ~bits) == 0) {
            break;
          }
        }
        if ((bits & wanted) != 0) {
          next[w] = bits;
          ahead[found++] = w;
        }
      }
    }
    opened = kept;
    return found;
  }
}

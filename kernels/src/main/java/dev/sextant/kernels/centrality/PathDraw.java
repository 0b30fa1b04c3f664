package dev.sextant.kernels.centrality;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.SplitMix;
import java.util.Arrays;

/* One random shortest path between two random nodes. Searches run from both ends a whole level at a
 * time, on the side whose last level has fewer arcs, counting paths; the first level that meets the
 * other side is finished, so that all arcs that join the two sides are known, each on the product of
 * the counts of its ends many shortest paths. One is drawn in that proportion, and from its ends the
 * way is drawn back to either source, each step in proportion to the counts before.
 *
 * A mark tells question, level and side of a node at once: marks grow by two with every level of any
 * side, so that what is below the first mark of the question is not met yet, and nothing is
 * cleared. */
final class PathDraw {
  /** Marks are begun anew before they could run over. */
  private static final int LAST_MARK = Integer.MAX_VALUE - 4;

  private final int n;
  private final int[][] offsets;
  private final int[][] targets;
  private final int[] mark;
  private final double[] paths;
  private final int[] count;
  private final int[][] queue = {new int[64], new int[64]};
  private final int[] head = new int[2];
  private final int[] tail = new int[2];
  private int[] near = new int[64];
  private int[] far = new int[64];
  private double[] upTo = new double[64];
  private int joins;
  private int last = 1;

  PathDraw(Csr graph, Csr reverse) {
    this.n = graph.nodes();
    this.offsets = new int[][] {graph.sharedOffsets(), reverse.sharedOffsets()};
    this.targets = new int[][] {graph.sharedTargets(), reverse.sharedTargets()};
    this.mark = new int[n];
    this.paths = new double[n];
    this.count = new int[n];
  }

  /** Adds what was counted to a sum and begins anew. */
  void drain(int[] sum) {
    for (int v = 0; v < n; v++) {
      sum[v] += count[v];
      count[v] = 0;
    }
  }

  void draw(SplitMix random) {
    int source = random.below(n);
    int target = random.below(n - 1);
    target += target >= source ? 1 : 0;
    if (last > LAST_MARK - 2 * n) {
      Arrays.fill(mark, 0);
      last = 1;
    }
    long[] ahead = {begin(0, source), 0};
    int begun = last;
    ahead[1] = begin(1, target);
    joins = 0;
    while (ahead[0] > 0 && ahead[1] > 0 && joins == 0) {
      int side = ahead[0] <= ahead[1] ? 0 : 1;
      ahead[side] = advance(side, begun);
      if (joins > 0) {
        double pick = random.unit() * upTo[joins - 1];
        int join = Arrays.binarySearch(upTo, 0, joins, pick);
        join = Math.min(joins - 1, join < 0 ? -join - 1 : join + 1);
        back(side, near[join], begun, random);
        back(1 - side, far[join], begun, random);
      }
    }
  }

  /* Marks are even for the source's side and odd for the target's. */
  private int nextMark(int side) {
    last += (last + 1 & 1) == side ? 1 : 2;
    return last;
  }

  private long begin(int side, int node) {
    mark[node] = nextMark(side);
    paths[node] = 1;
    queue[side][0] = node;
    head[side] = 0;
    tail[side] = 1;
    return (long) offsets[side][node + 1] - offsets[side][node];
  }

  private long advance(int side, int begun) {
    int[] rows = offsets[side];
    int[] heads = targets[side];
    int[] list = queue[side];
    int own = nextMark(side);
    int from = head[side];
    int to = tail[side];
    int end = to;
    long arcs = 0;
    for (int i = from; i < to; i++) {
      int v = list[i];
      int stop = rows[v + 1];
      double ways = paths[v];
      if (end + stop - rows[v] > list.length && list.length < n) {
        list = Arrays.copyOf(list, (int) Math.min(n, 2L * (end + stop - rows[v])));
        queue[side] = list;
      }
      for (int a = rows[v]; a < stop; a++) {
        int w = heads[a];
        int met = mark[w];
        if (met < begun) {
          mark[w] = own;
          paths[w] = ways;
          list[end++] = w;
          arcs += rows[w + 1] - rows[w];
        } else if (met == own) {
          paths[w] += ways;
        } else if ((met & 1) != side) {
          join(v, w);
        }
      }
    }
    head[side] = to;
    tail[side] = end;
    return arcs;
  }

  private void join(int v, int w) {
    if (joins == near.length) {
      near = Arrays.copyOf(near, 2 * joins);
      far = Arrays.copyOf(far, 2 * joins);
      upTo = Arrays.copyOf(upTo, 2 * joins);
    }
    near[joins] = v;
    far[joins] = w;
    upTo[joins] = (joins == 0 ? 0 : upTo[joins - 1]) + paths[v] * paths[w];
    joins++;
  }

  /** Counts a node and the nodes of a random way from it to its side's source, but not that. */
  private void back(int side, int start, int begun, SplitMix random) {
    int[] rows = offsets[1 - side];
    int[] tails = targets[1 - side];
    int v = start;
    int first = begun + side;
    while (mark[v] != first) {
      count[v]++;
      double pick = random.unit() * paths[v];
      int before = -1;
      double sum = 0;
      for (int a = rows[v]; a < rows[v + 1] && (before < 0 || sum <= pick); a++) {
        int w = tails[a];
        // Met earlier by this side: breadth first, that is exactly one level nearer.
        if (mark[w] >= begun && (mark[w] & 1) == side && mark[w] < mark[v]) {
          before = w;
          sum += paths[w];
        }
      }
      v = before;
    }
  }
}

package dev.sextant.kernels.covert;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Partition;
import java.util.Arrays;

/* Levels from the potentials of the best circulation ({@link AgonyFlow}): an arc not at its weight
 * leads down at least one level, an arc with flow at most one, so its cost is tight. These two rules
 * hold for every best levelling and no other. The highest places: from any levelling, lower all
 * levels as far as the rules and 0 let them, a shortest-path search with the rules' slack as
 * lengths. */
final class AgonyLevels {
  private final Csr graph;
  private final int n;
  private final Partition strong;
  private final int[] potential;
  private final int[] arcs; // of the graph, within strong pieces
  private final long[] left; // by such an arc: what may still be put on, what may be taken off

  AgonyLevels(Csr graph, Partition strong, int[] potential, int[] arcs, long[] left) {
    this.graph = graph;
    this.n = graph.nodes();
    this.strong = strong;
    this.potential = potential;
    this.arcs = arcs;
    this.left = left;
  }

  /* Strong pieces in an order in which arcs lead on: levels within a piece follow from potentials,
   * and the piece is put as high as arcs from earlier ones let it. Then all is lowered. */
  int[] levels() {
    int pieces = strong.groups();
    int[] lowest = new int[pieces];
    Arrays.fill(lowest, Integer.MAX_VALUE);
    for (int v = 0; v < n; v++) {
      lowest[strong.groupOf(v)] = Math.min(lowest[strong.groupOf(v)], -potential[v]);
    }
    int[] shift = new int[pieces];
    for (int piece : sorted(pieces)) {
      for (int v : members[piece]) {
        int level = -potential[v] - lowest[piece] + shift[piece];
        for (int a = graph.first(v); a < graph.end(v); a++) {
          int w = graph.target(a);
          int other = strong.groupOf(w);
          if (other != piece) {
            int local = -potential[w] - lowest[other];
            shift[other] = Math.max(shift[other], level + 1 - local);
          }
        }
      }
    }
    int[] levels = new int[n];
    for (int v = 0; v < n; v++) {
      int piece = strong.groupOf(v);
      levels[v] = -potential[v] - lowest[piece] + shift[piece];
    }
    return raised(levels);
  }

  private int[][] members = new int[0][];

  private int[] sorted(int pieces) {
    members = new int[pieces][];
    for (int piece = 0; piece < pieces; piece++) {
      members[piece] = new int[strong.size(piece)];
    }
    int[] filled = new int[pieces];
    int[] into = new int[pieces];
    for (int v = 0; v < n; v++) {
      int piece = strong.groupOf(v);
      members[piece][filled[piece]++] = v;
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int other = strong.groupOf(graph.target(a));
        into[other] += other != piece ? 1 : 0;
      }
    }
    int[] order = new int[pieces];
    int size = 0;
    for (int piece = 0; piece < pieces; piece++) {
      if (into[piece] == 0) {
        order[size++] = piece;
      }
    }
    for (int i = 0; i < size; i++) {
      for (int v : members[order[i]]) {
        for (int a = graph.first(v); a < graph.end(v); a++) {
          int other = strong.groupOf(graph.target(a));
          if (other != order[i] && --into[other] == 0) {
            order[size++] = other;
          }
        }
      }
    }
    return order;
  }

  /* fall(v), how much a level may fall, is at most the level itself; an arc not full from u to v
   * keeps v below u: fall(v) <= fall(u) + slack; an arc with flow keeps u at most one above v. */
  private int[] raised(int[] levels) {
    int[] fall = levels.clone();
    boolean[] full = new boolean[graph.arcs()];
    boolean[] flows = new boolean[graph.arcs()];
    for (int i = 0; i < arcs.length; i++) {
      full[arcs[i]] = left[2 * i] == 0;
      flows[arcs[i]] = left[2 * i + 1] > 0;
    }
    Csr reverse = graph.reverse();
    int most = 0;
    for (int level : levels) {
      most = Math.max(most, level);
    }
    DistanceBuckets buckets = new DistanceBuckets(n);
    for (int v = 0; v < n; v++) {
      buckets.add(v, fall[v]);
    }
    for (int u = buckets.next(fall); u >= 0; u = buckets.next(fall)) {
      for (int a = graph.first(u); a < graph.end(u); a++) {
        int v = graph.target(a);
        if (v != u && !full[a]) {
          lower(v, fall[u] + levels[v] - levels[u] - 1, fall, buckets);
        }
      }
      for (int b = reverse.first(u); b < reverse.end(u); b++) {
        int x = reverse.target(b);
        if (x != u && flows[graph.arc(x, u)]) {
          lower(x, fall[u] + levels[x] + 1 - levels[u], fall, buckets);
        }
      }
    }
    int[] out = new int[n];
    Arrays.setAll(out, v -> levels[v] - fall[v]);
    return out;
  }

  private static void lower(int v, int most, int[] fall, DistanceBuckets buckets) {
    if (most < fall[v]) {
      fall[v] = most;
      buckets.add(v, most);
    }
  }
}

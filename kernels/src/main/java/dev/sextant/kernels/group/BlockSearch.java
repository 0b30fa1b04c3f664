package dev.sextant.kernels.group;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Partition;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.SplitMix;
import java.util.Arrays;

/* Local search for a blockmodel. Between positions r and s lie e of c possible ties; the better of
 * "none belongs" and "all belong" costs min(e, c - e). A node's ties by position tell all that
 * changes when it moves, so a move is judged in O(k) and its best target found in O(k^2); no pass
 * looks at pairs of nodes, except the exchanges, which are tried between neighbours in a random
 * order, each with some a pass.
 *
 * From a random start all blocks look alike, nearly all are nearer to empty, and no single move
 * changes that: the count of inconsistencies is flat there. So each start first climbs by the sum of
 * squares within blocks, c d (1 - d) for density d, which rewards any difference (A. Ziberna 2007,
 * doi:10.1016/j.socnet.2006.04.002), and then from there by inconsistencies. */
final class BlockSearch {
  private final Csr graph;
  private final Csr back;
  private final int k;
  private final SplitMix random;
  private final Progress progress;
  private final int[] at;
  private final long[] size;
  private final long[][] ties;
  private final long[] out; // ties of the node in hand to each position
  private final long[] in;
  private boolean smooth; // whether squares are summed, or inconsistencies counted
  private long steps;

  BlockSearch(Csr graph, int positions, long seed, Progress progress) {
    this.graph = graph;
    this.back = graph.reverse();
    this.k = Math.max(1, Math.min(positions, graph.nodes()));
    this.random = new SplitMix(seed);
    this.progress = progress;
    this.at = new int[graph.nodes()];
    this.size = new long[k];
    this.ties = new long[k][k];
    this.out = new long[k];
    this.in = new long[k];
  }

  Blockmodel.Result best(int starts) {
    int[] best = new int[at.length];
    long least = Long.MAX_VALUE;
    for (int start = 0; start < starts && least > 0; start++) {
      begin();
      smooth = true;
      climb();
      smooth = false;
      climb();
      long cost = (long) cost();
      if (cost < least) {
        least = cost;
        System.arraycopy(at, 0, best, 0, at.length);
      }
    }
    Partition positions = Partition.ofLabels(best);
    for (int v = 0; v < at.length; v++) {
      at[v] = positions.groupOf(v);
    }
    count();
    return new Blockmodel.Result(positions, ties, (long) cost());
  }

  private void begin() {
    for (int v = 0; v < at.length; v++) {
      at[v] = random.below(k);
    }
    count();
  }

  private void count() {
    Arrays.fill(size, 0);
    for (long[] row : ties) {
      Arrays.fill(row, 0);
    }
    for (int v = 0; v < at.length; v++) {
      size[at[v]]++;
      for (int a = graph.first(v); a < graph.end(v); a++) {
        if (graph.target(a) != v) {
          ties[at[v]][at[graph.target(a)]]++;
        }
      }
    }
  }

  private void climb() {
    int n = at.length;
    int[] order = new int[n];
    Arrays.setAll(order, v -> v);
    boolean improved = true;
    while (improved) {
      improved = false;
      random.shuffle(order, n);
      for (int v : order) {
        improved |= relocate(v);
      }
      for (int i = 0; !improved && i < n; i++) {
        for (int j = i + 1; j < Math.min(n, i + 1 + MOST_EXCHANGES); j++) {
          improved |= at[order[i]] != at[order[j]] && exchange(order[i], order[j]);
        }
      }
      progress.step(++steps, -1);
    }
  }

  /**
   * Partners tried by each node in a pass without a move: all of them on graphs up to this size.
   */
  private static final int MOST_EXCHANGES = 200;

  /** Sums of squares that differ by less are equal. */
  private static final double ROUNDING = 1e-7;

  private boolean relocate(int v) {
    int old = at[v];
    take(v);
    double least = charge(old);
    int best = old;
    for (int p = 0; p < k; p++) {
      double charge = p == old ? least : charge(p);
      if (charge < least - ROUNDING) {
        least = charge;
        best = p;
      }
    }
    put(v, best);
    return best != old;
  }

  private boolean exchange(int u, int v) {
    int mine = at[u];
    int its = at[v];
    double before = cost();
    take(u);
    put(u, its);
    take(v);
    put(v, mine);
    if (cost() < before - ROUNDING) {
      return true;
    }
    take(v);
    put(v, its);
    take(u);
    put(u, mine);
    return false;
  }

  /** Takes a node out of its position; its ties by position stay at hand. */
  private void take(int v) {
    gather(v);
    int p = at[v];
    size[p]--;
    for (int q = 0; q < k; q++) {
      ties[p][q] -= out[q];
      ties[q][p] -= in[q];
    }
  }

  /** Puts back the node last taken out. */
  private void put(int v, int p) {
    size[p]++;
    at[v] = p;
    for (int q = 0; q < k; q++) {
      ties[p][q] += out[q];
      ties[q][p] += in[q];
    }
  }

  private void gather(int v) {
    Arrays.fill(out, 0);
    Arrays.fill(in, 0);
    for (int a = graph.first(v); a < graph.end(v); a++) {
      out[at[graph.target(a)]] += graph.target(a) == v ? 0 : 1;
    }
    for (int a = back.first(v); a < back.end(v); a++) {
      in[at[back.target(a)]] += back.target(a) == v ? 0 : 1;
    }
  }

  /** What inconsistencies the node taken out would add in a position. */
  private double charge(int p) {
    double charge = 0;
    for (int q = 0; q < k; q++) {
      if (q == p) {
        long room = size[p] * (size[p] - 1);
        charge += least(ties[p][p] + out[p] + in[p], room + 2 * size[p]) - least(ties[p][p], room);
      } else {
        long room = size[p] * size[q];
        charge += least(ties[p][q] + out[q], room + size[q]) - least(ties[p][q], room);
        charge += least(ties[q][p] + in[q], room + size[q]) - least(ties[q][p], room);
      }
    }
    return charge;
  }

  private double least(long ties, long room) {
    if (!smooth) {
      return Math.min(ties, room - ties);
    }
    return room == 0 ? 0 : ties - (double) ties / room * ties;
  }

  private double cost() {
    double cost = 0;
    for (int p = 0; p < k; p++) {
      for (int q = 0; q < k; q++) {
        cost += least(ties[p][q], p == q ? size[p] * (size[p] - 1) : size[p] * size[q]);
      }
    }
    return cost;
  }
}

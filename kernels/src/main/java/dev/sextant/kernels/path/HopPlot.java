package dev.sextant.kernels.path;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.Arrays;

/**
 * How many pairs of nodes are how many hops apart.
 *
 * <p>What: for every distance, the ordered pairs of different nodes that are exactly so far apart
 * along the arcs; from it the mean distance, the share of pairs that reach each other, and the
 * effective diameter (the distance within which 90% of them lie, between whole distances in
 * proportion; J. Leskovec, J. Kleinberg and C. Faloutsos 2007, doi:10.1145/1217299.1217301).
 * Weights are ignored. Searches run 64 at a time, one bit each (M. Then et al. 2014,
 * doi:10.14778/2735496.2735507). Cost for n nodes and m edges: O(n m / 64) steps for searches that
 * meet the graph together, O(n m) at worst; some 36 bytes a node. Exact. Deterministic. No seed.
 *
 * <p>When ties are missing: distances are overstated, and pairs that reach each other seem not to.
 */
@FunctionalInterface
public interface HopPlot {
  /**
   * Counts.
   *
   * @throws dev.sextant.kernels.Cancelled if progress says stop; it hears of every 64 sources
   */
  Result compute(Csr graph, Progress progress);

  /** Counts every pair. */
  static HopPlot exact() {
    return (graph, progress) -> {
      long[][] pairs = {new long[16]};
      int[] farthest = new int[1];
      new HopCount(graph)
          .forEach(
              (node, hops, sources) -> {
                if (hops >= pairs[0].length) {
                  pairs[0] = Arrays.copyOf(pairs[0], 2 * hops);
                }
                pairs[0][hops] += sources;
                farthest[0] = Math.max(farthest[0], hops);
              },
              progress);
      return new Result(Arrays.copyOf(pairs[0], farthest[0] + 1), graph.nodes());
    };
  }

  /** Pairs by distance. */
  final class Result {
    private final long[] pairs;
    private final int nodes;

    Result(long[] pairs, int nodes) {
      this.pairs = pairs;
      this.nodes = nodes;
    }

    /** The largest distance; 0 if nobody reaches anybody. */
    public int farthest() {
      return pairs.length - 1;
    }

    /** Ordered pairs of different nodes exactly so many hops apart, from 1 to the farthest. */
    public long pairs(int hops) {
      return hops == 0 ? 0 : pairs[hops];
    }

    /** Ordered pairs of different nodes that reach each other. */
    public long reaching() {
      long sum = 0;
      for (long p : pairs) {
        sum += p;
      }
      return sum;
    }

    /** Share of ordered pairs of different nodes that reach each other; 0 if there are none. */
    public double connectedness() {
      return nodes < 2 ? 0 : reaching() / ((double) nodes * (nodes - 1));
    }

    /** Mean distance over the pairs that reach each other; NaN if there are none. */
    public double mean() {
      double sum = 0;
      for (int d = 1; d < pairs.length; d++) {
        sum += (double) d * pairs[d];
      }
      long all = reaching();
      return all == 0 ? Double.NaN : sum / all;
    }

    /** Distance within which 90% of the pairs that reach each other lie; NaN if there are none. */
    public double effective() {
      double wanted = 0.9 * reaching();
      double within = 0;
      for (int d = 1; d < pairs.length; d++) {
        if (within + pairs[d] >= wanted) {
          return d - 1 + (wanted - within) / pairs[d];
        }
        within += pairs[d];
      }
      return Double.NaN;
    }
  }
}

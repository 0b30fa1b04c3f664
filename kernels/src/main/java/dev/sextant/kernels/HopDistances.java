package dev.sextant.kernels;

/**
 * How many steps it is from each of some nodes to every node.
 *
 * <p>What: the number of arcs on a shortest path from each source, along the arcs; weights are
 * ignored; -1 where there is no path. Paper: M. Then et al., The More the Merrier: Efficient
 * Multi-Source Graph Traversal, PVLDB 8, 2014, doi:10.14778/2735496.2735507. Cost for n nodes, m
 * edges, k sources and diameter d: O(k (n + m)) steps at most, of which up to 64 sources share each
 * step; k n bytes, or 4 k n where some node is more than 254 steps away. Exact. Deterministic. No
 * seed.
 *
 * <p>When ties are missing: distances can only be overstated.
 */
@FunctionalInterface
public interface HopDistances {
  /**
   * Measures.
   *
   * @param sources node numbers, in any order; a node may be given twice
   * @throws BadGraph if a source is no node, or the distances do not fit into memory
   * @throws Cancelled if progress says stop; it hears of every distance
   */
  Result compute(Csr graph, int[] sources, Progress progress);

  /** Sixty-four searches at a time, a bit for each. */
  static HopDistances bitParallel() {
    return HopWaves::compute;
  }

  /** A distance for each source and node. */
  final class Result {
    private final HopTable table;
    private final int sources;
    private final int nodes;

    Result(HopTable table, int sources, int nodes) {
      this.table = table;
      this.sources = sources;
      this.nodes = nodes;
    }

    /** How many sources there are. */
    public int sources() {
      return sources;
    }

    /**
     * Steps from a source to a node; -1 if there is no path.
     *
     * @param source its place in the list of sources
     */
    public int distance(int source, int node) {
      java.util.Objects.checkIndex(source, sources);
      java.util.Objects.checkIndex(node, nodes);
      return table.get(source, node);
    }

    /** Distances from a source to every node; a copy. */
    public int[] distances(int source) {
      int[] out = new int[nodes];
      for (int v = 0; v < nodes; v++) {
        out[v] = distance(source, v);
      }
      return out;
    }

    /** How many nodes a source reaches, itself among them. */
    public int reached(int source) {
      return table.reached[source];
    }

    /** Sum of the distances from a source to all that it reaches. */
    public long sum(int source) {
      return table.sum[source];
    }

    /** Steps from a source to the farthest node that it reaches. */
    public int farthest(int source) {
      return table.farthest[source];
    }
  }
}

package dev.sextant.kernels;

/**
 * Where a network falls apart when one node or one edge is taken away.
 *
 * <p>What: a <i>block</i> is a largest set of nodes, two or more, that stays connected whichever
 * one node is removed (a biconnected component); an <i>articulation point</i> is a node in more
 * than one block: without it others lose each other; a <i>bridge</i> is an edge that is a block by
 * itself. Directions, weights and loops are ignored. Paper: J. Hopcroft and R. Tarjan, Algorithm
 * 447, 1973, doi:10.1145/362248.362272. Cost for n nodes and m edges: O(n + m) time and memory, no
 * recursion. Exact. Deterministic. No seed.
 *
 * <p>When ties are missing: an unseen tie round an articulation point makes it none; what is
 * reported is an upper bound on how breakable the true network is.
 */
@FunctionalInterface
public interface Blocks {
  /**
   * Finds the blocks.
   *
   * @throws Cancelled if progress says stop; it hears of every connected component
   */
  Result compute(Csr graph, Progress progress);

  /** By one depth-first walk. */
  static Blocks biconnected() {
    return (graph, progress) -> new BlockWalk(graph.ignoringDirection()).result(progress);
  }

  /**
   * Blocks: first those of a node with no other neighbour, then in the order in which the walk
   * completes them.
   */
  final class Result {
    private final int nodes;
    private final int blocks;
    private final int[] starts;
    private final int[] members;
    private final int[] entries;
    private final int[] blocksOf;

    /**
     * Takes the arrays as they are; what is beyond the last block does not count.
     *
     * @param starts of each block's members, and their end
     * @param members those but the entries; none twice
     * @param entries by block
     */
    Result(int nodes, int blocks, int[] starts, int[] members, int[] entries) {
      this.nodes = nodes;
      this.blocks = blocks;
      this.starts = starts;
      this.members = members;
      this.entries = entries;
      this.blocksOf = new int[nodes];
      for (int i = 0; i < starts[blocks]; i++) {
        blocksOf[members[i]] = 1;
      }
      for (int block = 0; block < blocks; block++) {
        blocksOf[entries[block]]++;
      }
    }

    /** How many nodes the graph has. */
    public int nodes() {
      return nodes;
    }

    /** How many blocks there are. */
    public int count() {
      return blocks;
    }

    /** How many nodes a block has, 2 or more. */
    public int size(int block) {
      return starts[block + 1] - starts[block] + 1;
    }

    /** A block's nodes; the last is the one where the walk entered it. */
    public int[] members(int block) {
      int[] all = java.util.Arrays.copyOfRange(members, starts[block], starts[block + 1] + 1);
      all[all.length - 1] = entries[block];
      return all;
    }

    /** In how many blocks a node lies; 0 if it has no neighbour. */
    public int blocksOf(int node) {
      return blocksOf[node];
    }

    /** True if others lose each other without this node. */
    public boolean articulation(int node) {
      return blocksOf[node] > 1;
    }

    /** How many articulation points there are. */
    public int articulations() {
      int count = 0;
      for (int blocks : blocksOf) {
        count += blocks > 1 ? 1 : 0;
      }
      return count;
    }

    /** True if a block is one edge, which is then a bridge. */
    public boolean bridge(int block) {
      return size(block) == 2;
    }

    /** How many bridges there are. */
    public int bridges() {
      int count = 0;
      for (int block = 0; block < count(); block++) {
        count += bridge(block) ? 1 : 0;
      }
      return count;
    }
  }
}

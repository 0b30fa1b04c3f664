package dev.sextant.kernels;

/**
 * How deep in the dense middle each node sits.
 *
 * <p>What: a node's coreness is the largest k such that it belongs to a part of the graph in which
 * every node has at least k neighbours within that part. Directions, weights and edges from a node
 * to itself are ignored; neighbours are counted once. Papers: S. B. Seidman 1983,
 * doi:10.1016/0378-8733(83)90028-X; algorithm: V. Batagelj and M. Zaversnik 2003, arXiv:cs/0310049.
 * Cost: O(n + m) time and memory for n nodes and m edges. Exact. Deterministic. No seed.
 *
 * <p>When ties are missing: coreness can only fall, by at most one for each missing tie.
 */
@FunctionalInterface
public interface KCore {
  /**
   * Computes coreness.
   *
   * @throws Cancelled if progress says stop
   */
  Result compute(Csr graph, Progress progress);

  /** Peels the graph from outside in. */
  static KCore peeling() {
    return ShellPeeling::compute;
  }

  /** Coreness of every node. */
  final class Result {
    private final int[] coreness;

    Result(int[] coreness) {
      this.coreness = coreness;
    }

    /** The largest k such that the node is in a k-core. */
    public int coreness(int node) {
      return coreness[node];
    }

    /** All of them; a copy. */
    public int[] coreness() {
      return coreness.clone();
    }

    /** The graph's degeneracy: the largest coreness; 0 if there are no nodes. */
    public int deepest() {
      int most = 0;
      for (int k : coreness) {
        most = Math.max(most, k);
      }
      return most;
    }
  }
}

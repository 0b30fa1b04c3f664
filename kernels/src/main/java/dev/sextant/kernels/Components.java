package dev.sextant.kernels;

/**
 * The pieces that a graph falls into.
 *
 * <p>What: <i>weak</i> pieces are joined by edges whatever their direction; within a <i>strong</i>
 * piece every node reaches every other along arcs. In an undirected graph both are the same. Paper:
 * R. Tarjan, Depth-first search and linear graph algorithms, 1972, doi:10.1137/0201010. Cost: O(n +
 * m) time, O(n) memory (weak: nearly linear, O((n + m) a(n)) with the inverse Ackermann function
 * a). Deterministic: pieces are numbered by size, then by smallest member. No seed.
 */
@FunctionalInterface
public interface Components {
  /**
   * Finds the pieces.
   *
   * @throws Cancelled if progress says stop
   */
  Partition compute(Csr graph, Progress progress);

  /** Pieces joined by edges whatever their direction. */
  static Components weak() {
    return WeakComponents::compute;
  }

  /** Pieces in which every node reaches every other along arcs. */
  static Components strong() {
    return (graph, progress) -> new StrongComponents(graph).compute(progress);
  }
}

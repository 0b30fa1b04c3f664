package dev.sextant.kernels.load;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;

/**
 * Another numbering of a graph's nodes, so that what is used together lies together in memory.
 *
 * <p>What: the same graph under a permutation of its nodes, with the permutation and its inverse.
 * <i>By degree</i>: nodes with many arcs first, so that the few that most arcs lead to share the
 * fastest cache; for networks with hubs. <i>Breadth first</i>: from the node of highest degree
 * outwards, neighbours together; for networks with groups or in the plane. <i>Reverse
 * Cuthill-McKee</i>: breadth first from an end of the graph, neighbours by rising degree, the whole
 * reversed, which keeps the two ends of every edge close; for long thin networks. Paper: E. Cuthill
 * and J. McKee 1969, doi:10.1145/800195.805928; its reversal: A. George 1971, STAN-CS-71-208; start
 * nodes: A. George and J. W. H. Liu 1979, doi:10.1145/355841.355845. Cost for n nodes and m edges:
 * O(n + m) time (and O(log degree) more for neighbours in order of degree), the new graph and some
 * 20 bytes a node. Directed graphs are walked along both directions of their arcs. Deterministic:
 * ties go to the smaller number. No seed.
 *
 * <p>When ties are missing: the numbering changes, the measures of the same ties do not.
 */
@FunctionalInterface
public interface Relabelling {
  /**
   * Renumbers.
   *
   * @throws dev.sextant.kernels.Cancelled if progress says stop; it hears of every component
   */
  Result compute(Csr graph, Progress progress);

  /** Nodes with many arcs first. */
  static Relabelling byDegree() {
    return (graph, progress) -> NodeOrder.permuted(graph, NodeOrder.byDegree(graph), progress);
  }

  /** Breadth first from the nodes of highest degree. */
  static Relabelling breadthFirst() {
    return (graph, progress) ->
        NodeOrder.permuted(graph, NodeOrder.breadthFirst(graph, progress), progress);
  }

  /** Reverse Cuthill-McKee. */
  static Relabelling reverseCuthillMcKee() {
    return (graph, progress) ->
        NodeOrder.permuted(graph, NodeOrder.reverseCuthillMcKee(graph, progress), progress);
  }

  /** The graph under its new numbers, and the way back. */
  final class Result {
    private final Csr graph;
    private final int[] before;
    private final int[] after;

    Result(Csr graph, int[] before, int[] after) {
      this.graph = graph;
      this.before = before;
      this.after = after;
    }

    /** The graph under its new numbers. */
    public Csr graph() {
      return graph;
    }

    /** The number that a node had before. */
    public int before(int node) {
      return before[node];
    }

    /** The number that a node of the graph given has now. */
    public int after(int node) {
      return after[node];
    }

    /** Values by new number, laid out by the numbers from before. */
    public double[] back(double[] values) {
      double[] out = new double[after.length];
      for (int v = 0; v < out.length; v++) {
        out[v] = values[after[v]];
      }
      return out;
    }

    /** As {@link #back(double[])}, for whole numbers. */
    public int[] back(int[] values) {
      int[] out = new int[after.length];
      for (int v = 0; v < out.length; v++) {
        out[v] = values[after[v]];
      }
      return out;
    }
  }
}

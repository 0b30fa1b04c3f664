package dev.sextant.kernels;

/**
 * How many edges each node has, and how strong they are together.
 *
 * <p>What: numbers of arcs in, out and in all, and sums of their weights. An edge from a node to
 * itself counts twice in all (once in, once out). In an undirected graph in, out and total are the
 * same number. Paper: L. C. Freeman, Centrality in social networks: conceptual clarification, 1978,
 * doi:10.1016/0378-8733(78)90021-7; strength: A. Barrat et al. 2004, doi:10.1073/pnas.0400087101.
 * Cost: O(n + m) time, O(n) memory for n nodes and m edges. Deterministic. No seed.
 */
@FunctionalInterface
public interface Degree {
  /**
   * Computes the degrees.
   *
   * @throws Cancelled if progress says stop
   */
  Result compute(Csr graph, Progress progress);

  /** Counts every arc once. */
  static Degree counted() {
    return DegreeCount::compute;
  }

  /** Degrees of every node; {@code strength} is {@code degree} with each edge's weight for 1. */
  final class Result {
    private final int[] in;
    private final int[] out;
    private final double[] inStrength;
    private final double[] outStrength;
    private final boolean directed;

    Result(int[] in, int[] out, double[] inStrength, double[] outStrength, boolean directed) {
      this.in = in;
      this.out = out;
      this.inStrength = inStrength;
      this.outStrength = outStrength;
      this.directed = directed;
    }

    /** Edges that end at a node. */
    public int in(int node) {
      return in[node];
    }

    /** Edges that start at a node. */
    public int out(int node) {
      return out[node];
    }

    /** Edges at a node: in plus out if directed. */
    public int total(int node) {
      return directed ? in[node] + out[node] : in[node];
    }

    /** Weight of the edges that end at a node. */
    public double inStrength(int node) {
      return inStrength[node];
    }

    /** Weight of the edges that start at a node. */
    public double outStrength(int node) {
      return outStrength[node];
    }

    /** Weight of the edges at a node: in plus out if directed. */
    public double strength(int node) {
      return directed ? inStrength[node] + outStrength[node] : inStrength[node];
    }

    /** Number of nodes. */
    public int nodes() {
      return in.length;
    }
  }
}

package dev.sextant.kernels;

/**
 * How often neighbours are tied to each other.
 *
 * <p>What: the triangles that each node is part of; <i>local clustering</i> is the share of pairs
 * of its neighbours that are tied (D. J. Watts and S. H. Strogatz 1998, doi:10.1038/30918);
 * <i>transitivity</i> is three times the triangles over the paths of two edges (R. D. Luce and A.
 * D. Perry 1949, doi:10.1007/BF02289146). Directions, weights and loops are ignored. Paper for the
 * listing: N. Chiba and T. Nishizeki 1985, doi:10.1137/0214017. Cost for n nodes and m edges:
 * O(m^1.5) time at most, O(n + m) memory. Exact. Deterministic. No seed.
 *
 * <p>When ties are missing: each missing tie opens every triangle that it closed; clustering is
 * understated about as fast as ties are lost, threefold in sparse surroundings.
 */
@FunctionalInterface
public interface Triangles {
  /**
   * Counts.
   *
   * @throws Cancelled if progress says stop; it hears of every few thousand nodes
   */
  Result compute(Csr graph, Progress progress);

  /** By looking up each pair of neighbours once. */
  static Triangles listed() {
    return (graph, progress) -> {
      TriangleCount counted = new TriangleCount(graph.ignoringDirection()).run(progress);
      return new Result(counted.counts(), counted.degree);
    };
  }

  /** Counts and shares. */
  final class Result {
    private final long[] triangles;
    private final int[] degree;

    Result(long[] triangles, int[] degree) {
      this.triangles = triangles;
      this.degree = degree;
    }

    /** How many triangles a node is part of. */
    public long of(int node) {
      return triangles[node];
    }

    /** How many triangles there are. */
    public long total() {
      long sum = 0;
      for (long of : triangles) {
        sum += of;
      }
      return sum / 3;
    }

    /** Local clustering, 0 to 1; 0 for a node with fewer than two neighbours. */
    public double clustering(int node) {
      double d = degree[node];
      return d < 2 ? 0 : 2 * triangles[node] / (d * (d - 1));
    }

    /** Mean of the local clustering of all nodes, those with fewer than two neighbours at 0. */
    public double averageClustering() {
      double sum = 0;
      for (int v = 0; v < degree.length; v++) {
        // Who has fewer than two neighbours is in no triangle: 0 over 1, without a branch.
        double d = degree[v];
        sum += 2 * triangles[v] / Math.max(1, d * (d - 1));
      }
      return degree.length == 0 ? 0 : sum / degree.length;
    }

    /** Transitivity of the graph, 0 to 1; 0 if no node has two neighbours. */
    public double transitivity() {
      double pairs = 0;
      for (int d : degree) {
        pairs += d * (d - 1.0) / 2;
      }
      return pairs == 0 ? 0 : 3 * total() / pairs;
    }
  }
}

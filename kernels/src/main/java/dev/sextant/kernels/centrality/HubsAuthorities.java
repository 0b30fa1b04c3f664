package dev.sextant.kernels.centrality;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;

/**
 * Hubs, which point at good authorities, and authorities, which good hubs point at.
 *
 * <p>What: with A the matrix of arcs, hubs are the principal eigenvector of A times its transpose,
 * authorities what hubs point at; the largest of each is 1. In an undirected graph both are the
 * same but where the graph is bipartite. In a graph that falls apart only the strongest part
 * scores. Paper: J. M. Kleinberg 1999, doi:10.1145/324133.324140. Cost for n nodes and m edges: O(n
 * + m) a step, of which the gap below the largest eigenvalue decides how many; up to 320 bytes a
 * node. Approximate, with a stated residual. Deterministic. No seed.
 *
 * <p>When ties are missing: as eigenvector centrality, robust within one dense region only.
 */
@FunctionalInterface
public interface HubsAuthorities {
  /**
   * Computes the scores.
   *
   * @throws dev.sextant.kernels.Cancelled if progress says stop
   */
  Result compute(Csr graph, Progress progress);

  /** The principal pair. */
  static HubsAuthorities principal() {
    return (graph, progress) -> {
      int n = graph.nodes();
      if (graph.arcs() == 0) {
        return new Result(new double[n], new double[n], 0);
      }
      Csr incoming = graph.reverse();
      double[] middle = new double[n];
      Lanczos.Pair pair =
          Lanczos.largest(
              n,
              (in, out) -> {
                Rows.multiply(incoming, in, middle);
                Rows.multiply(graph, middle, out);
              },
              progress);
      double[] hubs = Rows.largestIsOne(pair.vector());
      double[] authorities = new double[n];
      Rows.multiply(incoming, hubs, authorities);
      return new Result(hubs, Rows.largestIsOne(authorities), pair.residual());
    };
  }

  /**
   * Scores of every node; all 0 without arcs.
   *
   * @param hubs by node, the largest 1
   * @param authorities by node, the largest 1
   * @param residual of the hubs, as a share of the eigenvalue
   */
  record Result(double[] hubs, double[] authorities, double residual) {}
}

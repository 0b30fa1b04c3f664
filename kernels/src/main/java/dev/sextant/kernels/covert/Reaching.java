package dev.sextant.kernels.covert;

import dev.sextant.kernels.Cancelled;
import dev.sextant.kernels.Closeness;
import dev.sextant.kernels.Components;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Partition;
import dev.sextant.kernels.Progress;

/**
 * Hierarchy as reach and as flow.
 *
 * <p>What: <i>local reaching centrality</i> of a node is the share of the other nodes that it
 * reaches along arcs; in an undirected graph the mean of 1/distance to the others, since everybody
 * in a piece reaches everybody. <i>Global reaching centrality</i> is the mean shortfall from the
 * largest, sum of (largest - own) / (n - 1): 1 for a star that points outwards, 0 where all reach
 * alike. Paper: E. Mones, L. Vicsek, T. Vicsek 2012, doi:10.1371/journal.pone.0033799. <i>Flow
 * hierarchy</i> is the share of arcs, by weight if asked, that lie on no cycle (J. Luo, C. Magee
 * 2011, doi:10.1002/cplx.20368); loops are cycles; NaN without arcs. Cost for n nodes and m arcs:
 * O(n m / 512) steps of 512 bits and some 230 bytes a node and thread. Exact. Deterministic. No
 * seed.
 *
 * <p>When ties are missing: one unseen arc upwards can make a tree one cycle, so both are upper
 * estimates of how hierarchical the network is.
 */
@FunctionalInterface
public interface Reaching {
  /**
   * Measures.
   *
   * @throws Cancelled if progress says stop
   */
  Result compute(Csr graph, Progress progress);

  /** Arcs count 1 each. */
  static Reaching byHops(int threads) {
    return (graph, progress) -> {
      int n = graph.nodes();
      Closeness.Result near =
          Closeness.byHops(Closeness.Towards.OTHERS, threads).compute(graph, progress);
      double[] local = new double[n];
      double most = 0;
      for (int v = 0; v < n; v++) {
        double reach = graph.directed() ? near.reached(v) - 1 : near.harmonic(v);
        local[v] = n > 1 ? reach / (n - 1) : 0;
        most = Math.max(most, local[v]);
      }
      double global = 0;
      for (double own : local) {
        global += most - own;
      }
      return new Result(local, n > 1 ? global / (n - 1) : 0, flow(graph, progress));
    };
  }

  private static double flow(Csr graph, Progress progress) {
    Partition strong = Components.strong().compute(graph, progress);
    double all = 0;
    double onward = 0;
    for (int v = 0; v < graph.nodes(); v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        all += graph.weight(a);
        onward += strong.groupOf(v) == strong.groupOf(graph.target(a)) ? 0 : graph.weight(a);
      }
    }
    return all == 0 ? Double.NaN : onward / all;
  }

  /**
   * Hierarchy. The array belongs to the result.
   *
   * @param local reaching centrality by node
   * @param global reaching centrality
   * @param flow hierarchy: share of weight on no cycle
   */
  record Result(double[] local, double global, double flow) {}
}

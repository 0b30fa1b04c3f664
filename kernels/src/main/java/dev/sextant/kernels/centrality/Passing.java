package dev.sextant.kernels.centrality;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;

/**
 * Relatives of betweenness: what passes through each node on shortest paths between others.
 *
 * <p>What: <i>stress</i> is the number of shortest paths through a node (A. Shimbel 1953,
 * doi:10.1007/BF02476438); <i>load</i> is what passes when every node sends one packet to every
 * other and packets split equally at each fork (K.-I. Goh, B. Kahng and D. Kim 2001,
 * doi:10.1103/PhysRevLett.87.278701); <i>percolation</i> is betweenness in which a pair counts by
 * the state of its source, over what the others' states add up to (M. Piraveenan, M. Prokopenko and
 * L. Hossain 2013, doi:10.1371/journal.pone.0053095). Ends do not count. In an undirected graph
 * stress counts each pair once; load and percolation count it from either end. Weights are lengths
 * where the graph has them. Cost for n nodes and m edges: O(n m) time by hops, O(n m + n^2 log n)
 * by lengths; 52 bytes a node. Exact up to rounding. Deterministic. No seed.
 *
 * <p>When ties are missing: as fragile as betweenness; stress more so, since numbers of paths
 * multiply.
 */
@FunctionalInterface
public interface Passing {
  /**
   * Computes the scores.
   *
   * @throws BadGraph if the number of shortest paths between two nodes exceeds 1e300
   * @throws dev.sextant.kernels.Cancelled if progress says stop; it hears of every source node
   */
  double[] compute(Csr graph, Progress progress);

  /** Number of shortest paths through each node. */
  static Passing stress() {
    return (graph, progress) -> {
      Dependencies from = new Dependencies(graph);
      double[] scores = new double[graph.nodes()];
      for (int s = 0; s < scores.length; s++) {
        from.from(s);
        from.passing();
        add(from, 1, scores);
        progress.step(s + 1L, scores.length);
      }
      for (int v = 0; v < scores.length && !graph.directed(); v++) {
        scores[v] /= 2;
      }
      return scores;
    };
  }

  /** Packets through each node. */
  static Passing load() {
    return (graph, progress) -> {
      // Packets are followed back from their ends, so searches run against the arcs.
      Dependencies from = new Dependencies(graph.reverse());
      double[] scores = new double[graph.nodes()];
      for (int s = 0; s < scores.length; s++) {
        from.from(s);
        from.loads();
        add(from, 1, scores);
        progress.step(s + 1L, scores.length);
      }
      return scores;
    };
  }

  /**
   * Pairs by the state of their source.
   *
   * @param states by node, from 0 (not infected, knows nothing) to 1
   * @throws BadGraph if a state is not within 0 to 1
   */
  static Passing percolation(double[] states) {
    double[] own = states.clone();
    for (double state : own) {
      if (!(state >= 0 && state <= 1)) {
        throw new BadGraph("state " + state + " is not within 0 to 1");
      }
    }
    return (graph, progress) -> percolation(graph, own, progress);
  }

  private static double[] percolation(Csr graph, double[] states, Progress progress) {
    int n = graph.nodes();
    if (states.length != n) {
      throw new BadGraph(states.length + " states for " + n + " nodes");
    }
    Dependencies from = new Dependencies(graph);
    double[] scores = new double[n];
    double all = 0;
    for (int s = 0; s < n; s++) {
      all += states[s];
      if (states[s] > 0) {
        from.from(s);
        from.shares();
        add(from, states[s], scores);
      }
      progress.step(s + 1L, n);
    }
    for (int v = 0; v < n; v++) {
      double others = all - states[v];
      scores[v] = scores[v] == 0 || n < 3 ? 0 : scores[v] / others / (n - 2);
    }
    return scores;
  }

  private static void add(Dependencies from, double times, double[] scores) {
    for (int i = 1; i < from.reached(); i++) {
      int v = from.order(i);
      scores[v] += times * from.sum[v];
    }
  }
}

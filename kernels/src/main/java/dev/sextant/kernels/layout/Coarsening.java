package dev.sextant.kernels.layout;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.SplitMix;
import java.util.Arrays;

/**
 * One step from a graph to a smaller one of like shape: nodes are gathered round suns, a sun being
 * a node none of whose neighbours is one, and each such system becomes one node (after S. Hachul
 * and M. Juenger 2005, doi:10.1007/978-3-540-31843-9_29, with planets only). Ties between systems
 * are added up. Unlike pairing neighbours, this shrinks a star at once.
 *
 * @param graph the smaller graph, weighted by how many ties stand behind each
 * @param of by node: its node in the smaller graph
 */
record Coarsening(Csr graph, int[] of) {
  /**
   * Gathers. Suns are chosen in random order; a node between several joins the one with which it
   * shares the heaviest tie, and of equals the one with the fewest so far.
   */
  static Coarsening of(Csr graph, SplitMix random) {
    int n = graph.nodes();
    int[] order = new int[n];
    Arrays.setAll(order, v -> v);
    random.shuffle(order, n);
    int[] sun = new int[n];
    Arrays.fill(sun, -1);
    boolean[] near = new boolean[n];
    int suns = 0;
    for (int v : order) {
      if (!near[v]) {
        sun[v] = suns++;
        near[v] = true;
        for (int a = graph.first(v); a < graph.end(v); a++) {
          near[graph.target(a)] = true;
        }
      }
    }
    int[] of = sun.clone();
    int[] size = new int[suns];
    for (int v : order) {
      double heaviest = 0;
      for (int a = graph.first(v); sun[v] < 0 && a < graph.end(v); a++) {
        int s = sun[graph.target(a)];
        double w = graph.weight(a);
        if (s >= 0 && (w > heaviest || (w == heaviest && size[s] < size[of[v]]))) {
          heaviest = w;
          of[v] = s;
        }
      }
      size[of[v]]++;
    }
    CsrBuilder builder = CsrBuilder.undirected(suns, CsrBuilder.Loops.DROP);
    for (int v = 0; v < n; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int w = graph.target(a);
        if (v < w && of[v] != of[w]) {
          builder.edge(of[v], of[w], graph.weight(a));
        }
      }
    }
    return new Coarsening(builder.build().graph(), of);
  }
}

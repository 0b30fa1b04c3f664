package dev.sextant.kernels.centrality;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.path.SearchOrder;

/* One source's shortest paths: counted forwards in the order of the search, and summed up backwards.
 * Which arcs lie on shortest paths is asked by one and the same test in both directions, so that
 * rounding cannot let them disagree. */
final class Dependencies {
  /** Lengths closer than this share of the longer are equal, as in Betweenness. */
  private static final double EQUAL = 1e-10;

  /** Above it, products of path counts could overflow. */
  private static final double MOST_PATHS = 1e300;

  private final int[] offsets;
  private final int[] targets;
  private final Csr graph;
  private final SearchOrder search;
  private final int[] order;
  private final double[] distance;
  private final int[] rank;
  final double[] paths;
  final double[] sum;

  /** Over a graph whose weights are lengths; without weights, by hops. */
  Dependencies(Csr graph) {
    int n = graph.nodes();
    this.graph = graph;
    this.offsets = graph.sharedOffsets();
    this.targets = graph.sharedTargets();
    this.search = new SearchOrder(graph);
    this.order = search.sharedOrder();
    this.distance = search.sharedDistances();
    this.rank = new int[n];
    this.paths = new double[n];
    this.sum = new double[n];
  }

  /** Searches and counts the shortest paths to every node met. */
  void from(int source) {
    search.from(source);
    int reached = search.reached();
    for (int i = 0; i < reached; i++) {
      rank[order[i]] = i;
      paths[order[i]] = 0;
      sum[order[i]] = 0;
    }
    paths[source] = 1;
    for (int i = 0; i < reached; i++) {
      int v = order[i];
      if (paths[v] > MOST_PATHS) {
        throw new BadGraph("more than 1e300 shortest paths between nodes " + source + " and " + v);
      }
      for (int a = offsets[v]; a < offsets[v + 1]; a++) {
        if (on(v, a)) {
          paths[targets[a]] += paths[v];
        }
      }
    }
  }

  int reached() {
    return search.reached();
  }

  int order(int place) {
    return order[place];
  }

  /** True if an arc of v lies on a shortest path from the source. */
  boolean on(int v, int arc) {
    int w = targets[arc];
    double direct = distance[w];
    double through = distance[v] + graph.weight(arc);
    return Math.abs(through - direct) <= EQUAL * Math.max(through, direct) && rank[w] > rank[v];
  }

  /** Sets sum to Brandes' dependencies: shares of the pairs of the source with all others. */
  void shares() {
    for (int i = search.reached() - 1; i > 0; i--) {
      int v = order[i];
      double total = 0;
      for (int a = offsets[v]; a < offsets[v + 1]; a++) {
        if (on(v, a)) {
          int w = targets[a];
          total += (1 + sum[w]) * (paths[v] / paths[w]);
        }
      }
      sum[v] = total;
    }
  }

  /** Sets sum to the number of shortest paths from the source that pass through each node. */
  void passing() {
    // First the paths that begin at each node: 1 for the node itself and all that go on.
    for (int i = search.reached() - 1; i > 0; i--) {
      int v = order[i];
      double total = 0;
      for (int a = offsets[v]; a < offsets[v + 1]; a++) {
        total += on(v, a) ? 1 + sum[targets[a]] : 0;
      }
      sum[v] = total;
    }
    for (int i = 1; i < search.reached(); i++) {
      sum[order[i]] *= paths[order[i]];
    }
  }

  /** Sets sum to what passes when each node hands on its load to those before it in equal parts. */
  void loads() {
    int[] before = new int[search.reached()];
    for (int i = 0; i < before.length; i++) {
      int v = order[i];
      for (int a = offsets[v]; a < offsets[v + 1]; a++) {
        if (on(v, a)) {
          before[rank[targets[a]]]++;
        }
      }
    }
    for (int i = before.length - 1; i > 0; i--) {
      int v = order[i];
      double total = 0;
      for (int a = offsets[v]; a < offsets[v + 1]; a++) {
        if (on(v, a)) {
          total += (1 + sum[targets[a]]) / before[rank[targets[a]]];
        }
      }
      sum[v] = total;
    }
  }
}

package dev.sextant.kernels;

/* The simple twin of LaneBetweenness and PartSums: Brandes' algorithm. The search gives distances and an order; which arcs lie on shortest paths is
 * asked afresh in the forward pass (path counts) and the backward pass (dependencies) by one and
 * the same test, so that rounding cannot let the two passes disagree, and no predecessor lists are
 * kept. */
final class BrandesBetweenness {
  /** Lengths closer than this share of the longer are equal; igraph uses the same. */
  private static final double EQUAL = 1e-10;

  /** Above it, products of path counts could overflow. */
  private static final double MOST_PATHS = 1e300;

  private final Csr graph;
  private final PathSearch search;
  private final double[] paths;
  private final double[] dependency;
  private final int[] rank; // place in the search's order

  BrandesBetweenness(Csr graph, boolean lengths) {
    int n = graph.nodes();
    this.graph = graph;
    this.search = new PathSearch(graph, lengths);
    this.paths = new double[n];
    this.dependency = new double[n];
    this.rank = new int[n];
  }

  Betweenness.Result compute(Progress progress) {
    int n = graph.nodes();
    double[] scores = new double[n];
    for (int s = 0; s < n; s++) {
      search.from(s);
      countPaths(s);
      accumulate(s, scores);
      progress.step(s + 1L, n);
    }
    if (!graph.directed()) {
      // Every pair was met from both its ends.
      for (int v = 0; v < n; v++) {
        scores[v] /= 2;
      }
    }
    return new Betweenness.Result(scores, graph.directed());
  }

  private void countPaths(int source) {
    for (int i = 0; i < search.reached; i++) {
      int v = search.order[i];
      rank[v] = i;
      paths[v] = 0;
      dependency[v] = 0;
    }
    paths[source] = 1;
    for (int i = 0; i < search.reached; i++) {
      int v = search.order[i];
      if (paths[v] > MOST_PATHS) {
        throw new BadGraph("more than 1e300 shortest paths between nodes " + source + " and " + v);
      }
      for (int a = graph.first(v); a < graph.end(v); a++) {
        if (onShortest(v, a)) {
          paths[graph.target(a)] += paths[v];
        }
      }
    }
  }

  private void accumulate(int source, double[] scores) {
    for (int i = search.reached - 1; i > 0; i--) {
      int v = search.order[i];
      double sum = 0;
      for (int a = graph.first(v); a < graph.end(v); a++) {
        if (onShortest(v, a)) {
          int w = graph.target(a);
          sum += (1 + dependency[w]) * (paths[v] / paths[w]);
        }
      }
      dependency[v] = sum;
      scores[v] += sum;
    }
  }

  private boolean onShortest(int v, int arc) {
    int w = graph.target(arc);
    if (rank[w] <= rank[v]) {
      return false;
    }
    double direct = search.distance[w];
    double through = search.distance[v] + search.length(arc);
    return Math.abs(through - direct) <= EQUAL * Math.max(through, direct);
  }
}

package dev.sextant.kernels;

/** One search a node; sums of what it finds. */
final class AllDistances {
  private AllDistances() {}

  static Closeness.Result compute(
      Csr given, boolean lengths, Closeness.Towards towards, Progress progress) {
    Csr graph = towards == Closeness.Towards.NODE ? given.reverse() : given;
    int n = graph.nodes();
    int[] reached = new int[n];
    double[] sum = new double[n];
    double[] harmonic = new double[n];
    PathSearch search = new PathSearch(graph, lengths);
    for (int s = 0; s < n; s++) {
      search.from(s);
      reached[s] = search.reached;
      // From the farthest in: small terms first.
      for (int i = search.reached - 1; i > 0; i--) {
        harmonic[s] += 1 / search.distance[search.order[i]];
      }
      for (int i = 1; i < search.reached; i++) {
        sum[s] += search.distance[search.order[i]];
      }
      progress.step(s + 1L, n);
    }
    return new Closeness.Result(reached, sum, harmonic);
  }
}

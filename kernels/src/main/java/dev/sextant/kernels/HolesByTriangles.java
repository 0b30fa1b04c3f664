package dev.sextant.kernels;

/* Without weights p(i,j) is 1/d(i) for every contact, so that i's constraint is the sum over its
 * contacts of (1 + S(i,j))^2 over d(i)^2, where S(i,j) sums 1/d(q) over common contacts q. S belongs
 * to the edge and is the same from both ends: listing each triangle once adds one term to each of
 * its three edges. */
final class HolesByTriangles {
  private HolesByTriangles() {}

  static StructuralHoles.Result compute(Csr graph, Progress progress) {
    Orientation oriented = new Orientation(graph.ignoringDirection());
    int n = graph.nodes();
    double[] share = new double[n]; // by rank, like all but the results
    for (int v = 0; v < n; v++) {
      share[oriented.rank[v]] = 1.0 / Math.max(1, oriented.degree[v]);
    }
    double[] common = new double[oriented.targets.length];
    long[] triangles = new long[n];
    oriented.list(
        (u, v, w, at) -> {
          common[at.uv] += share[w];
          common[at.uw] += share[v];
          common[at.vw] += share[u];
          triangles[u]++;
          triangles[v]++;
          triangles[w]++;
        },
        progress);
    double[] squares = new double[n];
    for (int v = 0; v < n; v++) {
      int u = oriented.rank[v];
      for (int a = oriented.offsets[v]; a < oriented.offsets[v + 1]; a++) {
        double square = (1 + common[a]) * (1 + common[a]);
        squares[u] += square;
        squares[oriented.targets[a]] += square;
      }
    }
    double[] constraint = new double[n];
    double[] effective = new double[n];
    for (int v = 0; v < n; v++) {
      int r = oriented.rank[v];
      constraint[v] = squares[r] * share[r] * share[r];
      effective[v] = oriented.degree[v] - 2 * triangles[r] * share[r];
    }
    return new StructuralHoles.Result(constraint, effective, oriented.degree);
  }
}

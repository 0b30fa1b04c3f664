package dev.sextant.kernels;

/** One pass over the arcs. */
final class DegreeCount {
  private DegreeCount() {}

  static Degree.Result compute(Csr graph, Progress progress) {
    int n = graph.nodes();
    int[] in = new int[n];
    int[] out = new int[n];
    double[] inStrength = new double[n];
    double[] outStrength = new double[n];
    boolean directed = graph.directed();
    for (int v = 0; v < n; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int t = graph.target(a);
        // An undirected loop is one arc with both its ends here.
        int ends = !directed && t == v ? 2 : 1;
        out[v] += ends;
        outStrength[v] += ends * graph.weight(a);
        in[t] += ends;
        inStrength[t] += ends * graph.weight(a);
      }
    }
    progress.step(n, n);
    // Undirected: in equals out but for the order of adding, and one sum must not differ from
    // the other in its last digit.
    return new Degree.Result(in, out, directed ? inStrength : outStrength, outStrength, directed);
  }
}

package dev.sextant.kernels;

/* For each node, the shares of its contacts are spread to their contacts in one dense row, of which
 * only what was touched is visited and cleared. Redundancy is Burt's: what i's contacts q share with
 * j, relative to j's strongest tie. */
final class HolesByRows {
  private HolesByRows() {}

  static StructuralHoles.Result compute(Csr given, Progress progress) {
    // Without weights an arc counts 1, so that a tie that goes both ways counts 2.
    boolean arcs = given.directed() && !given.weighted();
    Csr graph = (arcs ? given.reweighted(w -> 1) : given).ignoringDirection();
    int n = graph.nodes();
    double[] strength = new double[n];
    double[] strongest = new double[n];
    int[] degree = new int[n];
    for (int v = 0; v < n; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        if (graph.target(a) != v) {
          degree[v]++;
          strength[v] += graph.weight(a);
          strongest[v] = Math.max(strongest[v], graph.weight(a));
        }
      }
    }
    double[] constraint = new double[n];
    double[] effective = new double[n];
    double[] direct = new double[n];
    double[] through = new double[n];
    for (int i = 0; i < n; i++) {
      for (int a = graph.first(i); a < graph.end(i); a++) {
        int j = graph.target(a);
        if (j != i) {
          direct[j] = graph.weight(a) / strength[i];
        }
      }
      double redundant = spread(graph, i, direct, through, strength, strongest);
      effective[i] = degree[i] - redundant;
      for (int a = graph.first(i); a < graph.end(i); a++) {
        int j = graph.target(a);
        if (j != i) {
          double sum = direct[j] + through[j];
          constraint[i] += sum * sum;
        }
      }
      for (int a = graph.first(i); a < graph.end(i); a++) {
        direct[graph.target(a)] = 0;
        through[graph.target(a)] = 0;
      }
      if ((i & 0xFFF) == 0xFFF) {
        progress.step(i + 1L, n);
      }
    }
    progress.step(n, n);
    return new StructuralHoles.Result(constraint, effective, degree);
  }

  /** Fills through[j] for contacts j of i; answers i's redundancy. */
  private static double spread(
      Csr graph, int i, double[] direct, double[] through, double[] strength, double[] strongest) {
    double redundant = 0;
    for (int a = graph.first(i); a < graph.end(i); a++) {
      int q = graph.target(a);
      if (q == i) {
        continue;
      }
      for (int b = graph.first(q); b < graph.end(q); b++) {
        int j = graph.target(b);
        if (j != q && j != i && direct[j] > 0) {
          through[j] += direct[q] * graph.weight(b) / strength[q];
          redundant += direct[j] * graph.weight(b) / strongest[q];
        }
      }
    }
    return redundant;
  }
}

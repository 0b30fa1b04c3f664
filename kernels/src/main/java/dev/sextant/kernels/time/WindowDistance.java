package dev.sextant.kernels.time;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.List;

/**
 * How different two graphs of the same nodes are.
 *
 * <p>Cost: O(m) a pair. Deterministic. No seed. Two graphs without ties are 0 apart. When ties are
 * missing: by chance alone two samples of one network differ; only compare distances of windows
 * with like numbers of ties.
 */
public enum WindowDistance {
  /** 1 - ties in both over ties in either. */
  JACCARD,
  /** 1 - sum of smaller weights over sum of larger ones (Ruzicka): Jaccard with weights. */
  WEIGHTED,
  /**
   * Sum of differences of tie weights, each graph's weights first made shares of its total; 0 to 2.
   */
  SHARES,
  /** Ties in one only, over pairs of nodes. */
  HAMMING;

  /** The distance. */
  public double between(Csr one, Csr two) {
    if (one.nodes() != two.nodes() || one.directed() != two.directed()) {
      throw new BadGraph("graphs differ in nodes or direction: " + one + ", " + two);
    }
    double n = one.nodes();
    double pairs = n * (n - 1);
    double first = total(one);
    double second = total(two);
    double smaller = 0;
    double larger = 0;
    double differing = 0;
    double apart = 0;
    for (int v = 0; v < one.nodes(); v++) {
      int a = one.first(v);
      int b = two.first(v);
      while (a < one.end(v) || b < two.end(v)) {
        int s = a < one.end(v) ? one.target(a) : Integer.MAX_VALUE;
        int t = b < two.end(v) ? two.target(b) : Integer.MAX_VALUE;
        int at = Math.min(s, t);
        double x = s == at ? weight(one, a++) : 0;
        double y = t == at ? weight(two, b++) : 0;
        if (at != v) {
          smaller += Math.min(x, y);
          larger += Math.max(x, y);
          differing += x > 0 == y > 0 ? 0 : 1;
          apart += Math.abs((first > 0 ? x / first : 0) - (second > 0 ? y / second : 0));
        }
      }
    }
    return switch (this) {
      case JACCARD, WEIGHTED -> larger == 0 ? 0 : 1 - smaller / larger;
      case SHARES -> apart;
      case HAMMING -> pairs == 0 ? 0 : differing / pairs;
    };
  }

  private double weight(Csr graph, int arc) {
    return this == JACCARD || this == HAMMING ? 1 : graph.weight(arc);
  }

  private double total(Csr graph) {
    double sum = 0;
    for (int v = 0; v < graph.nodes(); v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        sum += graph.target(a) == v ? 0 : weight(graph, a);
      }
    }
    return sum;
  }

  /** Distances between all, symmetric. */
  public double[][] matrix(List<Csr> graphs, Progress progress) {
    int n = graphs.size();
    double[][] out = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        out[i][j] = between(graphs.get(i), graphs.get(j));
        out[j][i] = out[i][j];
      }
      progress.step(i + 1L, n);
    }
    return out;
  }

  /** From each to the next: one fewer than graphs. */
  public double[] series(List<Csr> graphs) {
    double[] out = new double[Math.max(0, graphs.size() - 1)];
    for (int i = 0; i < out.length; i++) {
      out[i] = between(graphs.get(i), graphs.get(i + 1));
    }
    return out;
  }
}

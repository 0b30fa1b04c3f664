package dev.sextant.kernels.group;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;

/**
 * The disparity filter: which ties of a weighted graph carry more than their share.
 *
 * <p>What: if a node of strength s spread it at random over its d ties, a tie would weigh as much
 * as w or more with probability (1 - w/s)^(d - 1); the p-value of an edge is the smaller of its two
 * ends', and of an arc that of its tail (by its ties out) or its head (by its ties in), whichever
 * is smaller. An end with one tie says nothing (1). Loops are left out. Paper: M. A. Serrano, M.
 * Boguna and A. Vespignani 2009, doi:10.1073/pnas.0808904106. Correct for the number of ties with
 * {@link Correction#significant}; two ends are tested for each. Cost: O(n + m); 20 bytes an edge.
 * Deterministic, one thread, no seed.
 *
 * <p>When ties are missing: a node known by few ties seems to favour them less; weights counted
 * from partial records keep their order but lose significance.
 */
public final class Disparity {
  private Disparity() {}

  /**
   * Edges with their p-values, by first and then by second end.
   *
   * @param from tail, or the lower end
   * @param to head, or the higher end
   * @param chance p-values
   */
  public record Result(int[] from, int[] to, double[] chance) {
    /** Number of edges. */
    public int edges() {
      return from.length;
    }
  }

  /** Tests all edges. */
  public static Result compute(Csr graph, Progress progress) {
    int n = graph.nodes();
    double[] out = new double[n];
    double[] in = graph.directed() ? new double[n] : out;
    int[] outDegree = new int[n];
    int[] inDegree = graph.directed() ? new int[n] : outDegree;
    int count = 0;
    for (int v = 0; v < n; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int w = graph.target(a);
        if (w == v) {
          continue;
        }
        out[v] += graph.weight(a);
        outDegree[v]++;
        count += graph.directed() || w > v ? 1 : 0;
        if (graph.directed()) {
          in[w] += graph.weight(a);
          inDegree[w]++;
        }
      }
    }
    progress.step(1, 2);
    int[] from = new int[count];
    int[] to = new int[count];
    double[] chance = new double[count];
    int at = 0;
    for (int v = 0; v < n; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int w = graph.target(a);
        if (w > v || (w < v && graph.directed())) {
          from[at] = v;
          to[at] = w;
          double tail = chance(graph.weight(a), out[v], outDegree[v]);
          chance[at++] = Math.min(tail, chance(graph.weight(a), in[w], inDegree[w]));
        }
      }
    }
    progress.step(2, 2);
    return new Result(from, to, chance);
  }

  private static double chance(double weight, double strength, int degree) {
    return degree < 2 ? 1 : StrictMath.pow(Math.max(0, 1 - weight / strength), degree - 1);
  }
}

package dev.sextant.kernels.group;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.Arrays;

/**
 * How far from structural equivalence each two nodes are.
 *
 * <p>What: the Euclidean distance of their profiles, that is of weights to and from all others;
 * ties between the two are compared with each other, loops with loops: 0 if and only if they are
 * structurally equivalent. R. S. Burt 1976, doi:10.2307/2577519. Cost: O(sum of squared degrees +
 * n^2) time and 4 n^2 bytes for n nodes, refused beyond {@link #MOST_NODES}. Deterministic, one
 * thread, no seed.
 *
 * <p>When ties are missing: each adds at most its weight to the distances of its two ends, so near
 * stays near.
 */
public final class ProfileDistance {
  /** Nodes whose distances fit in two gigabytes. */
  public static final int MOST_NODES = 32_000;

  private final float[][] distances; // of each node to those before it

  private ProfileDistance(float[][] distances) {
    this.distances = distances;
  }

  /** Number of nodes. */
  public int nodes() {
    return distances.length;
  }

  /** The distance of two nodes, to seven digits. */
  public double distance(int u, int v) {
    return u == v ? 0 : distances[Math.max(u, v)][Math.min(u, v)];
  }

  /**
   * Computes all distances.
   *
   * @throws BadGraph if there are too many nodes
   * @throws dev.sextant.kernels.Cancelled if progress says stop; it hears of every node
   */
  public static ProfileDistance compute(Csr graph, Progress progress) {
    int n = graph.nodes();
    if (n > MOST_NODES) {
      throw new BadGraph(
          n
              + " nodes need "
              + 2L * n * n / 1_000_000
              + " MB of distances; at most "
              + MOST_NODES
              + " nodes: take exact classes (structural equivalence) or a part of the graph");
    }
    Csr back = graph.reverse();
    double[] squares = new double[n];
    float[][] distances = new float[n][];
    double[] dot = new double[n];
    for (int u = 0; u < n; u++) {
      squares[u] = squares(graph, u) + (graph.directed() ? squares(back, u) : 0);
    }
    for (int u = 0; u < n; u++) {
      Arrays.fill(dot, 0, u, 0);
      addDots(graph, back, u, dot);
      if (graph.directed()) {
        addDots(back, graph, u, dot);
      }
      distances[u] = new float[u];
      for (int v = 0; v < u; v++) {
        double apart = squares[u] + squares[v] - 2 * dot[v];
        distances[u][v] = (float) Math.sqrt(Math.max(0, apart + ownTies(graph, u, v)));
      }
      progress.step(u + 1, n);
    }
    return new ProfileDistance(distances);
  }

  private static double squares(Csr rows, int v) {
    double sum = 0;
    for (int a = rows.first(v); a < rows.end(v); a++) {
      sum += rows.weight(a) * rows.weight(a);
    }
    return sum;
  }

  /** Adds, for each v below u, the sum over x of weights (u, x) (v, x). */
  private static void addDots(Csr rows, Csr back, int u, double[] dot) {
    for (int a = rows.first(u); a < rows.end(u); a++) {
      int x = rows.target(a);
      for (int b = back.first(x); b < back.end(x) && back.target(b) < u; b++) {
        dot[back.target(b)] += rows.weight(a) * back.weight(b);
      }
    }
  }

  /* The sums run over all x, u and v among them, which compares (u, u) with (v, u) and (u, v) with
   * (v, v). Instead loops belong with loops and ties between the two with each other. */
  private static double ownTies(Csr graph, int u, int v) {
    double uu = weight(graph, u, u);
    double vv = weight(graph, v, v);
    double uv = weight(graph, u, v);
    double vu = weight(graph, v, u);
    double rows = square(uu - vu) + square(uv - vv);
    double columns = graph.directed() ? square(uu - uv) + square(vu - vv) : 0;
    double sides = graph.directed() ? 2 : 1;
    return sides * (square(uu - vv) + square(uv - vu)) - rows - columns;
  }

  private static double weight(Csr graph, int u, int v) {
    int arc = graph.arc(u, v);
    return arc < 0 ? 0 : graph.weight(arc);
  }

  private static double square(double x) {
    return x * x;
  }
}

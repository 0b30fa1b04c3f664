package dev.sextant.kernels.group;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Partition;

/**
 * Who is tied to whom: how far ties stay within given groups, or join the like. Cost: O(n + m);
 * deterministic.
 *
 * <p>When ties are missing: all of these are shares of ties, so evenly missing ties hardly move
 * them; ties missing between groups more than within them do.
 */
public final class Mixing {
  private Mixing() {}

  /**
   * Modularity of a grouping: undirected, the sum over groups of (weight inside)/m - g (strength /
   * 2m)^2; directed, of (weight inside)/m - g (strength out)(strength in)/m^2 (E. A. Leicht and M.
   * E. J. Newman 2008, doi:10.1103/PhysRevLett.100.118703). 0 without edges.
   *
   * @param resolution g
   */
  public static double modularity(Csr graph, Partition groups, double resolution) {
    Table table = new Table(graph, groups);
    double sum = 0;
    for (int g = 0; g < table.out.length && table.all > 0; g++) {
      sum += table.inside[g] / table.all;
      sum -= resolution * (table.out[g] / table.all) * (table.in[g] / table.all);
    }
    return sum;
  }

  /**
   * Assortativity by group: 1 if ties stay within groups, 0 if they do as chance would have it. M.
   * E. J. Newman 2003, doi:10.1103/PhysRevE.67.026126. NaN without edges or with all of them in
   * reach of one group only.
   */
  public static double assortativity(Csr graph, Partition groups) {
    Table table = new Table(graph, groups);
    double inside = 0;
    double expected = 0;
    for (int g = 0; g < table.out.length; g++) {
      inside += table.inside[g] / table.all;
      expected += table.out[g] / table.all * (table.in[g] / table.all);
    }
    return expected == 1 ? Double.NaN : (inside - expected) / (1 - expected);
  }

  /**
   * The E-I index: (weight between groups - weight within) / all, from -1 (all within) to 1 (all
   * between). D. Krackhardt and R. N. Stern 1988, doi:10.2307/2786835. Loops do not count; NaN
   * without other ties.
   */
  public static double externalInternal(Csr graph, Partition groups) {
    checked(graph, groups);
    double within = 0;
    double between = 0;
    for (int v = 0; v < graph.nodes(); v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int w = graph.target(a);
        if (w != v && groups.groupOf(v) == groups.groupOf(w)) {
          within += graph.weight(a);
        } else if (w != v) {
          between += graph.weight(a);
        }
      }
    }
    return (between - within) / (between + within);
  }

  /**
   * Correlation of the degrees at the two ends of an edge: of out-degree at the tail with in-degree
   * at the head if directed. M. E. J. Newman 2003, doi:10.1103/PhysRevE.67.026126. Weights are
   * ignored; a loop counts twice in its degree if undirected. NaN if degrees do not vary.
   */
  public static double degreeAssortativity(Csr graph) {
    int n = graph.nodes();
    double[] out = new double[n];
    double[] in = graph.directed() ? new double[n] : out;
    for (int v = 0; v < n; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        out[v] += !graph.directed() && graph.target(a) == v ? 2 : 1;
        if (graph.directed()) {
          in[graph.target(a)]++;
        }
      }
    }
    double[] sums = new double[6]; // ends: 1, x, y, xx, yy, xy
    for (int v = 0; v < n; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        double times = !graph.directed() && graph.target(a) == v ? 2 : 1;
        double x = out[v];
        double y = in[graph.target(a)];
        sums[0] += times;
        sums[1] += times * x;
        sums[2] += times * y;
        sums[3] += times * x * x;
        sums[4] += times * y * y;
        sums[5] += times * x * y;
      }
    }
    double spreadOut = sums[0] * sums[3] - sums[1] * sums[1];
    double spreadIn = sums[0] * sums[4] - sums[2] * sums[2];
    double together = sums[0] * sums[5] - sums[1] * sums[2];
    return together / Math.sqrt(spreadOut * spreadIn);
  }

  private static void checked(Csr graph, Partition groups) {
    if (graph.nodes() != groups.nodes()) {
      throw new BadGraph("groups of " + groups.nodes() + " nodes, graph of " + graph.nodes());
    }
  }

  /* Weights inside and at the ends of each group. In an undirected graph every edge is counted from
   * both its ends, a loop twice. */
  private static final class Table {
    private final double[] inside;
    private final double[] out;
    private final double[] in;
    private double all;

    Table(Csr graph, Partition groups) {
      checked(graph, groups);
      this.inside = new double[groups.groups()];
      this.out = new double[inside.length];
      this.in = new double[inside.length];
      for (int v = 0; v < graph.nodes(); v++) {
        int g = groups.groupOf(v);
        for (int a = graph.first(v); a < graph.end(v); a++) {
          int w = graph.target(a);
          double weight = graph.weight(a) * (w == v && !graph.directed() ? 2 : 1);
          out[g] += weight;
          in[groups.groupOf(w)] += weight;
          inside[g] += g == groups.groupOf(w) ? weight : 0;
          all += weight;
        }
      }
    }
  }
}

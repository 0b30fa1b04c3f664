package dev.sextant.kernels.centrality;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.path.SearchOrder;
import java.util.Arrays;

/**
 * How central a given set of nodes is as one.
 *
 * <p>What: <i>degree</i> is the number of others tied to a member; <i>closeness</i> the number of
 * others over the sum of their distances to the nearest member, 0 if there are none or one is out
 * of reach; <i>harmonic</i> the sum of 1/distance to the nearest member; <i>betweenness</i> the sum
 * over pairs of others of the share of shortest paths that pass a member; pairs count once in an
 * undirected graph. In a directed graph degree and distances run from members along the arcs; over
 * a reversed graph, towards them. Weights are lengths where the graph has them. Paper: M. G.
 * Everett and S. P. Borgatti 1999, doi:10.1080/0022250X.1999.9990219. Cost for n nodes and m edges:
 * O(n + m) but for betweenness, which takes O(n m) by hops and O(n m + n^2 log n) by lengths; 60
 * bytes a node. Exact up to rounding. Deterministic. No seed.
 *
 * <p>When ties are missing: steadier than scores of single nodes, since members stand in for each
 * other.
 */
@FunctionalInterface
public interface GroupCentrality {
  /**
   * Computes the scores.
   *
   * @throws BadGraph if the graph has no such member
   * @throws dev.sextant.kernels.Cancelled if progress says stop; it hears of every source node
   */
  Result compute(Csr graph, Progress progress);

  /**
   * Of a set.
   *
   * @param members at least one node, none twice
   */
  static GroupCentrality of(int... members) {
    int[] own = members.clone();
    if (own.length == 0) {
      throw new BadGraph("a group needs a member");
    }
    return (graph, progress) -> compute(graph, own, progress);
  }

  private static Result compute(Csr graph, int[] members, Progress progress) {
    int n = graph.nodes();
    boolean[] inside = new boolean[n];
    for (int v : members) {
      if (v < 0 || v >= n || inside[v]) {
        throw new BadGraph("member " + v + " is given twice or not within 0.." + (n - 1));
      }
      inside[v] = true;
    }
    double[] nearest = new double[n];
    boolean[] tied = new boolean[n];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    SearchOrder search = new SearchOrder(graph);
    for (int v : members) {
      search.from(v);
      for (int i = 0; i < search.reached(); i++) {
        int w = search.order(i);
        nearest[w] = Math.min(nearest[w], search.distance(w));
      }
      for (int a = graph.first(v); a < graph.end(v); a++) {
        tied[graph.target(a)] = true;
      }
    }
    int degree = 0;
    double sum = 0;
    double harmonic = 0;
    for (int v = 0; v < n; v++) {
      if (!inside[v]) {
        degree += tied[v] ? 1 : 0;
        sum += nearest[v];
        harmonic += 1 / nearest[v];
      }
    }
    double closeness = sum > 0 ? (n - members.length) / sum : 0;
    return new Result(
        degree, closeness, harmonic, between(graph, inside, progress), n - members.length);
  }

  /* Of the shortest paths from s, those that avoid the group are counted beside all. */
  private static double between(Csr graph, boolean[] inside, Progress progress) {
    int n = graph.nodes();
    Dependencies from = new Dependencies(graph);
    double[] free = new double[n];
    double sum = 0;
    for (int s = 0; s < n; s++) {
      if (!inside[s]) {
        from.from(s);
        for (int i = 0; i < from.reached(); i++) {
          free[from.order(i)] = 0;
        }
        free[s] = 1;
        for (int i = 0; i < from.reached(); i++) {
          int v = from.order(i);
          if (inside[v]) {
            continue;
          }
          if (v != s) {
            sum += 1 - free[v] / from.paths[v];
          }
          for (int a = graph.first(v); a < graph.end(v); a++) {
            if (from.on(v, a)) {
              free[graph.target(a)] += free[v];
            }
          }
        }
      }
      progress.step(s + 1L, n);
    }
    return graph.directed() ? sum : sum / 2;
  }

  /**
   * Scores of the group.
   *
   * @param degree others tied to a member
   * @param closeness others over the sum of their distances
   * @param harmonic sum of 1/distance
   * @param betweenness sum of shares of pairs of others
   * @param others how many nodes are not members
   */
  record Result(int degree, double closeness, double harmonic, double betweenness, int others) {
    /** Degree over the number of others; 0 without others. */
    public double normalisedDegree() {
      return others == 0 ? 0 : (double) degree / others;
    }
  }
}

package dev.sextant.kernels.path;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Every path between two nodes within a limit of hops.
 *
 * <p>What: all paths along the arcs from the source to the target that visit no node twice and have
 * at most so many edges, listed by node numbers; {@link KShortest} gives the shortest first. Ends
 * that are the same node have one path, of no edge. Method: depth first, never to a node from which
 * the target is farther than hops are left (after F. Rubin, Enumerating all simple paths in a
 * graph, 1978, doi:10.1109/TCS.1978.1084515). Cost: O(n + m) and the paths tried, whose number
 * grows with the degree to the power of the hops: bound what is listed. Exact. Deterministic. No
 * seed.
 *
 * <p>When ties are missing: paths over them are missing too, more of them the longer they are.
 */
@FunctionalInterface
public interface SimplePaths {
  /**
   * Lists the paths.
   *
   * @throws BadGraph if the graph has no such node
   * @throws dev.sextant.kernels.Cancelled if progress says stop; it hears of every few thousand
   *     steps
   */
  Result compute(Csr graph, Progress progress);

  /**
   * Lists paths.
   *
   * @param hops edges of a path at most
   * @param most paths to list at most
   */
  static SimplePaths within(int source, int target, int hops, int most) {
    if (hops < 0 || most < 0) {
      throw new BadGraph("hops " + hops + ", paths " + most + ": need at least 0 of each");
    }
    return (graph, progress) -> {
      Route.check(graph, source);
      Route.check(graph, target);
      return list(graph, new int[] {source, target, hops, most}, progress);
    };
  }

  /**
   * Paths in the order of their node numbers.
   *
   * @param routes the paths, each as long as it has edges
   * @param complete false if the bound on their number was reached and there are more
   */
  record Result(List<Route> routes, boolean complete) {}

  private static Result list(Csr graph, int[] asked, Progress progress) {
    int source = asked[0];
    int target = asked[1];
    int hops = Math.min(asked[2], graph.nodes() - 1);
    double[] ahead = BreadthFirst.from(graph.reverse().unweighted(), target, progress);
    List<Route> routes = new ArrayList<>();
    if (ahead[source] > hops) {
      return new Result(routes, true);
    }
    boolean[] taken = new boolean[graph.nodes()];
    int[] way = new int[hops + 1];
    int[] arc = new int[hops + 1];
    way[0] = source;
    arc[0] = graph.first(source);
    taken[source] = true;
    int depth = 0;
    long steps = 0;
    while (depth >= 0) {
      int v = way[depth];
      int a = arc[depth]++;
      if (v == target) {
        if (routes.size() == asked[3]) {
          return new Result(List.copyOf(routes), false);
        }
        routes.add(new Route(Arrays.copyOf(way, depth + 1), depth));
        taken[v] = false;
        depth--;
      } else if (a >= graph.end(v)) {
        taken[v] = false;
        depth--;
      } else if (!taken[graph.target(a)] && depth + 1 + ahead[graph.target(a)] <= hops) {
        int w = graph.target(a);
        depth++;
        way[depth] = w;
        arc[depth] = graph.first(w);
        taken[w] = true;
      }
      if ((++steps & 0xFFFF) == 0) {
        progress.step(steps, -1);
      }
    }
    return new Result(List.copyOf(routes), true);
  }
}

package dev.sextant.kernels.path;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/* An arc lies on a shortest path if the distance to its tail, its length and the distance from its
 * head add up to the whole. Distances from the source grow along such arcs, so they have no circle:
 * paths are counted in the order of those distances, from the target back, and walked without ever
 * running into a dead end. */
final class ShortestDag {
  /** Lengths closer than this share of the longer are equal, as in Betweenness. */
  private static final double EQUAL = 1e-10;

  private final Csr graph;
  private final int source;
  private final int target;
  private double[] from = new double[0];
  private double[] to = new double[0];
  private double whole;

  ShortestDag(Csr graph, int source, int target) {
    Route.check(graph, source);
    Route.check(graph, target);
    this.graph = graph;
    this.source = source;
    this.target = target;
  }

  AllShortest.Result compute(int most, Progress progress) {
    if (most < 0) {
      throw new BadGraph("paths to list " + most + ": need at least 0");
    }
    from = distances(graph, source, progress);
    whole = from[target];
    if (whole == Double.POSITIVE_INFINITY) {
      return new AllShortest.Result(whole, 0, List.of());
    }
    to = distances(graph.reverse(), target, progress);
    long count = count();
    List<Route> routes = new ArrayList<>();
    if (most > 0) {
      list(most, routes, progress);
    }
    return new AllShortest.Result(whole, count, List.copyOf(routes));
  }

  private static double[] distances(Csr graph, int source, Progress progress) {
    return graph.weighted()
        ? Dijkstra.from(graph, source, progress)
        : BreadthFirst.from(graph, source, progress);
  }

  private boolean on(int v, int arc) {
    int w = graph.target(arc);
    // Both must move on: equality within a tolerance alone could run in circles of tiny edges.
    return from[w] > from[v]
        && to[w] < to[v]
        && Math.abs(from[v] + graph.weight(arc) + to[w] - whole) <= EQUAL * whole;
  }

  private long count() {
    int[] nodes = new int[graph.nodes()];
    int size = 0;
    for (int v = 0; v < nodes.length; v++) {
      if (Math.abs(from[v] + to[v] - whole) <= EQUAL * whole) {
        nodes[size++] = v;
      }
    }
    int[] order = Sorted.byKey(Arrays.copyOf(nodes, size), to);
    long[] paths = new long[graph.nodes()];
    paths[target] = 1;
    for (int v : order) {
      long sum = paths[v];
      for (int a = graph.first(v); a < graph.end(v); a++) {
        if (on(v, a)) {
          sum += paths[graph.target(a)];
          if (sum < 0) {
            throw new BadGraph(
                "2^63 or more shortest paths between nodes " + source + " and " + target);
          }
        }
      }
      paths[v] = sum;
    }
    return paths[source];
  }

  private void list(int most, List<Route> routes, Progress progress) {
    int[] way = new int[16];
    int[] arc = new int[16];
    way[0] = source;
    arc[0] = graph.first(source);
    int depth = 0;
    while (depth >= 0 && routes.size() < most) {
      int v = way[depth];
      if (v == target) {
        routes.add(Route.along(graph, Arrays.copyOf(way, depth + 1)));
        progress.step(routes.size(), most);
        depth--;
        continue;
      }
      int a = arc[depth];
      while (a < graph.end(v) && !on(v, a)) {
        a++;
      }
      arc[depth] = a + 1;
      if (a == graph.end(v)) {
        depth--;
      } else {
        if (++depth == way.length) {
          way = Arrays.copyOf(way, 2 * depth);
          arc = Arrays.copyOf(arc, 2 * depth);
        }
        way[depth] = graph.target(a);
        arc[depth] = graph.first(way[depth]);
      }
    }
  }
}

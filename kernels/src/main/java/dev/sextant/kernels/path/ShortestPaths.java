package dev.sextant.kernels.path;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far every node is from one source, and by which way.
 *
 * <p>What: the length of the shortest path along the arcs from the source to each node; infinite
 * where there is none. By hops every edge is one step; by lengths weights are lengths. Papers: by
 * hops breadth first, changing direction where that is less work (S. Beamer, K. Asanovic and D.
 * Patterson 2012, doi:10.1109/SC.2012.50); by lengths E. W. Dijkstra 1959, doi:10.1007/BF01386390,
 * or delta-stepping (U. Meyer and P. Sanders 2003, doi:10.1016/S0196-6774(03)00076-2), which needs
 * no heap. Cost for n nodes and m edges: O(n + m) by hops, O(m log n) by Dijkstra, O(n + m) on
 * average by delta-stepping with random lengths; some 9 bytes a node by hops, 20 by lengths. Exact;
 * the two ways by lengths give the same bytes. Deterministic. No seed.
 *
 * <p>When ties are missing: distances are overstated, most between nodes that hang on few ties; a
 * node may seem out of reach that is not.
 */
@FunctionalInterface
public interface ShortestPaths {
  /**
   * Searches.
   *
   * @throws BadGraph if the graph has no such node
   * @throws dev.sextant.kernels.Cancelled if progress says stop
   */
  Result compute(Csr graph, Progress progress);

  /** Every edge is one step; weights are ignored. */
  static ShortestPaths byHops(int source) {
    return (graph, progress) -> {
      Route.check(graph, source);
      Csr plain = graph.unweighted();
      return new Result(plain, source, BreadthFirst.from(plain, source, progress));
    };
  }

  /** Weights are lengths; by Dijkstra's algorithm. */
  static ShortestPaths byLengths(int source) {
    return (graph, progress) -> {
      Route.check(graph, source);
      return new Result(graph, source, Dijkstra.from(graph, source, progress));
    };
  }

  /** Weights are lengths; by delta-stepping with the longest edge over the mean degree as step. */
  static ShortestPaths deltaStepping(int source) {
    return (graph, progress) -> {
      Route.check(graph, source);
      double step = DeltaStepping.usualStep(graph);
      return new Result(graph, source, DeltaStepping.from(graph, source, step, progress));
    };
  }

  /**
   * Weights are lengths; by delta-stepping.
   *
   * @param step width of a bucket of distances: small ones approach Dijkstra's order, wide ones
   *     search breadth first and correct
   * @throws BadGraph if the step is not a finite number above 0
   */
  static ShortestPaths deltaStepping(int source, double step) {
    if (!(step > 0) || step == Double.POSITIVE_INFINITY) {
      throw new BadGraph("step " + step + " is not a finite number above 0");
    }
    return (graph, progress) -> {
      Route.check(graph, source);
      return new Result(graph, source, DeltaStepping.from(graph, source, step, progress));
    };
  }

  /** Distances from the source, and the ways. */
  final class Result {
    private final Csr graph;
    private final int source;
    private final double[] distance;
    private @Nullable Csr incoming;

    Result(Csr graph, int source, double[] distance) {
      this.graph = graph;
      this.source = source;
      this.distance = distance;
    }

    /** Distance from the source; infinite if the node is out of reach. */
    public double distance(int node) {
      return distance[node];
    }

    /** All distances; a copy. */
    public double[] distances() {
      return distance.clone();
    }

    /** How many nodes are within reach, the source among them. */
    public int reached() {
      int count = 0;
      for (double d : distance) {
        count += d < Double.POSITIVE_INFINITY ? 1 : 0;
      }
      return count;
    }

    /**
     * A shortest path to a node, or nothing if it is out of reach. Among several, the one whose
     * last nodes are smallest, going back from the target: it depends on the graph and not on the
     * algorithm. The first call turns the arcs of a directed graph round, in O(n + m).
     */
    public Optional<Route> route(int node) {
      Route.check(graph, node);
      if (distance[node] == Double.POSITIVE_INFINITY) {
        return Optional.empty();
      }
      Csr back = incoming == null ? graph.reverse() : incoming;
      incoming = back;
      int[] nodes = new int[8];
      int count = 0;
      for (int at = node; at != source; at = before(back, at)) {
        if (count + 1 == nodes.length) {
          nodes = Arrays.copyOf(nodes, 2 * count + 2);
        }
        nodes[count++] = at;
      }
      nodes[count++] = source;
      int[] forwards = new int[count];
      for (int i = 0; i < count; i++) {
        forwards[i] = nodes[count - 1 - i];
      }
      return Optional.of(new Route(forwards, distance[node]));
    }

    /* A distance was made by exactly this sum for some neighbour, so equality needs no tolerance. */
    private int before(Csr back, int node) {
      for (int a = back.first(node); a < back.end(node); a++) {
        int v = back.target(a);
        if (distance[v] < distance[node] && distance[v] + back.weight(a) == distance[node]) {
          return v;
        }
      }
      throw new IllegalStateException("node " + node + " has a distance that no arc gives");
    }
  }
}

package dev.sextant.kernels.path;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One path: nodes from the source to the target, each tied to the next. The array belongs to the
 * route: who changes it changes the route.
 *
 * @param nodes the source first, the target last; one node if they are the same
 * @param length the sum of its edges' lengths, added from the source on
 */
public record Route(int[] nodes, double length) {

  /** Number of edges. */
  public int hops() {
    return nodes.length - 1;
  }

  /** The route along these nodes; by hops if the graph is not weighted. */
  static Route along(Csr graph, int[] nodes) {
    double length = 0;
    for (int i = 0; i + 1 < nodes.length; i++) {
      length += graph.weight(graph.arc(nodes[i], nodes[i + 1]));
    }
    return new Route(nodes, length);
  }

  /** Refuses a node that the graph has not. */
  static void check(Csr graph, int node) {
    if (node < 0 || node >= graph.nodes()) {
      throw new BadGraph("node " + node + " is not within 0.." + (graph.nodes() - 1));
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Route that && length == that.length && Arrays.equals(nodes, that.nodes);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(nodes) + Double.hashCode(length);
  }

  @Override
  public String toString() {
    return Arrays.toString(nodes) + " " + length;
  }
}

package dev.sextant.kernels.group;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.Arrays;

/**
 * Graphs of two kinds of nodes, such as people and events, with ties only between the kinds:
 * whether a graph is one, and which tie among people their events make.
 *
 * <p>What: {@link #colours} finds the two sides if there are any. {@link #project} ties any two
 * nodes of one side that share others, with how many they share, Newman's weight (each shared one
 * counts 1/(d - 1) if d nodes share it: M. E. J. Newman 2001, doi:10.1103/PhysRevE.64.016132), and
 * the probability of sharing so many or more by chance if each had drawn its others at random
 * (hypergeometric: M. Tumminello et al. 2011, doi:10.1371/journal.pone.0017994). {@link
 * Projection#backbone} keeps what is significant after correction for the number of pairs.
 * Directions, weights and loops (which make a graph not two-mode) are not used.
 *
 * <p>Cost: colours O(n + m); projecting O(sum of squared degrees of the other side) time and 32
 * bytes a pair that shares anything, computed first and refused beyond a limit. Deterministic, one
 * thread, no seed.
 *
 * <p>When ties are missing: a shared event left out lowers the count and raises the p-value; events
 * that were only partly observed make chance look smaller than it was.
 */
public final class TwoMode {
  /** Pairs met while projecting, beyond which it refuses: about a minute and some gigabytes. */
  public static final long MOST_MEETINGS = 4_000_000_000L;

  /** Pairs kept. */
  public static final int MOST_PAIRS = 100_000_000;

  private TwoMode() {}

  /**
   * Two sides.
   *
   * @param found whether every tie goes from side 0 to side 1
   * @param side 0 or 1 by node, the smallest node of each piece on side 0; up to where it failed,
   *     if not found
   * @param odd an edge within a side, as its two ends; empty if found
   */
  public record Colours(boolean found, int[] side, int[] odd) {}

  /** Finds the two sides, each piece of the graph for itself. */
  public static Colours colours(Csr given) {
    Csr graph = given.ignoringDirection();
    int n = graph.nodes();
    int[] side = new int[n];
    Arrays.fill(side, -1);
    int[] queue = new int[n];
    for (int s = 0; s < n; s++) {
      int tail = 0;
      if (side[s] < 0) {
        side[s] = 0;
        queue[tail++] = s;
      }
      for (int head = 0; head < tail; head++) {
        int v = queue[head];
        for (int a = graph.first(v); a < graph.end(v); a++) {
          int w = graph.target(a);
          if (side[w] < 0) {
            side[w] = 1 - side[v];
            queue[tail++] = w;
          } else if (side[w] == side[v]) {
            return new Colours(false, side, new int[] {v, w});
          }
        }
      }
    }
    return new Colours(true, side, new int[0]);
  }

  /**
   * Ties among the nodes of a side.
   *
   * @param people true for the nodes to be tied; every edge must join one of them and another node
   * @throws BadGraph if an edge joins two nodes of a side, or the projection would be too large
   * @throws dev.sextant.kernels.Cancelled if progress says stop; it hears of every node
   */
  public static Projection project(Csr graph, boolean[] people, Progress progress) {
    return new Projecting(PlainRows.of(checked(graph, people)), people).compute(progress);
  }

  private static Csr checked(Csr graph, boolean[] people) {
    if (people.length != graph.nodes()) {
      throw new BadGraph(people.length + " sides for " + graph.nodes() + " nodes");
    }
    for (int v = 0; v < graph.nodes(); v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        if (people[v] == people[graph.target(a)]) {
          throw new BadGraph("edge " + v + "-" + graph.target(a) + " joins two nodes of a side");
        }
      }
    }
    return graph;
  }
}

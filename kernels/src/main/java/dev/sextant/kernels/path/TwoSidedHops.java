package dev.sextant.kernels.path;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.Arrays;
import java.util.Optional;

/* Breadth first from both ends, a whole level at a time, on the side whose last level has fewer
 * arcs. Before a level all nodes within a steps of the source and b of the target are known and the
 * two sets are apart, so no path has a + b steps or fewer; the first arc that joins the sets makes
 * one of a + b + 1. It is a shortest one, and the search ends there and then.
 *
 * A node's mark says in which question and from which end it was met: nothing needs clearing. Mark
 * and predecessor lie side by side, so that one read of memory brings both. */
final class TwoSidedHops implements PathFinder {
  private final int[][] offsets;
  private final int[][] targets;
  private final int[] met; // of node v: mark at 2v, predecessor at 2v + 1
  private final int[][] queue = {new int[64], new int[64]};
  private final int[] head = new int[2];
  private final int[] tail = new int[2];
  private final int nodes;
  private final Csr graph;
  private int question;
  private boolean avoiding; // the tie of the two ends itself

  TwoSidedHops(Csr graph) {
    Csr reverse = graph.reverse();
    this.graph = graph;
    this.nodes = graph.nodes();
    this.offsets = new int[][] {graph.sharedOffsets(), reverse.sharedOffsets()};
    this.targets = new int[][] {graph.sharedTargets(), reverse.sharedTargets()};
    this.met = new int[Math.multiplyExact(2, nodes)];
  }

  @Override
  public Optional<Route> find(int source, int target, Progress progress) {
    Route.check(graph, source);
    Route.check(graph, target);
    if (source == target) {
      return Optional.of(new Route(new int[] {source}, 0));
    }
    question += 2;
    if (question < 0) {
      Arrays.fill(met, 0);
      question = 2;
    }
    long[] ahead = {begin(0, source), begin(1, target)};
    for (long levels = 0; ahead[0] > 0 && ahead[1] > 0; levels++) {
      int side = ahead[0] <= ahead[1] ? 0 : 1;
      long join = advance(side);
      if (join >= 0) {
        int near = (int) (join >>> 32);
        int far = (int) join;
        return Optional.of(side == 0 ? joined(near, far) : joined(far, near));
      }
      ahead[side] = -join - 1;
      if ((levels & 0xF) == 0xF) {
        progress.step(levels, -1);
      }
    }
    return Optional.empty();
  }

  /** Hops between two nodes if the tie between them is not taken; infinite if there is no way. */
  double withoutTie(int source, int target, Progress progress) {
    avoiding = true;
    try {
      Optional<Route> route = find(source, target, progress);
      return route.isEmpty() ? Double.POSITIVE_INFINITY : route.get().hops();
    } finally {
      avoiding = false;
    }
  }

  private long begin(int side, int node) {
    met[2 * node] = question + side;
    met[2 * node + 1] = -1;
    queue[side][0] = node;
    head[side] = 0;
    tail[side] = 1;
    return (long) offsets[side][node + 1] - offsets[side][node];
  }

  /**
   * The arc that joins the sides, both ends in one number; or -1 less the arcs of the new level.
   */
  private long advance(int side) {
    int[] rows = offsets[side];
    int[] heads = targets[side];
    int[] list = queue[side];
    int own = question + side;
    int other = question + 1 - side;
    int from = head[side];
    int to = tail[side];
    int end = to;
    long arcs = 0;
    for (int i = from; i < to; i++) {
      int v = list[i];
      int stop = rows[v + 1];
      if (end + stop - rows[v] > list.length && list.length < nodes) {
        // Every node is listed once at most: room for a row never exceeds what all nodes need.
        list = Arrays.copyOf(list, (int) Math.min(nodes, 2L * (end + stop - rows[v])));
        queue[side] = list;
      }
      for (int a = rows[v]; a < stop; a++) {
        int w = heads[a];
        int mark = met[2 * w];
        if (mark == other) {
          if (!avoiding || met[2 * v + 1] >= 0 || met[2 * w + 1] >= 0) {
            return (long) v << 32 | w;
          }
        } else if (mark != own) {
          met[2 * w] = own;
          met[2 * w + 1] = v;
          list[end++] = w;
          arcs += rows[w + 1] - rows[w];
        }
      }
    }
    head[side] = to;
    tail[side] = end;
    return -arcs - 1;
  }

  private Route joined(int forwards, int backwards) {
    int before = 0;
    for (int v = forwards; v >= 0; v = met[2 * v + 1]) {
      before++;
    }
    int after = 0;
    for (int v = backwards; v >= 0; v = met[2 * v + 1]) {
      after++;
    }
    int[] route = new int[before + after];
    int at = before;
    for (int v = forwards; v >= 0; v = met[2 * v + 1]) {
      route[--at] = v;
    }
    at = before;
    for (int v = backwards; v >= 0; v = met[2 * v + 1]) {
      route[at++] = v;
    }
    return new Route(route, route.length - 1);
  }
}

package dev.sextant.kernels.path;

import dev.sextant.kernels.Components;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Partition;
import dev.sextant.kernels.Progress;
import java.util.Arrays;

/* iFUB. Seen from a node u in the middle, two nodes both within i steps of u are at most 2i apart.
 * So eccentricities are computed of the nodes farthest from u first, and once the best exceeds
 * 2(i - 1) for the distance i just finished, no pair of nearer nodes can beat it. The middle comes
 * from two double sweeps: from the node of highest degree to the farthest and on to the farthest
 * from that; the middle of this path; and the same once more from there.
 *
 * Components come largest first, and one with no more nodes than the best so far cannot hold a
 * longer path. */
final class FringeBound {
  private final Csr graph;
  private final int[] offsets;
  private final int[] targets;
  private final int[] level;
  private final int[] queue;
  private int reached;
  private long searches;
  private int best;
  private int from = -1;
  private int to = -1;

  FringeBound(Csr graph) {
    this.graph = graph;
    this.offsets = graph.sharedOffsets();
    this.targets = graph.sharedTargets();
    this.level = new int[graph.nodes()];
    this.queue = new int[graph.nodes()];
    Arrays.fill(level, -1);
  }

  Diameter.Result compute(Progress progress) {
    Partition parts = Components.weak().compute(graph, progress);
    int[] busiest = new int[parts.groups()];
    Arrays.fill(busiest, -1);
    for (int v = 0; v < graph.nodes(); v++) {
      int part = parts.groupOf(v);
      if (busiest[part] < 0 || degree(v) > degree(busiest[part])) {
        busiest[part] = v;
      }
    }
    for (int part = 0; part < parts.groups() && parts.size(part) - 1 > best; part++) {
      component(busiest[part], progress);
    }
    return new Diameter.Result(best, from, to, searches);
  }

  private int degree(int v) {
    return offsets[v + 1] - offsets[v];
  }

  private void component(int start, Progress progress) {
    int middle = sweep(sweep(start));
    search(middle);
    int[] order = Arrays.copyOf(queue, reached);
    int[] depth = new int[reached];
    for (int i = 0; i < reached; i++) {
      depth[i] = level[order[i]];
    }
    note(middle);
    for (int i = order.length - 1; i > 0 && best < 2 * depth[i]; i--) {
      search(order[i]);
      note(order[i]);
      progress.step(order.length - (long) i, order.length);
    }
  }

  /** The middle of a long path, found by going to the far end twice. */
  private int sweep(int start) {
    search(start);
    int far = queue[reached - 1];
    search(far);
    note(far);
    int at = queue[reached - 1];
    for (int d = level[at]; d > level[queue[reached - 1]] / 2; d--) {
      int a = offsets[at];
      while (level[targets[a]] != d - 1) {
        a++;
      }
      at = targets[a];
    }
    return at;
  }

  private void note(int source) {
    int far = queue[reached - 1];
    if (level[far] > best) {
      best = level[far];
      from = source;
      to = far;
    }
  }

  private void search(int source) {
    for (int i = 0; i < reached; i++) {
      level[queue[i]] = -1;
    }
    searches++;
    level[source] = 0;
    queue[0] = source;
    reached = 1;
    for (int i = 0; i < reached; i++) {
      int v = queue[i];
      int d = level[v] + 1;
      for (int a = offsets[v]; a < offsets[v + 1]; a++) {
        int w = targets[a];
        if (level[w] < 0) {
          level[w] = d;
          queue[reached++] = w;
        }
      }
    }
  }
}

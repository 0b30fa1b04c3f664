package dev.sextant.kernels.path;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.NodeHeap;
import dev.sextant.kernels.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/* The paths not yet given out lie in subspaces that share none: "begins with this prefix and does
 * not go on by these arcs". Each subspace is held by its shortest path. When that path is given out,
 * what is left of its subspace is cut at every node where another path may leave it, beginning at
 * the node where the subspace itself begins; each part is searched once.
 *
 * A search runs nearest first by distance so far plus the unhindered distance to the target. What is
 * forbidden can only make the way longer, so this never overestimates; it goes straight at the
 * target unless something stands in the way, and does not enter parts that cannot reach it. */
final class YenLawler {
  private final Csr graph;
  private final int source;
  private final int target;
  private double[] ahead = new double[0]; // unhindered distance to the target
  private final double[] distance;
  private final double[] key;
  private final int[] before;
  private final boolean[] banned;
  private final NodeHeap heap;
  private int[] touched = new int[64];
  private int count;

  /**
   * The shortest path of a subspace.
   *
   * @param leaves place in the route of the last node of the prefix
   * @param shut targets of arcs by which the prefix may not go on
   */
  private record Candidate(Route route, int leaves, int[] shut) {}

  YenLawler(Csr graph, int source, int target) {
    Route.check(graph, source);
    Route.check(graph, target);
    int n = graph.nodes();
    this.graph = graph;
    this.source = source;
    this.target = target;
    this.distance = new double[n];
    this.key = new double[n];
    this.before = new int[n];
    this.banned = new boolean[n];
    this.heap = new NodeHeap(key);
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
  }

  List<Route> find(int k, Progress progress) {
    if (k == 0) {
      return List.of();
    }
    if (source == target) {
      return List.of(new Route(new int[] {source}, 0));
    }
    Csr reverse = graph.reverse();
    ahead =
        graph.weighted()
            ? Dijkstra.from(reverse, target, progress)
            : BreadthFirst.from(reverse, target, progress);
    PriorityQueue<Candidate> candidates =
        new PriorityQueue<>(
            Comparator.<Candidate>comparingDouble(c -> c.route.length())
                .thenComparing(c -> c.route.nodes(), Arrays::compare));
    List<Route> found = new ArrayList<>();
    offer(candidates, new int[] {source}, 0, new int[0]);
    while (found.size() < k && !candidates.isEmpty()) {
      Candidate best = candidates.remove();
      found.add(best.route);
      progress.step(found.size(), k);
      if (found.size() < k) {
        split(best, candidates, progress, found.size(), k);
      }
    }
    return List.copyOf(found);
  }

  private void split(
      Candidate given, PriorityQueue<Candidate> candidates, Progress progress, long done, long k) {
    int[] nodes = given.route.nodes();
    for (int i = given.leaves; i + 1 < nodes.length; i++) {
      int[] shut = i == given.leaves ? plus(given.shut, nodes[i + 1]) : new int[] {nodes[i + 1]};
      offer(candidates, nodes, i, shut);
      progress.step(done, k);
    }
  }

  private static int[] plus(int[] values, int value) {
    int[] out = Arrays.copyOf(values, values.length + 1);
    out[values.length] = value;
    return out;
  }

  /**
   * Searches the subspace of paths that begin with nodes up to a place and shun some arcs there.
   */
  private void offer(PriorityQueue<Candidate> candidates, int[] nodes, int leaves, int[] shut) {
    for (int i = 0; i <= leaves; i++) {
      banned[nodes[i]] = true;
    }
    int spur = nodes[leaves];
    for (int a = graph.first(spur); a < graph.end(spur); a++) {
      int w = graph.target(a);
      if (!contains(shut, w)) {
        reach(w, graph.weight(a), spur);
      }
    }
    boolean arrived = search();
    if (arrived) {
      int hops = 0;
      for (int v = target; v != spur; v = before[v]) {
        hops++;
      }
      int[] route = Arrays.copyOf(nodes, leaves + 1 + hops);
      int at = route.length;
      for (int v = target; v != spur; v = before[v]) {
        route[--at] = v;
      }
      candidates.add(new Candidate(Route.along(graph, route), leaves, shut));
    }
    for (int i = 0; i <= leaves; i++) {
      banned[nodes[i]] = false;
    }
    for (int i = 0; i < count; i++) {
      distance[touched[i]] = Double.POSITIVE_INFINITY;
    }
    count = 0;
    heap.clear();
  }

  private static boolean contains(int[] values, int value) {
    for (int v : values) {
      if (v == value) {
        return true;
      }
    }
    return false;
  }

  /* Rounding may make a settled node's distance a trifle smaller later: it is then taken again. */
  private boolean search() {
    while (!heap.isEmpty()) {
      int v = heap.poll();
      if (v == target) {
        return true;
      }
      for (int a = graph.first(v); a < graph.end(v); a++) {
        reach(graph.target(a), distance[v] + graph.weight(a), v);
      }
    }
    return false;
  }

  private void reach(int node, double through, int from) {
    if (banned[node] || through >= distance[node] || ahead[node] == Double.POSITIVE_INFINITY) {
      return;
    }
    if (distance[node] == Double.POSITIVE_INFINITY) {
      if (count == touched.length) {
        touched = Arrays.copyOf(touched, 2 * count);
      }
      touched[count++] = node;
    }
    distance[node] = through;
    key[node] = through + ahead[node];
    before[node] = from;
    heap.offer(node);
  }
}

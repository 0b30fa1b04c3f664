package dev.sextant.kernels.path;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/* Dinic's algorithm on arcs that carry one unit. For paths apart in nodes every node v but the ends
 * is split into an entrance 2v and an exit 2v + 1 joined by one arc of one unit; for paths apart in
 * edges a node is its own exit. Arc i's opposite is arc i ^ 1; `room` says what it can still carry.
 * An undirected edge by edges is one pair with room 1 both ways, which lets one unit pass one way.
 * By nodes it is two pairs of its own, so that the two directions do not spend each other's room;
 * there an arc between nodes has room for two, which the nodes' own room of one never fills, so that
 * the cut goes through nodes, except for a tie of source and target itself.
 *
 * The cut: after the last round, what the source still reaches is one side; the full arcs that leave
 * it are the cut. */
final class UnitFlow {
  private final Csr graph;
  private final boolean apart;
  private final int start;
  private final int end;
  private final int source;
  private final int target;
  private final int[] first; // of a vertex's arcs in `order`
  private final int[] order;
  private final int[] head;
  private final byte[] room;
  private final int[] level;
  private final int[] next;

  UnitFlow(Csr graph, int source, int target, boolean apart) {
    Route.check(graph, source);
    Route.check(graph, target);
    if (source == target) {
      throw new BadGraph("source and target are the same node " + source);
    }
    this.graph = graph;
    this.apart = apart;
    this.source = source;
    this.target = target;
    this.start = apart ? 2 * source + 1 : source;
    this.end = apart ? 2 * target : target;
    int vertices = Math.multiplyExact(apart ? 2 : 1, graph.nodes());
    int pairs = (apart ? graph.nodes() : 0) + pairs();
    int[] tail = new int[Math.multiplyExact(2, pairs)];
    this.head = new int[2 * pairs];
    this.room = new byte[2 * pairs];
    fill(tail);
    this.first = new int[vertices + 1];
    for (int v : tail) {
      first[v + 1]++;
    }
    for (int v = 0; v < vertices; v++) {
      first[v + 1] += first[v];
    }
    this.next = new int[vertices];
    System.arraycopy(first, 0, next, 0, vertices);
    this.order = new int[tail.length];
    for (int i = 0; i < tail.length; i++) {
      order[next[tail[i]]++] = i;
    }
    this.level = new int[vertices];
  }

  private boolean oncePerEdge() {
    return !graph.directed() && !apart;
  }

  private int pairs() {
    return oncePerEdge() ? graph.edges() - graph.loops() : graph.arcs() - graph.loops();
  }

  private void fill(int[] tail) {
    int at = 0;
    for (int v = 0; v < graph.nodes(); v++) {
      if (apart) {
        tail[at] = 2 * v;
        head[at] = 2 * v + 1;
        room[at] = 1;
        tail[at + 1] = 2 * v + 1;
        head[at + 1] = 2 * v;
        at += 2;
      }
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int w = graph.target(a);
        if (w != v && !(oncePerEdge() && w < v)) {
          tail[at] = apart ? 2 * v + 1 : v;
          head[at] = apart ? 2 * w : w;
          room[at] = (byte) (apart && !(v == source && w == target) ? 2 : 1);
          tail[at + 1] = head[at];
          head[at + 1] = tail[at];
          room[at + 1] = (byte) (oncePerEdge() ? 1 : 0);
          at += 2;
        }
      }
    }
  }

  DisjointPaths.Result compute(Progress progress) {
    byte[] before = room.clone();
    for (long round = 1; levels(); round++) {
      System.arraycopy(first, 0, next, 0, next.length);
      augment();
      progress.step(round, -1);
    }
    int[] reach = level.clone();
    return result(before, reach);
  }

  /** Breadth first along arcs with room; false if the end is out of reach. */
  private boolean levels() {
    Arrays.fill(level, -1);
    int[] queue = new int[level.length];
    int tail = 0;
    level[start] = 0;
    queue[tail++] = start;
    for (int i = 0; i < tail; i++) {
      int v = queue[i];
      for (int at = first[v]; at < first[v + 1]; at++) {
        int a = order[at];
        if (room[a] > 0 && level[head[a]] < 0) {
          level[head[a]] = level[v] + 1;
          queue[tail++] = head[a];
        }
      }
    }
    return level[end] >= 0;
  }

  /** Sends one unit after another along arcs that lead one level on, without recursion. */
  private void augment() {
    int[] way = new int[level[end]];
    int depth = 0;
    int v = start;
    while (true) {
      if (v == end) {
        for (int i = 0; i < depth; i++) {
          room[way[i]]--;
          room[way[i] ^ 1]++;
        }
        depth = 0;
        v = start;
      }
      while (next[v] < first[v + 1] && !leads(order[next[v]], v)) {
        next[v]++;
      }
      if (next[v] < first[v + 1]) {
        way[depth++] = order[next[v]];
        v = head[order[next[v]]];
      } else if (depth == 0) {
        return;
      } else {
        // A dead end: the arc that led here is of no more use in this round.
        v = head[way[--depth] ^ 1];
        next[v]++;
      }
    }
  }

  private boolean leads(int arc, int v) {
    int w = head[arc];
    // Beyond the level of the end nothing leads to it.
    return room[arc] > 0 && level[w] == level[v] + 1 && (w == end || level[w] < level[end]);
  }

  private DisjointPaths.Result result(byte[] before, int[] reach) {
    List<Route> routes = new ArrayList<>();
    while (true) {
      int[] route = follow(before);
      if (route.length == 0) {
        break;
      }
      routes.add(new Route(route, route.length - 1));
    }
    routes.sort(
        Comparator.<Route>comparingInt(Route::hops).thenComparing(Route::nodes, Arrays::compare));
    List<int[]> cut = new ArrayList<>();
    int[] nodes = new int[graph.nodes()];
    int count = 0;
    for (int a = 0; a < head.length; a++) {
      int from = head[a ^ 1];
      if (before[a] > 0 && reach[from] >= 0 && reach[head[a]] < 0) {
        if (apart && from / 2 == head[a] / 2) {
          nodes[count++] = from / 2;
        } else {
          cut.add(apart ? new int[] {from / 2, head[a] / 2} : new int[] {from, head[a]});
        }
      }
    }
    return new DisjointPaths.Result(
        List.copyOf(routes),
        Arrays.copyOf(nodes, count),
        cut.stream().mapToInt(edge -> edge[0]).toArray(),
        cut.stream().mapToInt(edge -> edge[1]).toArray());
  }

  /* Follows units from the source and takes them out. A unit that comes back to a node runs in a
   * circle, which is cut off: what is left of the walk is a path. */
  private int[] follow(byte[] before) {
    int[] place = level;
    Arrays.fill(place, -1);
    int[] way = new int[64];
    int length = 0;
    int v = start;
    while (v != end) {
      for (int i = length - 1; place[v] >= 0 && i >= place[v]; i--) {
        if (i > place[v]) {
          place[way[i]] = -1;
        }
      }
      length = place[v] >= 0 ? place[v] : length;
      if (length == way.length) {
        way = Arrays.copyOf(way, 2 * length);
      }
      place[v] = length;
      way[length++] = v;
      int arc = carrying(v, before);
      if (arc < 0) {
        return new int[0];
      }
      room[arc]++;
      v = head[arc];
    }
    int[] nodes = new int[length + 1];
    int count = 0;
    for (int i = 0; i < length; i++) {
      int node = apart ? way[i] / 2 : way[i];
      if (count == 0 || nodes[count - 1] != node) {
        nodes[count++] = node;
      }
    }
    nodes[count++] = target;
    return Arrays.copyOf(nodes, count);
  }

  private int carrying(int v, byte[] before) {
    for (int at = first[v]; at < first[v + 1]; at++) {
      int a = order[at];
      if (room[a] < before[a]) {
        return a;
      }
    }
    return -1;
  }
}

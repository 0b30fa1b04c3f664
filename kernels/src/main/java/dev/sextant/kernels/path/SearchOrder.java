package dev.sextant.kernels.path;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.NodeHeap;
import java.util.Arrays;

/**
 * Searches from one source after another in buffers that are used again: for kernels that visit the
 * nodes of each search in the order in which it met them.
 *
 * <p>What: after {@link #from}, {@link #order} holds the {@link #reached} nodes by distance, the
 * source first; nodes that are equally far come in an order that the graph alone fixes. Paper: E.
 * W. Dijkstra 1959, doi:10.1007/BF01386390; breadth first where nothing has a length. Cost for n
 * nodes and m edges: O(n + m) a search by hops, O(m log n) by lengths; 12 bytes a node by hops, 20
 * by lengths. Exact. Deterministic. No seed. Not for several threads at once.
 */
public final class SearchOrder {
  private final int[] offsets;
  private final int[] targets;
  private final double[] lengths;
  private final double[] distance;
  private final int[] order;
  private final NodeHeap heap;
  private int reached;

  /** Searches of a graph; weights are lengths, and without them every edge has length 1. */
  public SearchOrder(Csr graph) {
    int n = graph.nodes();
    double[] weights = graph.sharedWeights();
    this.offsets = graph.sharedOffsets();
    this.targets = graph.sharedTargets();
    this.lengths = weights == null ? new double[0] : weights;
    this.distance = new double[n];
    this.order = new int[n];
    this.heap = new NodeHeap(weights == null ? new double[0] : distance);
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
  }

  /** Searches from a source; what the search before found is forgotten. */
  public void from(int source) {
    for (int i = 0; i < reached; i++) {
      distance[order[i]] = Double.POSITIVE_INFINITY;
    }
    reached = 0;
    distance[source] = 0;
    if (lengths.length == 0) {
      breadthFirst(source);
    } else {
      nearestFirst(source);
    }
  }

  private void breadthFirst(int source) {
    int tail = 0;
    order[tail++] = source;
    for (int head = 0; head < tail; head++) {
      int v = order[head];
      double next = distance[v] + 1;
      for (int a = offsets[v]; a < offsets[v + 1]; a++) {
        int w = targets[a];
        if (distance[w] == Double.POSITIVE_INFINITY) {
          distance[w] = next;
          order[tail++] = w;
        }
      }
    }
    reached = tail;
  }

  private void nearestFirst(int source) {
    int tail = 0;
    heap.offer(source);
    while (!heap.isEmpty()) {
      int v = heap.poll();
      order[tail++] = v;
      double at = distance[v];
      for (int a = offsets[v]; a < offsets[v + 1]; a++) {
        int w = targets[a];
        double through = at + lengths[a];
        if (through < distance[w]) {
          distance[w] = through;
          heap.offer(w);
        }
      }
    }
    reached = tail;
  }

  /** How many nodes the last search met, the source among them. */
  public int reached() {
    return reached;
  }

  /** The node met so many others after the source. */
  public int order(int place) {
    return order[place];
  }

  /** Distance of a node from the last source; infinite if it was not met. */
  public double distance(int node) {
    return distance[node];
  }

  /** The search's own order, of which the first {@link #reached} count; never to be written. */
  public int[] sharedOrder() {
    return order;
  }

  /** The search's own distances; never to be written. */
  public double[] sharedDistances() {
    return distance;
  }
}

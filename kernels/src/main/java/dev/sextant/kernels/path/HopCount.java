package dev.sextant.kernels.path;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.Arrays;

/**
 * Hands out, for every node, how many others are how many hops from it.
 *
 * <p>What: {@link #forEach} tells of every node and distance how many sources lie so far behind it
 * along the arcs, in several parts whose order the graph alone fixes; over a reversed graph, how
 * many lie ahead. The source itself is left out. For sums over all distances, {@link
 * dev.sextant.kernels.Closeness} is faster. Paper: M. Then et al. 2014,
 * doi:10.14778/2735496.2735507. Cost for n nodes and m edges: O(n m / 64) steps where searches meet
 * the graph together, O(n m) at worst; some 36 bytes a node. Exact. Deterministic. No seed.
 */
public final class HopCount {
  /* Bit i of a node's word stands for source i of the pass. Nodes met last hand their bits to their
   * neighbours; what arrives and was not there before is met one hop farther, and only its number
   * counts. Sources come in breadth-first order, since searches that start side by side meet most
   * nodes together and share the work; the order changes no count. */

  /** Hears how many sources meet a node at a distance. */
  @FunctionalInterface
  public interface Meeting {
    /**
     * Some of the sources meet a node.
     *
     * @param node the node
     * @param hops the distance, at least 1
     * @param sources how many of the sources of this pass meet it there, at least 1
     */
    void met(int node, int hops, int sources);
  }

  private final Csr graph;
  private final int[] offsets;
  private final int[] targets;
  private final long[] seen;
  private final long[] here;
  private final long[] next;
  private int[] front;
  private int[] ahead;

  /** Counts in a graph; weights are ignored. */
  public HopCount(Csr graph) {
    int n = graph.nodes();
    this.graph = graph;
    this.offsets = graph.sharedOffsets();
    this.targets = graph.sharedTargets();
    this.seen = new long[n];
    this.here = new long[n];
    this.next = new long[n];
    this.front = new int[n];
    this.ahead = new int[n];
  }

  /**
   * Tells of all meetings.
   *
   * @throws dev.sextant.kernels.Cancelled if progress says stop; it hears of every 64 sources
   */
  public void forEach(Meeting meeting, Progress progress) {
    int n = graph.nodes();
    int[] order = order();
    for (int first = 0; first < n; first += Long.SIZE) {
      int last = Math.min(n, first + Long.SIZE);
      pass(order, first, last, meeting);
      progress.step(last, n);
    }
  }

  private int[] order() {
    int n = graph.nodes();
    int[] order = new int[n];
    boolean[] listed = new boolean[n];
    int tail = 0;
    for (int root = 0; root < n; root++) {
      if (!listed[root]) {
        listed[root] = true;
        int head = tail;
        order[tail++] = root;
        for (; head < tail; head++) {
          int v = order[head];
          for (int a = offsets[v]; a < offsets[v + 1]; a++) {
            if (!listed[targets[a]]) {
              listed[targets[a]] = true;
              order[tail++] = targets[a];
            }
          }
        }
      }
    }
    return order;
  }

  private void pass(int[] order, int first, int last, Meeting meeting) {
    Arrays.fill(seen, 0);
    int size = last - first;
    for (int i = 0; i < size; i++) {
      int s = order[first + i];
      seen[s] = here[s] = 1L << i;
      front[i] = s;
    }
    for (int d = 1; size > 0; d++) {
      int found = 0;
      for (int i = 0; i < size; i++) {
        int v = front[i];
        long bits = here[v];
        here[v] = 0;
        for (int a = offsets[v]; a < offsets[v + 1]; a++) {
          int w = targets[a];
          long fresh = bits & ~seen[w];
          if (fresh != 0) {
            if (next[w] == 0) {
              ahead[found++] = w;
            }
            next[w] |= fresh;
          }
        }
      }
      for (int i = 0; i < found; i++) {
        int w = ahead[i];
        meeting.met(w, d, Long.bitCount(next[w]));
        seen[w] |= next[w];
        here[w] = next[w];
        next[w] = 0;
      }
      int[] swap = front;
      front = ahead;
      ahead = swap;
      size = found;
    }
  }
}

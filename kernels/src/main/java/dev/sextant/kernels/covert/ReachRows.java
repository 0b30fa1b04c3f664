package dev.sextant.kernels.covert;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.Arrays;

/* Distances from every candidate to every node, one char each; 0 is the candidate itself and FAR is
 * out of reach. A set's worth is a sum over nodes of what its nearest member makes of them, so a
 * candidate added to a set needs one look at its row. */
final class ReachRows {
  /** Out of reach. */
  static final char FAR = Character.MAX_VALUE;

  private final int n;
  private final char[][] rows;
  private final int[] rowOf;
  private final double[] gain;

  /**
   * @param steps within which a node counts 1; 0 to count 1/distance
   */
  ReachRows(Csr graph, int[] pool, int steps, Progress progress) {
    n = graph.nodes();
    long need = 2L * n * pool.length;
    long may = Runtime.getRuntime().maxMemory() / 2;
    if (need > may) {
      throw new BadGraph(
          "distances from "
              + pool.length
              + " candidates to "
              + n
              + " nodes need "
              + need
              + " bytes, more than the "
              + may
              + " that may be used; make the pool smaller");
    }
    rows = new char[pool.length][];
    rowOf = new int[n];
    int[] queue = new int[n];
    int farthest = 1;
    for (int i = 0; i < pool.length; i++) {
      rows[i] = new char[n];
      rowOf[pool[i]] = i;
      farthest = Math.max(farthest, search(graph, pool[i], rows[i], queue));
      progress.step(i + 1L, pool.length);
    }
    gain = new double[FAR + 1];
    for (int d = 1; d <= farthest; d++) {
      gain[d] = steps == 0 ? 1.0 / d : d <= steps ? 1 : 0;
    }
    gain[0] = 1;
  }

  private static int search(Csr graph, int source, char[] row, int[] queue) {
    Arrays.fill(row, FAR);
    row[source] = 0;
    queue[0] = source;
    int size = 1;
    int last = 0;
    for (int i = 0; i < size; i++) {
      int v = queue[i];
      // One step short of FAR is where distances stop being told apart: 1/distance is 0.00002.
      last = Math.min(row[v] + 1, FAR - 1);
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int w = graph.target(a);
        if (row[w] == FAR) {
          row[w] = (char) last;
          queue[size++] = w;
        }
      }
    }
    return last;
  }

  /** Judges sets; for one thread. The cost is what the set reaches, negative. */
  SetClimb.Costs judge() {
    char[] near = new char[n];
    return (members, pool, costs, progress) -> {
      Arrays.fill(near, FAR);
      for (int v = 0; v < n; v++) {
        if (members[v]) {
          char[] row = rows[rowOf[v]];
          for (int w = 0; w < n; w++) {
            near[w] = row[w] < near[w] ? row[w] : near[w];
          }
        }
      }
      for (int i = 0; i < pool.length; i++) {
        if (members[pool[i]]) {
          costs[i] = Double.POSITIVE_INFINITY;
          continue;
        }
        char[] row = rows[i];
        double sum = 0;
        for (int w = 0; w < n; w++) {
          sum += gain[row[w] < near[w] ? row[w] : near[w]];
        }
        costs[i] = -sum;
        if ((i & 255) == 255) {
          progress.step(0, -1);
        }
      }
    };
  }
}

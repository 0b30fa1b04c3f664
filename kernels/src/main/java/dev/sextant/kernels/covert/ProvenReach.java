package dev.sextant.kernels.covert;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.Arrays;

/* Branch and bound for reach. What a set is worth is monotone and submodular: with r members still
 * to choose, no choice adds more than the r largest gains that candidates have now. Candidates are
 * branched in falling order of gain, so the first that cannot matter ends the node. Depth is the
 * set's size, at most 60. */
final class ProvenReach {
  private final int n;
  private final double[][] gain; // what the candidate makes of the node
  private final BestSets best;
  private final Progress progress;
  private final long budget;
  private long steps;
  private int[] set = new int[0];

  ProvenReach(Csr graph, int reach, BestSets best, long budget, Progress progress) {
    n = graph.nodes();
    this.best = best;
    this.budget = budget;
    this.progress = progress;
    gain = new double[n][n];
    for (int v = 0; v < n; v++) {
      int[] distance = SmallGraph.distances(graph, v);
      for (int w = 0; w < n; w++) {
        int d = distance[w];
        gain[v][w] = d == 0 ? 1 : d < 0 ? 0 : reach == 0 ? 1.0 / d : d <= reach ? 1 : 0;
      }
    }
  }

  /** Adds the best sets; false if the budget ended first. */
  boolean run(int size) {
    set = new int[size];
    int[] all = new int[n];
    Arrays.setAll(all, v -> v);
    return branch(0, all, n, new double[n]);
  }

  private boolean branch(int depth, int[] candidates, int count, double[] now) {
    if (++steps > budget) {
      return false;
    }
    if ((steps & 1023) == 0) {
      progress.step(steps, -1);
    }
    double value = 0;
    for (double x : now) {
      value += x;
    }
    double[] gains = new double[n];
    Integer[] order = new Integer[count];
    for (int i = 0; i < count; i++) {
      int v = candidates[i];
      double sum = 0;
      for (int w = 0; w < n; w++) {
        sum += Math.max(0, gain[v][w] - now[w]);
      }
      gains[v] = sum;
      order[i] = v;
    }
    Arrays.sort(order, (a, b) -> gains[a] != gains[b] ? Double.compare(gains[b], gains[a]) : a - b);
    int rest = set.length - depth;
    for (int i = 0; i + rest <= count; i++) {
      double most = value;
      for (int j = 0; j < rest; j++) {
        most += gains[order[i + j]];
      }
      if (-most >= best.limit() - BestSets.SAME) {
        return true;
      }
      set[depth] = order[i];
      if (rest == 1) {
        leaf(now);
      } else {
        int[] later = new int[count - i - 1];
        for (int j = 0; j < later.length; j++) {
          later[j] = order[i + 1 + j];
        }
        double[] then = now.clone();
        for (int w = 0; w < n; w++) {
          then[w] = Math.max(then[w], gain[set[depth]][w]);
        }
        if (!branch(depth + 1, later, later.length, then)) {
          return false;
        }
      }
    }
    return true;
  }

  private void leaf(double[] now) {
    double sum = 0;
    double[] row = gain[set[set.length - 1]];
    for (int w = 0; w < n; w++) {
      sum += Math.max(now[w], row[w]);
    }
    int[] sorted = set.clone();
    Arrays.sort(sorted);
    best.add(sorted, -sum);
  }
}

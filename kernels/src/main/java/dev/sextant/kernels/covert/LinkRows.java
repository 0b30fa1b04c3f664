package dev.sextant.kernels.covert;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.Arrays;

/* One node's scores with all others. Scores that follow walks spread a sparse vector step by step
 * and touch only what walks reach; for one thread. */
final class LinkRows {
  private static final double ENOUGH = 1e-9;

  /** PageRank at .99 needs 2,000 rounds; more only for a chance so near 1 that it says nothing. */
  private static final int ROUNDS = 10_000;

  private final LinkScore score;
  private final int n;
  private final int[] offsets;
  private final int[] targets;
  private final int[] degree;
  private final double beta;

  /** Scores of the row; 0 where none. */
  final double[] row;

  /** Nodes with a score, each once; meaningless for preferential attachment. */
  int[] listed;

  int size;
  private final boolean[] inList;
  private double[] now;
  private double[] next;
  private int[] front;
  private int[] ahead;
  private final boolean[] inAhead;

  /**
   * @param graph undirected, without loops
   * @param largest eigenvalue of the graph, or more; for Katz
   */
  LinkRows(Csr graph, LinkScore score, double largest) {
    this.score = score;
    n = graph.nodes();
    offsets = graph.sharedOffsets();
    targets = graph.sharedTargets();
    degree = new int[n];
    Arrays.setAll(degree, v -> offsets[v + 1] - offsets[v]);
    beta = largest > 0 ? score.factor() / largest : 0;
    row = new double[n];
    listed = new int[n];
    inList = new boolean[n];
    now = new double[n];
    next = new double[n];
    front = new int[n];
    ahead = new int[n];
    inAhead = new boolean[n];
  }

  /** Above the largest eigenvalue by a thousandth at most, on all but near-tied spectra. */
  static double largestEigenvalue(Csr graph, Progress progress) {
    int n = graph.nodes();
    double[] x = new double[n];
    Arrays.fill(x, 1);
    double upper = 0;
    for (int round = 0; round < 300; round++) {
      double[] y = new double[n];
      double most = 0;
      double highest = 0;
      for (int v = 0; v < n; v++) {
        // One added to every eigenvalue keeps bipartite graphs from swinging for ever.
        double sum = x[v];
        for (int a = graph.first(v); a < graph.end(v); a++) {
          sum += x[graph.target(a)];
        }
        y[v] = sum;
        most = Math.max(most, sum);
        highest = Math.max(highest, sum / x[v]);
      }
      // Collatz and Wielandt: for positive x, no eigenvalue is above the largest ratio.
      upper = highest - 1;
      for (int v = 0; v < n; v++) {
        x[v] = Math.max(y[v] / most, 1e-300);
      }
      progress.step(round, 300);
    }
    return upper;
  }

  /** Computes the scores of one node with all others. */
  void compute(int u) {
    for (int i = 0; i < size; i++) {
      row[listed[i]] = 0;
      inList[listed[i]] = false;
    }
    size = 0;
    switch (score.kind()) {
      case PREFERENTIAL_ATTACHMENT -> {
        for (int v = 0; v < n; v++) {
          add(v, (double) degree[u] * degree[v]);
        }
      }
      case LOCAL_PATH -> localPath(u);
      case KATZ -> katz(u);
      case PAGERANK -> pageRank(u);
      default -> common(u);
    }
  }

  private void add(int v, double value) {
    if (!inList[v]) {
      inList[v] = true;
      listed[size++] = v;
    }
    row[v] += value;
  }

  private void common(int u) {
    LinkScore.Kind kind = score.kind();
    for (int a = offsets[u]; a < offsets[u + 1]; a++) {
      int w = targets[a];
      // A common neighbour of two different nodes has at least two neighbours.
      double worth =
          kind == LinkScore.Kind.ADAMIC_ADAR
              ? 1 / Math.log(Math.max(2, degree[w]))
              : kind == LinkScore.Kind.RESOURCE_ALLOCATION ? 1.0 / degree[w] : 1;
      for (int b = offsets[w]; b < offsets[w + 1]; b++) {
        if (targets[b] != u) {
          add(targets[b], worth);
        }
      }
    }
    if (kind == LinkScore.Kind.JACCARD) {
      for (int i = 0; i < size; i++) {
        int v = listed[i];
        row[v] /= degree[u] + degree[v] - row[v];
      }
    }
  }

  private void localPath(int u) {
    int count = step(begin(u));
    count = step(count);
    for (int i = 0; i < count; i++) {
      add(front[i], now[front[i]]);
    }
    if (score.factor() > 0) {
      count = step(count);
      for (int i = 0; i < count; i++) {
        add(front[i], score.factor() * now[front[i]]);
      }
    }
    forget(count);
  }

  private void katz(int u) {
    int count = begin(u);
    double share = 1;
    double rest = 1;
    // Walks of l steps are at most largest^l in all directions together: factor^l bounds the rest.
    while (rest > ENOUGH * (1 - score.factor()) && count > 0) {
      count = step(count);
      share *= beta;
      rest *= score.factor();
      for (int i = 0; i < count; i++) {
        add(front[i], share * now[front[i]]);
      }
    }
    forget(count);
  }

  /* Row u holds where walks from u are; that v's walks are at u follows from detailed balance,
   * p(v, u) = p(u, v) d_u / d_v, since the graph is undirected. */
  private void pageRank(int u) {
    if (degree[u] == 0) {
      return;
    }
    int count = begin(u);
    double on = score.factor();
    double rest = 1;
    for (int round = 0; rest > ENOUGH && round < ROUNDS; round++) {
      for (int i = 0; i < count; i++) {
        int v = front[i];
        add(v, (1 - on) * now[v]);
        now[v] *= on / degree[v];
      }
      rest *= on;
      count = step(count);
    }
    forget(count);
    for (int i = 0; i < size; i++) {
      int v = listed[i];
      row[v] *= 1 + (double) degree[u] / degree[v];
    }
  }

  private int begin(int u) {
    now[u] = 1;
    front[0] = u;
    return 1;
  }

  /** Moves what is on the front one step along all ties. */
  private int step(int count) {
    int met = 0;
    for (int i = 0; i < count; i++) {
      int v = front[i];
      double amount = now[v];
      now[v] = 0;
      for (int a = offsets[v]; a < offsets[v + 1]; a++) {
        int w = targets[a];
        if (!inAhead[w]) {
          inAhead[w] = true;
          ahead[met++] = w;
        }
        next[w] += amount;
      }
    }
    for (int i = 0; i < met; i++) {
      inAhead[ahead[i]] = false;
    }
    double[] swap = now;
    now = next;
    next = swap;
    int[] list = front;
    front = ahead;
    ahead = list;
    return met;
  }

  private void forget(int count) {
    for (int i = 0; i < count; i++) {
      now[front[i]] = 0;
    }
  }
}

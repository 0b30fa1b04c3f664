package dev.sextant.kernels.group;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Partition;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.SplitMix;
import java.util.Arrays;

/* Label propagation. Only nodes with a neighbour that changed since they were last visited can want
 * another label, so only they are visited: the outcome is what visiting all would give, apart from
 * the order, which is random anyway. */
final class LabelRounds {
  private final Csr graph;
  private final SplitMix random;
  private final int[] labels;
  private final double[] weightOf; // by label; zeros between nodes
  private final int[] near;

  LabelRounds(Csr graph, SplitMix random) {
    this.graph = graph;
    this.random = random;
    this.labels = new int[graph.nodes()];
    Arrays.setAll(labels, v -> v);
    this.weightOf = new double[graph.nodes()];
    this.near = new int[graph.nodes() + 1];
  }

  LabelPropagation.Result compute(int mostRounds, Progress progress) {
    int n = graph.nodes();
    int[] order = labels.clone();
    boolean[] waiting = new boolean[n];
    Arrays.fill(waiting, true);
    int waits = n;
    int rounds = 0;
    while (waits > 0 && rounds < mostRounds) {
      rounds++;
      random.shuffle(order, waits);
      for (int i = 0; i < waits; i++) {
        int v = order[i];
        waiting[v] = false;
        int label = heaviest(v);
        if (label != labels[v]) {
          labels[v] = label;
          for (int a = graph.first(v); a < graph.end(v); a++) {
            waiting[graph.target(a)] |= graph.target(a) != v;
          }
        }
      }
      waits = 0;
      for (int v = 0; v < n; v++) {
        if (waiting[v]) {
          order[waits++] = v;
        }
      }
      progress.step(rounds, -1);
    }
    return new LabelPropagation.Result(pieces(), rounds, waits == 0);
  }

  private int heaviest(int v) {
    int count = 0;
    double most = 0;
    for (int a = graph.first(v); a < graph.end(v); a++) {
      int w = graph.target(a);
      if (w != v) {
        int label = labels[w];
        near[count] = label;
        count += weightOf[label] == 0 ? 1 : 0;
        weightOf[label] += graph.weight(a);
        most = Math.max(most, weightOf[label]);
      }
    }
    int chosen = labels[v];
    boolean keeps = count == 0 || weightOf[chosen] == most;
    int ties = 0;
    for (int i = 0; i < count; i++) {
      if (!keeps && weightOf[near[i]] == most && random.below(++ties) == 0) {
        chosen = near[i];
      }
      weightOf[near[i]] = 0;
    }
    return chosen;
  }

  private Partition pieces() {
    int[] piece = new int[labels.length];
    Arrays.fill(piece, -1);
    int[] queue = new int[labels.length];
    for (int s = 0; s < piece.length; s++) {
      int tail = 0;
      if (piece[s] < 0) {
        piece[s] = s;
        queue[tail++] = s;
      }
      for (int head = 0; head < tail; head++) {
        int v = queue[head];
        for (int a = graph.first(v); a < graph.end(v); a++) {
          int w = graph.target(a);
          if (piece[w] < 0 && labels[w] == labels[s]) {
            piece[w] = s;
            queue[tail++] = w;
          }
        }
      }
    }
    return Partition.ofLabels(piece);
  }
}

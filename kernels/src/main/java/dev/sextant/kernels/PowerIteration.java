package dev.sextant.kernels;

import java.util.Arrays;

/* Pulls along the reversed arcs, so that each node's sum is made by one hand in one order; that is
 * what lets later versions share the nodes out to threads without changing a digit. */
final class PowerIteration {
  private PowerIteration() {}

  static PageRank.Result compute(
      Csr graph, double damping, double tolerance, int limit, Progress progress) {
    int n = graph.nodes();
    if (n == 0) {
      return new PageRank.Result(new double[0], 0, 0, true);
    }
    double[] outWeight = outWeights(graph);
    Csr incoming = graph.reverse();
    double[] now = new double[n];
    double[] next = new double[n];
    double[] share = new double[n];
    Arrays.fill(now, 1.0 / n);
    double change = 0;
    for (int round = 1; round <= limit; round++) {
      double lost = 0;
      for (int v = 0; v < n; v++) {
        if (outWeight[v] > 0) {
          share[v] = now[v] / outWeight[v];
        } else {
          lost += now[v];
        }
      }
      double base = (1 - damping + damping * lost) / n;
      change = pull(incoming, share, base, damping, now, next);
      double[] swap = now;
      now = next;
      next = swap;
      progress.step(round, -1);
      if (change <= tolerance) {
        return new PageRank.Result(now, round, bound(change, damping), true);
      }
    }
    return new PageRank.Result(now, limit, bound(change, damping), false);
  }

  /* A step shrinks the sum of all errors by the damping factor at least. */
  private static double bound(double change, double damping) {
    return change * damping / (1 - damping);
  }

  static double[] outWeights(Csr graph) {
    double[] out = new double[graph.nodes()];
    for (int v = 0; v < out.length; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        out[v] += graph.weight(a);
      }
    }
    return out;
  }

  private static double pull(
      Csr incoming, double[] share, double base, double damping, double[] now, double[] next) {
    double change = 0;
    for (int v = 0; v < now.length; v++) {
      double sum = 0;
      for (int a = incoming.first(v); a < incoming.end(v); a++) {
        sum += share[incoming.target(a)] * incoming.weight(a);
      }
      next[v] = base + damping * sum;
      change += Math.abs(next[v] - now[v]);
    }
    return change;
  }
}

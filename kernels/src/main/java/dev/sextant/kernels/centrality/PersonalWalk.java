package dev.sextant.kernels.centrality;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;

/* Power iteration shrinks every error by the damping factor, so that the rest is no more than the
 * last change times d / (1 - d).
 *
 * Push: `held` at v is walkers that have come to v and not yet been counted. Pushing v counts the
 * share 1 - d of them there and hands d on. What is held when it stops is exactly what is missing
 * from the scores in sum. Nodes come first in, first out, which the graph alone decides. */
final class PersonalWalk {
  private static final int ROUNDS = 100_000;

  private PersonalWalk() {}

  static PersonalPageRank.Result power(
      Csr graph, int[] homes, double damping, double tolerance, Progress progress) {
    int n = graph.nodes();
    check(graph, homes);
    double[] strength = strength(graph);
    Csr incoming = graph.reverse();
    double[] now = new double[n];
    double[] next = new double[n];
    double[] share = new double[n];
    double each = 1.0 / homes.length;
    for (int h : homes) {
      now[h] = each;
    }
    double error = Double.POSITIVE_INFINITY;
    for (int round = 1; round <= ROUNDS && error > tolerance; round++) {
      double lost = 0;
      for (int v = 0; v < n; v++) {
        share[v] = strength[v] > 0 ? damping * now[v] / strength[v] : 0;
        lost += strength[v] > 0 ? 0 : now[v];
      }
      Rows.multiply(incoming, share, next);
      for (int h : homes) {
        next[h] += (1 - damping + damping * lost) * each;
      }
      double change = 0;
      for (int v = 0; v < n; v++) {
        change += Math.abs(next[v] - now[v]);
      }
      double[] swap = now;
      now = next;
      next = swap;
      double bound = change * damping / (1 - damping);
      progress.step(round, -1);
      if (bound >= error && bound < 1e-12) {
        break; // rounding: it gets no better
      }
      error = bound;
    }
    return new PersonalPageRank.Result(now, error);
  }

  static PersonalPageRank.Result push(
      Csr graph, int[] homes, double damping, double tolerance, Progress progress) {
    int n = graph.nodes();
    check(graph, homes);
    double[] score = new double[n];
    double[] held = new double[n];
    boolean[] waits = new boolean[n];
    int[] ring = new int[n + 1];
    int head = 0;
    int tail = 0;
    double each = 1.0 / homes.length;
    for (int h : homes) {
      held[h] = each;
      waits[h] = true;
      ring[tail++] = h;
    }
    long pushes = 0;
    while (head != tail) {
      int v = ring[head];
      head = head == n ? 0 : head + 1;
      waits[v] = false;
      double walkers = held[v];
      held[v] = 0;
      score[v] += (1 - damping) * walkers;
      int first = graph.first(v);
      int end = graph.end(v);
      double strength = 0;
      for (int a = first; a < end; a++) {
        strength += graph.weight(a);
      }
      int fan = first == end ? homes.length : end - first;
      for (int i = 0; i < fan; i++) {
        int w = first == end ? homes[i] : graph.target(first + i);
        double share = first == end ? each : graph.weight(first + i) / strength;
        held[w] += damping * walkers * share;
        if (!waits[w] && held[w] > tolerance * Math.max(1, graph.end(w) - graph.first(w))) {
          waits[w] = true;
          ring[tail] = w;
          tail = tail == n ? 0 : tail + 1;
        }
      }
      if ((++pushes & 0xFFFF) == 0) {
        progress.step(pushes, -1);
      }
    }
    progress.step(pushes, -1);
    double error = 0;
    for (double left : held) {
      error += left;
    }
    return new PersonalPageRank.Result(score, error);
  }

  private static void check(Csr graph, int[] homes) {
    for (int h : homes) {
      if (h < 0 || h >= graph.nodes()) {
        throw new BadGraph("home node " + h + " is not within 0.." + (graph.nodes() - 1));
      }
    }
  }

  private static double[] strength(Csr graph) {
    double[] strength = new double[graph.nodes()];
    for (int v = 0; v < strength.length; v++) {
      for (int a = graph.first(v); a < graph.end(v); a++) {
        strength[v] += graph.weight(a);
      }
    }
    return strength;
  }
}

package dev.sextant.kernels;

import java.util.Arrays;

/* PageRank as a system of linear equations: x = b + d P'x, where b is the same for every node and
 * nodes without arcs simply lose what they hold; x is then scaled to a sum of 1, which is the same as
 * sharing out what was lost (A. Langville and C. Meyer 2004, doi:10.1080/15427951.2004.10129091).
 *
 * Undirected graphs: with z = x / strength the system is (D - dA)z = b, symmetric and positive
 * definite, since d < 1. Nodes with one neighbour are eliminated first, then those which have one left,
 * and so on (Gauss's elimination, which fills in nothing on trees), so that only the middle in which
 * every node has two neighbours is iterated on; by conjugate gradients (M. R. Hestenes and E. Stiefel
 * 1952, doi:10.6028/jres.049.044) scaled by the diagonal. All eigenvalues lie within 1 - d and 1 + d,
 * so that each sweep shrinks the error by (sqrt(k) - 1) / (sqrt(k) + 1) at least, k = (1 + d) / (1 -
 * d): 0.56 for d = 0.85, where the walk shrinks it by 0.85. Directed graphs: Gauss and Seidel's sweeps.
 *
 * Stopping: columns of P' add up to 1 or 0, so that the sum of all errors is at most the sum of all
 * residuals over 1 - d. The residuals that decide are computed afresh from the scores; the residual of
 * an eliminated node is 0.
 *
 * Rounding: a sweep shrinks the changes d-fold at least, if each is weighed by a number from 1 - d to 1
 * (what the node's arcs do not hand on within the sweep). Their plain sum therefore falls within so many
 * sweeps as make d to that power 1 - d; if it does not, scores go round in their last digits, where arcs
 * lead in circles. From then on each moves half the way only, which ends circles; and if not even that
 * leads on, nothing will. */
final class RankSolver {
  /**
   * A guard: a damping of .99 takes under 6,000; beyond .995 it may end, and says how far it came.
   */
  private static final int MOST_SWEEPS = 10_000;

  private RankSolver() {}

  static PageRank.Result compute(Csr graph, double damping, double tolerance, Progress progress) {
    if (graph.nodes() == 0) {
      return new PageRank.Result(new double[0], 0, 0, true);
    }
    return graph.directed()
        ? directed(graph, damping, tolerance, progress)
        : new RankMiddle(graph, damping).solve(tolerance, MOST_SWEEPS, progress);
  }

  private static PageRank.Result directed(
      Csr graph, double damping, double tolerance, Progress progress) {
    int n = graph.nodes();
    double[] out = PowerIteration.outWeights(graph);
    Csr incoming = graph.reverse();
    double base = (1 - damping) / n;
    double[] score = new double[n];
    double[] share = new double[n];
    Arrays.fill(score, 1.0 / n);
    for (int v = 0; v < n; v++) {
      share[v] = out[v] > 0 ? score[v] / out[v] : 0;
    }
    double bound = Double.POSITIVE_INFINITY;
    int sweeps = 0;
    int patience = patience(damping);
    double least = Double.POSITIVE_INFINITY;
    int idle = 0;
    boolean circling = false;
    boolean stuck = false;
    while (bound > tolerance && sweeps < MOST_SWEEPS && !stuck) {
      double change = sweep(incoming, damping, base, out, score, share, circling);
      sweeps++;
      progress.step(sweeps, -1);
      idle = change < least ? 0 : idle + 1;
      least = Math.min(change, least);
      stuck = circling && idle > patience;
      if (!circling && idle > patience) {
        circling = true;
        idle = 0;
      }
      double sum = sum(score);
      // Scaling to a sum of 1 can double the error.
      if (stuck || sweeps >= MOST_SWEEPS - 1 || 2 * change / (1 - damping) <= tolerance * sum) {
        // Two sets of scores that add up to 1 differ by 2 at most.
        bound =
            Math.min(2, 2 * residual(incoming, damping, base, score, share) / (1 - damping) / sum);
        sweeps++;
      }
    }
    double sum = sum(score);
    for (int v = 0; v < n; v++) {
      score[v] /= sum;
    }
    return new PageRank.Result(score, sweeps, bound, bound <= tolerance);
  }

  /* Within so many sweeps the sum of changes falls, rounding aside. */
  private static int patience(double damping) {
    double falls = damping == 0 ? 0 : Math.log1p(-damping) / Math.log(damping);
    return (int) Math.min(Math.ceil(falls) + 1, MOST_SWEEPS);
  }

  /**
   * One sweep that uses new scores as soon as they are there, or means of the old and the new;
   * answers the sum of changes.
   */
  private static double sweep(
      Csr incoming,
      double damping,
      double base,
      double[] out,
      double[] score,
      double[] share,
      boolean half) {
    double change = 0;
    for (int v = 0; v < score.length; v++) {
      double next = base + damping * gather(incoming, v, share);
      change += Math.abs(next - score[v]);
      score[v] = half ? score[v] + (next - score[v]) / 2 : next;
      share[v] = out[v] > 0 ? score[v] / out[v] : 0;
    }
    return change;
  }

  private static double residual(
      Csr incoming, double damping, double base, double[] score, double[] share) {
    double residual = 0;
    for (int v = 0; v < score.length; v++) {
      residual += Math.abs(base + damping * gather(incoming, v, share) - score[v]);
    }
    return residual;
  }

  private static double gather(Csr incoming, int v, double[] share) {
    double sum = 0;
    int end = incoming.offsets[v + 1];
    double[] weights = incoming.weights;
    if (weights == null) {
      for (int a = incoming.offsets[v]; a < end; a++) {
        sum += share[incoming.targets[a]];
      }
    } else {
      for (int a = incoming.offsets[v]; a < end; a++) {
        sum += share[incoming.targets[a]] * weights[a];
      }
    }
    return sum;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}

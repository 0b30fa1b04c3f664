package dev.sextant.kernels;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/* The undirected half of RankSolver: equations a(v) z(v) - d sum over neighbours w(v,t) z(t) = r(v),
 * trees eliminated, the middle solved. */
final class RankMiddle {
  private final Csr graph;
  private final double damping;
  private final double base;
  private final double[] strength;
  private final double[] diagonal; // a
  private final double[] right; // r
  private final int[] left; // neighbours not eliminated
  private final int[] eliminated; // in order
  private final int[] into; // the neighbour that each was eliminated into, or -1
  private final double[] by; // d times the weight of that edge
  private int gone;

  private int[] middle = {};
  private int[] offsets = {};
  private int[] targets = {};
  private double @Nullable [] weights;

  RankMiddle(Csr graph, double damping) {
    int n = graph.nodes();
    this.graph = graph;
    this.damping = damping;
    this.strength = PowerIteration.outWeights(graph);
    this.left = new int[n];
    this.eliminated = new int[n];
    this.into = new int[n];
    this.by = new double[graph.weighted() ? n : 0];
    int alone = 0;
    for (int v = 0; v < n; v++) {
      alone += strength[v] > 0 ? 0 : 1;
      left[v] = graph.offsets[v + 1] - graph.offsets[v];
    }
    if (graph.loops() > 0) {
      for (int v = 0; v < n; v++) {
        left[v] -= graph.arc(v, v) >= 0 ? 1 : 0;
      }
    }
    // All scores of nodes with neighbours add up to their number times base over 1 - d.
    this.base = 1 / ((n - alone) / (1 - damping) + alone);
    this.diagonal = strength.clone();
    this.right = new double[n];
    Arrays.fill(right, base);
  }

  PageRank.Result solve(double tolerance, int mostSweeps, Progress progress) {
    int n = graph.nodes();
    if (graph.loops() > 0) {
      for (int v = 0; v < n; v++) {
        int loop = graph.arc(v, v);
        diagonal[v] -= loop >= 0 ? damping * graph.weight(loop) : 0;
      }
    }
    eliminate();
    compact();
    double[] z = new double[middle.length];
    Gradients gradients = new Gradients(z);
    double bound = gradients.residual() / (1 - damping);
    while (bound > tolerance && gradients.sweeps < mostSweeps) {
      double before = bound;
      gradients.run(tolerance * (1 - damping), mostSweeps, progress);
      bound = gradients.residual() / (1 - damping);
      if (bound > before / 2) {
        break; // rounding allows no more
      }
    }
    double[] score = substitute(z);
    return new PageRank.Result(score, gradients.sweeps, bound, bound <= tolerance);
  }

  private void eliminate() {
    int n = graph.nodes();
    for (int first = 0; first < n; first++) {
      int v = first;
      while (v >= 0 && left[v] == 1) {
        v = fold(v);
      }
    }
  }

  /** Eliminates a node with one neighbour left; answers that neighbour. */
  private int fold(int v) {
    int p = -1;
    double weight = 0;
    for (int a = graph.offsets[v]; a < graph.offsets[v + 1]; a++) {
      int t = graph.targets[a];
      if (t != v && left[t] > 0) {
        p = t;
        weight = damping * graph.weight(a);
        break;
      }
    }
    eliminated[gone++] = v;
    into[v] = p;
    if (by.length > 0) {
      by[v] = weight;
    }
    left[v] = 0;
    left[p]--;
    double share = weight / diagonal[v];
    diagonal[p] -= share * weight;
    right[p] += share * right[v];
    if (left[p] == 0) {
      // The last of a tree has no neighbour left: an equation by itself.
      eliminated[gone++] = p;
      into[p] = -1;
      return -1;
    }
    return p;
  }

  /* Rows of the middle alone, hubs first: most arcs lead to few nodes, whose values then lie together
   * in the fastest cache. */
  private void compact() {
    int n = graph.nodes();
    int most = 0;
    for (int v = 0; v < n; v++) {
      most = Math.max(most, left[v]);
    }
    int[] next = new int[most + 2];
    for (int v = 0; v < n; v++) {
      next[most - left[v] + 1]++;
    }
    int size = n - next[most + 1];
    for (int d = 0; d <= most; d++) {
      next[d + 1] += next[d];
    }
    middle = new int[size];
    int[] place = new int[n];
    for (int v = 0; v < n; v++) {
      place[v] = -1;
      if (left[v] > 0) {
        place[v] = next[most - left[v]]++;
        middle[place[v]] = v;
      }
    }
    offsets = new int[size + 1];
    for (int i = 0; i < size; i++) {
      offsets[i + 1] = offsets[i] + left[middle[i]];
    }
    targets = new int[offsets[size]];
    double[] kept = graph.weights == null ? null : new double[targets.length];
    int at = 0;
    for (int v : middle) {
      for (int a = graph.offsets[v]; a < graph.offsets[v + 1]; a++) {
        int t = graph.targets[a];
        if (place[t] >= 0 && t != v) {
          if (kept != null) {
            kept[at] = graph.weight(a);
          }
          targets[at++] = place[t];
        }
      }
    }
    weights = kept;
  }

  private double[] substitute(double[] z) {
    int n = graph.nodes();
    double[] all = new double[n];
    for (int i = 0; i < middle.length; i++) {
      all[middle[i]] = z[i];
    }
    for (int i = gone - 1; i >= 0; i--) {
      int v = eliminated[i];
      int p = into[v];
      double weight = by.length > 0 ? by[v] : damping;
      all[v] = (p < 0 ? right[v] : right[v] + weight * all[p]) / diagonal[v];
    }
    for (int v = 0; v < n; v++) {
      all[v] =
          strength[v] == 0
              ? base
              : loopsOnly(v) ? base / diagonal[v] * strength[v] : all[v] * strength[v];
    }
    return all;
  }

  /** A node that has an edge to itself and no other is in no tree and not in the middle. */
  private boolean loopsOnly(int v) {
    return graph.loops() > 0
        && graph.offsets[v + 1] - graph.offsets[v] == 1
        && graph.targets[graph.offsets[v]] == v;
  }

  /** Conjugate gradients on the middle. */
  private final class Gradients {
    private final double[] z;
    private final double[] a;
    private final double[] r;
    private final double[] p;
    private final double[] q;
    private int sweeps;

    Gradients(double[] z) {
      int size = middle.length;
      this.z = z;
      this.a = new double[size];
      this.r = new double[size];
      this.p = new double[size];
      this.q = new double[size];
      double all = 0;
      for (double s : strength) {
        all += s;
      }
      for (int i = 0; i < size; i++) {
        a[i] = diagonal[middle[i]];
        z[i] = 1 / all; // where the walk without restarts would be
      }
    }

    /** Sets r to the residuals of z; answers the sum of their absolute values. */
    double residual() {
      if (z.length == 0) {
        return 0;
      }
      multiply(z, q);
      sweeps++;
      double sum = 0;
      for (int i = 0; i < z.length; i++) {
        r[i] = right[middle[i]] - q[i];
        sum += Math.abs(r[i]);
      }
      return sum;
    }

    void run(double enough, int mostSweeps, Progress progress) {
      double fit = 0;
      for (int i = 0; i < z.length; i++) {
        p[i] = r[i] / a[i];
        fit += r[i] * p[i];
      }
      double left = Double.POSITIVE_INFINITY;
      while (left > enough && fit > 0 && sweeps < mostSweeps) {
        double step = fit / multiply(p, q);
        sweeps++;
        left = 0;
        double nextFit = 0;
        for (int i = 0; i < z.length; i++) {
          z[i] += step * p[i];
          double rest = r[i] - step * q[i];
          r[i] = rest;
          left += Math.abs(rest);
          double scaled = rest / a[i];
          q[i] = scaled;
          nextFit += rest * scaled;
        }
        double turn = nextFit / fit;
        fit = nextFit;
        for (int i = 0; i < z.length; i++) {
          p[i] = q[i] + turn * p[i];
        }
        progress.step(sweeps, -1);
      }
    }

    /** The equations' left sides; answers their product with what they were taken of. */
    private double multiply(double[] of, double[] to) {
      int[] offsets = RankMiddle.this.offsets;
      int[] targets = RankMiddle.this.targets;
      double[] weights = RankMiddle.this.weights;
      double product = 0;
      for (int i = 0; i < of.length; i++) {
        int end = offsets[i + 1];
        double sum = 0;
        if (weights == null) {
          double other = 0;
          int arc = offsets[i];
          for (; arc + 1 < end; arc += 2) {
            sum += of[targets[arc]];
            other += of[targets[arc + 1]];
          }
          if (arc < end) {
            sum += of[targets[arc]];
          }
          sum += other;
        } else {
          for (int arc = offsets[i]; arc < end; arc++) {
            sum += of[targets[arc]] * weights[arc];
          }
        }
        double value = a[i] * of[i] - damping * sum;
        to[i] = value;
        product += value * of[i];
      }
      return product;
    }
  }
}

package dev.sextant.disclosure.report;

import dev.sextant.findings.CitedSnapshot;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Places the nodes of a small network so that tied ones lie near each other: Fruchterman and
 * Reingold, "Graph drawing by force-directed placement", 1991, doi:10.1002/spe.4380211102. Cost
 * O(rounds x n^2). Deterministic: the start is drawn from the seed, the sums run in node order, and
 * only operations that IEEE 754 rounds exactly are used, so the same input gives the same picture.
 */
public final class ForceLayout {
  /** Enough for hundreds of nodes to settle; more changes little. */
  private static final int ROUNDS = 300;

  /** Pull towards the middle, which keeps components that share no tie on the page. */
  private static final double GRAVITY = 0.06;

  private final double[] x;
  private final double[] y;

  private ForceLayout(int n) {
    x = new double[n];
    y = new double[n];
  }

  /** Coordinates in the unit square, node by node. */
  public static ForceLayout of(CitedSnapshot snapshot, long seed) {
    int n = snapshot.nodes().size();
    ForceLayout layout = new ForceLayout(n);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < n; i++) {
      layout.x[i] = random.nextDouble() - 0.5;
      layout.y[i] = random.nextDouble() - 0.5;
    }
    if (n > 1) {
      layout.settle(snapshot);
    }
    layout.fit();
    return layout;
  }

  /** From 0 at the left to 1. */
  public double x(int node) {
    return x[node];
  }

  /** From 0 at the top to 1. */
  public double y(int node) {
    return y[node];
  }

  private void settle(CitedSnapshot snapshot) {
    int n = x.length;
    double ideal = 1.0 / Math.sqrt(n);
    double[] dx = new double[n];
    double[] dy = new double[n];
    for (int round = 0; round < ROUNDS; round++) {
      Arrays.fill(dx, 0);
      Arrays.fill(dy, 0);
      repel(ideal, dx, dy);
      for (CitedSnapshot.Tie tie : snapshot.ties()) {
        attract(tie.from(), tie.to(), ideal, dx, dy);
      }
      double heat = 0.1 * (1.0 - (double) round / ROUNDS);
      for (int i = 0; i < n; i++) {
        dx[i] -= GRAVITY * x[i];
        dy[i] -= GRAVITY * y[i];
        double length = Math.sqrt(dx[i] * dx[i] + dy[i] * dy[i]);
        if (length > 0) {
          double step = Math.min(length, heat) / length;
          x[i] += dx[i] * step;
          y[i] += dy[i] * step;
        }
      }
    }
  }

  private void repel(double ideal, double[] dx, double[] dy) {
    for (int i = 0; i < x.length; i++) {
      for (int j = i + 1; j < x.length; j++) {
        double ex = x[i] - x[j];
        double ey = y[i] - y[j];
        // Two nodes on one spot are pushed apart along the line of their indices.
        double square = Math.max(ex * ex + ey * ey, 1e-9);
        double force = ideal * ideal / square;
        dx[i] += ex * force;
        dy[i] += ey * force;
        dx[j] -= ex * force;
        dy[j] -= ey * force;
      }
    }
  }

  private void attract(int a, int b, double ideal, double[] dx, double[] dy) {
    double ex = x[a] - x[b];
    double ey = y[a] - y[b];
    double force = Math.sqrt(ex * ex + ey * ey) / ideal * 0.5;
    dx[a] -= ex * force;
    dy[a] -= ey * force;
    dx[b] += ex * force;
    dy[b] += ey * force;
  }

  private void fit() {
    fit(x);
    fit(y);
  }

  private static void fit(double[] values) {
    double low = Arrays.stream(values).min().orElse(0);
    double high = Arrays.stream(values).max().orElse(0);
    double range = high - low;
    for (int i = 0; i < values.length; i++) {
      values[i] = range == 0 ? 0.5 : (values[i] - low) / range;
    }
  }
}

package dev.sextant.kernels.layout;

import dev.sextant.kernels.Csr;

/* Pivot MDS for a start, then majorisation of the sparse stress: a node's new place is the mean,
 * by weight, of where each neighbour and each pivot would have it, at the right distance in the
 * present direction. All nodes move at once from the places before, so that threads change nothing;
 * since that may swing where all at once is too much, a node goes part of the way only. */
final class StressLayout {
  /** Part of the way to the new place. */
  private static final double STEP = 0.7;

  /** It has come to rest when nodes move by so little of a tie's length, on the mean. */
  private static final double REST = 1e-4;

  private final Places places;
  private final Layout.Setting setting;
  private final int n;
  private final Csr graph;
  private final Pieces pieces;
  private final float[][] weight;
  private double[] nextX;
  private double[] nextY;

  StressLayout(Csr given, Layout.Setting setting) {
    this.places = new Places(given, setting);
    this.setting = setting;
    this.graph = places.graph;
    this.n = places.n;
    this.pieces = new Pieces(graph, setting.seed());
    this.weight = pieces.weights();
    this.nextX = new double[n];
    this.nextY = new double[n];
  }

  Layout.Result compute(Layout.Watch watch) {
    if (setting.start() == null) {
      new PivotScaling(places, pieces, setting.seed()).place();
    } else {
      places.fill(0.5);
    }
    int total = setting.iterations();
    int done = 0;
    boolean moving = true;
    while (done < total && moving) {
      places.tell(watch, done, total);
      done++;
      places.each(this::move);
      double moved = 0;
      for (int v = 0; v < n; v++) {
        moved += Math.abs(nextX[v] - places.x[v]) + Math.abs(nextY[v] - places.y[v]);
      }
      System.arraycopy(nextX, 0, places.x, 0, n);
      System.arraycopy(nextY, 0, places.y, 0, n);
      moving = moved > REST * n;
    }
    if (setting.start() == null) {
      new Packing(places, pieces).pack();
    }
    places.tell(watch, done, done);
    return places.result(done);
  }

  private void move(int v) {
    double[] x = places.x;
    double[] y = places.y;
    double px = x[v];
    double py = y[v];
    nextX[v] = px;
    nextY[v] = py;
    if (places.fixed[v]) {
      return;
    }
    double sumX = 0;
    double sumY = 0;
    double sum = 0;
    for (int a = graph.first(v); a < graph.end(v); a++) {
      int t = graph.target(a);
      if (t != v) {
        double dx = px - x[t];
        double dy = py - y[t];
        double now = Math.sqrt(dx * dx + dy * dy);
        double ratio = now > 0 ? 1 / now : 0;
        sumX += x[t] + dx * ratio;
        sumY += y[t] + dy * ratio;
        sum++;
      }
    }
    int piece = pieces.of[v];
    int first = pieces.start[piece];
    int count = pieces.pivots[piece];
    for (int p = 0; p < count; p++) {
      double w = weight[p][v];
      if (w > 0) {
        int t = pieces.pivot[first + p];
        double dx = px - x[t];
        double dy = py - y[t];
        double now = Math.sqrt(dx * dx + dy * dy);
        double ratio = now > 0 ? pieces.distance[p][v] / now : 0;
        sumX += w * (x[t] + dx * ratio);
        sumY += w * (y[t] + dy * ratio);
        sum += w;
      }
    }
    if (sum > 0) {
      nextX[v] = px + STEP * (sumX / sum - px);
      nextY[v] = py + STEP * (sumY / sum - py);
    }
  }
}

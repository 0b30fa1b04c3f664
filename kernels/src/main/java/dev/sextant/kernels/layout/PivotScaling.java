package dev.sextant.kernels.layout;

import dev.sextant.kernels.SplitMix;

/* Pivot MDS, piece by piece: the two main directions of the doubly centred squared distances to the
 * pivots, then one scale for both, at which distances to pivots fit best. */
final class PivotScaling {
  /** Enough for drawing: the stress that follows does the rest. */
  private static final int ITERATIONS = 100;

  /** Nodes that pivots cannot tell apart are put apart by so much of a tie's length. */
  private static final double APART = 0.1;

  private final Places places;
  private final Pieces pieces;
  private final SplitMix random;

  PivotScaling(Places places, Pieces pieces, long seed) {
    this.places = places;
    this.pieces = pieces;
    this.random = new SplitMix(seed ^ 0x6c61796f7574L);
  }

  void place() {
    for (int c = 0; c < pieces.count(); c++) {
      if (pieces.size(c) == 2) {
        places.x[pieces.node[pieces.start[c]]] = -0.5;
        places.x[pieces.node[pieces.start[c] + 1]] = 0.5;
      } else if (pieces.size(c) > 2) {
        scale(c);
      }
    }
  }

  private void scale(int c) {
    int size = pieces.size(c);
    int k = pieces.pivots[c];
    double[] byNode = new double[size];
    double[] byPivot = new double[k];
    double all = means(c, byNode, byPivot);
    double[][] product = new double[k][k];
    double[] row = new double[k];
    for (int i = 0; i < size; i++) {
      centred(c, i, byNode[i], byPivot, all, row);
      for (int p = 0; p < k; p++) {
        for (int q = 0; q <= p; q++) {
          product[p][q] += row[p] * row[q];
        }
      }
    }
    for (int p = 0; p < k; p++) {
      for (int q = 0; q < p; q++) {
        product[q][p] = product[p][q];
      }
    }
    double[] one = main(product, null);
    double[] two = main(product, one);
    for (int i = 0; i < size; i++) {
      centred(c, i, byNode[i], byPivot, all, row);
      int v = pieces.node[pieces.start[c] + i];
      for (int p = 0; p < k; p++) {
        places.x[v] += row[p] * one[p];
        places.y[v] += row[p] * two[p];
      }
    }
    fit(c);
  }

  private double means(int c, double[] byNode, double[] byPivot) {
    double all = 0;
    for (int i = 0; i < byNode.length; i++) {
      int v = pieces.node[pieces.start[c] + i];
      for (int p = 0; p < byPivot.length; p++) {
        double d = pieces.distance[p][v];
        byNode[i] += d * d / byPivot.length;
        byPivot[p] += d * d / byNode.length;
      }
      all += byNode[i] / byNode.length;
    }
    return all;
  }

  private void centred(int c, int i, double ofNode, double[] byPivot, double all, double[] row) {
    int v = pieces.node[pieces.start[c] + i];
    for (int p = 0; p < row.length; p++) {
      double d = pieces.distance[p][v];
      row[p] = -0.5 * (d * d - ofNode - byPivot[p] + all);
    }
  }

  /* The main direction, at right angles to another, by power iteration. */
  private double[] main(double[][] product, double @org.jspecify.annotations.Nullable [] other) {
    int k = product.length;
    double[] direction = new double[k];
    for (int p = 0; p < k; p++) {
      direction[p] = random.unit() - 0.5;
    }
    for (int i = 0; i < ITERATIONS; i++) {
      double[] next = new double[k];
      for (int p = 0; p < k; p++) {
        for (int q = 0; q < k; q++) {
          next[p] += product[p][q] * direction[q];
        }
      }
      if (other != null) {
        double along = 0;
        for (int p = 0; p < k; p++) {
          along += next[p] * other[p];
        }
        for (int p = 0; p < k; p++) {
          next[p] -= along * other[p];
        }
      }
      double length = 0;
      for (double part : next) {
        length += part * part;
      }
      length = Math.sqrt(length);
      if (length < 1e-12) {
        return new double[k];
      }
      for (int p = 0; p < k; p++) {
        direction[p] = next[p] / length;
      }
    }
    return direction;
  }

  private void fit(int c) {
    double up = 0;
    double down = 0;
    for (int p = 0; p < pieces.pivots[c]; p++) {
      int u = pieces.pivot[pieces.start[c] + p];
      for (int i = pieces.start[c]; i < pieces.start[c + 1]; i++) {
        int v = pieces.node[i];
        double d = pieces.distance[p][v];
        if (d > 0) {
          double dx = places.x[v] - places.x[u];
          double dy = places.y[v] - places.y[u];
          double now = dx * dx + dy * dy;
          up += Math.sqrt(now) / d;
          down += now / (d * d);
        }
      }
    }
    double scale = down > 0 ? up / down : 1;
    for (int i = pieces.start[c]; i < pieces.start[c + 1]; i++) {
      int v = pieces.node[i];
      places.x[v] = places.x[v] * scale + APART * (random.unit() - 0.5);
      places.y[v] = places.y[v] * scale + APART * (random.unit() - 0.5);
    }
  }
}

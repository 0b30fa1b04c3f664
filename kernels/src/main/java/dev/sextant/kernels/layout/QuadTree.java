package dev.sextant.kernels.layout;

import java.util.Arrays;

/* A quadtree over points, as arrays in preorder: a cell's first child is the next entry, and skip
 * leads past all that is in it, so that a walk needs no stack. Points are sorted along a Z curve (a
 * cell of the tree is a run of the curve); equal points share a leaf. */
final class QuadTree {
  /** Points that a leaf holds before it is split: a few pushes are cheaper than more cells. */
  private static final int LEAF = 8;

  /** Levels: bits of each coordinate on the curve. */
  private static final int DEPTH = 16;

  private final int n;
  private final long[] keys;
  final int[] point;
  private int cells;
  int[] skip;
  int[] first;
  int[] end;
  boolean[] leaf;
  double[] mass;
  double[] x;
  double[] y;
  double[] size;

  QuadTree(int n) {
    this.n = n;
    this.keys = new long[n];
    this.point = new int[n];
    int most = Math.max(16, n);
    skip = new int[most];
    first = new int[most];
    end = new int[most];
    leaf = new boolean[most];
    mass = new double[most];
    x = new double[most];
    y = new double[most];
    size = new double[most];
  }

  int cells() {
    return cells;
  }

  /** Builds the tree anew. */
  void build(double[] px, double[] py, double[] masses) {
    double lowX = Double.POSITIVE_INFINITY;
    double lowY = Double.POSITIVE_INFINITY;
    double highX = Double.NEGATIVE_INFINITY;
    double highY = Double.NEGATIVE_INFINITY;
    for (int v = 0; v < n; v++) {
      lowX = Math.min(lowX, px[v]);
      highX = Math.max(highX, px[v]);
      lowY = Math.min(lowY, py[v]);
      highY = Math.max(highY, py[v]);
    }
    double side = Math.max(1e-9, Math.max(highX - lowX, highY - lowY));
    double scale = ((1 << DEPTH) - 1) / side;
    for (int v = 0; v < n; v++) {
      long curve =
          spread((int) ((px[v] - lowX) * scale)) | spread((int) ((py[v] - lowY) * scale)) << 1;
      keys[v] = curve << 31 | v;
    }
    Arrays.sort(keys);
    for (int i = 0; i < n; i++) {
      point[i] = (int) (keys[i] & 0x7fffffff);
    }
    cells = 0;
    if (n > 0) {
      split(0, n, DEPTH, side);
    }
    sums(px, py, masses);
  }

  /* Bits of a coordinate with a gap between each two. */
  private static long spread(int coordinate) {
    long bits = coordinate & 0xffff;
    bits = (bits | bits << 8) & 0x00ff00ffL;
    bits = (bits | bits << 4) & 0x0f0f0f0fL;
    bits = (bits | bits << 2) & 0x33333333L;
    return (bits | bits << 1) & 0x55555555L;
  }

  /* Recursion is DEPTH deep at most. */
  private void split(int from, int to, int level, double side) {
    if (cells == skip.length) {
      grow();
    }
    int cell = cells++;
    first[cell] = from;
    end[cell] = to;
    size[cell] = side;
    leaf[cell] = to - from <= LEAF || level == 0;
    if (!leaf[cell]) {
      int shift = 31 + 2 * (level - 1);
      int at = from;
      while (at < to) {
        long quarter = keys[at] >>> shift;
        int next = at + 1;
        while (next < to && keys[next] >>> shift == quarter) {
          next++;
        }
        split(at, next, level - 1, side / 2);
        at = next;
      }
    }
    skip[cell] = cells;
  }

  private void grow() {
    int more = 2 * skip.length;
    skip = Arrays.copyOf(skip, more);
    first = Arrays.copyOf(first, more);
    end = Arrays.copyOf(end, more);
    leaf = Arrays.copyOf(leaf, more);
    mass = Arrays.copyOf(mass, more);
    x = Arrays.copyOf(x, more);
    y = Arrays.copyOf(y, more);
    size = Arrays.copyOf(size, more);
  }

  /* Children come after their cell, so a walk from the end has them summed before it. */
  private void sums(double[] px, double[] py, double[] masses) {
    for (int cell = cells - 1; cell >= 0; cell--) {
      double m = 0;
      double sumX = 0;
      double sumY = 0;
      if (leaf[cell]) {
        for (int i = first[cell]; i < end[cell]; i++) {
          int v = point[i];
          m += masses[v];
          sumX += masses[v] * px[v];
          sumY += masses[v] * py[v];
        }
      } else {
        for (int child = cell + 1; child < skip[cell]; child = skip[child]) {
          m += mass[child];
          sumX += mass[child] * x[child];
          sumY += mass[child] * y[child];
        }
      }
      mass[cell] = m;
      x[cell] = sumX / m;
      y[cell] = sumY / m;
    }
  }
}

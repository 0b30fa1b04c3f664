package dev.sextant.kernels.layout;

import java.util.Comparator;
import java.util.stream.IntStream;

/* Puts the drawings of the pieces side by side: boxes in rows, the highest first, each row about as
 * wide as the whole will be high. */
final class Packing {
  /** Free space round each box, of a tie's length. */
  private static final double MARGIN = 0.5;

  private final Places places;
  private final Pieces pieces;

  Packing(Places places, Pieces pieces) {
    this.places = places;
    this.pieces = pieces;
  }

  void pack() {
    int count = pieces.count();
    double[][] low = new double[2][count];
    double[][] size = new double[2][count];
    double area = 0;
    double widest = 0;
    for (int c = 0; c < count; c++) {
      bounds(c, places.x, low[0], size[0]);
      bounds(c, places.y, low[1], size[1]);
      area += size[0][c] * size[1][c];
      widest = Math.max(widest, size[0][c]);
    }
    double width = Math.max(widest, 1.1 * Math.sqrt(area));
    int[] order =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer c) -> -size[1][c]).thenComparing(c -> c))
            .mapToInt(Integer::intValue)
            .toArray();
    double atX = 0;
    double atY = 0;
    double height = 0;
    for (int c : order) {
      if (atX > 0 && atX + size[0][c] > width) {
        atX = 0;
        atY += height;
        height = 0;
      }
      for (int i = pieces.start[c]; i < pieces.start[c + 1]; i++) {
        int v = pieces.node[i];
        places.x[v] += atX - low[0][c] + MARGIN;
        places.y[v] += atY - low[1][c] + MARGIN;
      }
      atX += size[0][c];
      height = Math.max(height, size[1][c]);
    }
  }

  private void bounds(int c, double[] along, double[] low, double[] size) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = pieces.start[c]; i < pieces.start[c + 1]; i++) {
      least = Math.min(least, along[pieces.node[i]]);
      most = Math.max(most, along[pieces.node[i]]);
    }
    low[c] = least;
    size[c] = most - least + 2 * MARGIN;
  }
}

package dev.sextant.kernels.centrality;

import dev.sextant.kernels.Csr;

/** A graph's matrix times a vector. */
final class Rows {
  private Rows() {}

  /** Each node's sum over its row. */
  static void multiply(Csr graph, double[] in, double[] out) {
    int[] offsets = graph.sharedOffsets();
    int[] targets = graph.sharedTargets();
    double[] weights = graph.sharedWeights();
    for (int v = 0; v < out.length; v++) {
      double sum = 0;
      if (weights == null) {
        for (int a = offsets[v]; a < offsets[v + 1]; a++) {
          sum += in[targets[a]];
        }
      } else {
        for (int a = offsets[v]; a < offsets[v + 1]; a++) {
          sum += weights[a] * in[targets[a]];
        }
      }
      out[v] = sum;
    }
  }

  /* Such vectors have no negative entries but by rounding, or all of them are negative. */
  static double[] largestIsOne(double[] vector) {
    double most = 0;
    for (double x : vector) {
      most = Math.abs(x) > Math.abs(most) ? x : most;
    }
    double[] out = new double[vector.length];
    for (int v = 0; v < out.length; v++) {
      out[v] = most == 0 ? 0 : Math.max(0, vector[v] / most);
    }
    return out;
  }
}

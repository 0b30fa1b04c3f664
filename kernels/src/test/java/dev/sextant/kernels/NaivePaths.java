package dev.sextant.kernels;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Distances by Floyd and Warshall, and path counts from them; exact for whole weights. */
final class NaivePaths {
  final double[][] distance;
  final double[][] paths;

  NaivePaths(Csr graph, boolean lengths) {
    int n = graph.nodes();
    distance = new double[n][n];
    paths = new double[n][n];
    for (int v = 0; v < n; v++) {
      Arrays.fill(distance[v], Double.POSITIVE_INFINITY);
      for (int a = graph.first(v); a < graph.end(v); a++) {
        distance[v][graph.target(a)] = lengths ? graph.weight(a) : 1;
      }
      distance[v][v] = 0;
    }
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          distance[i][j] = Math.min(distance[i][j], distance[i][k] + distance[k][j]);
        }
      }
    }
    for (int s = 0; s < n; s++) {
      double[] row = distance[s];
      int[] near =
          IntStream.range(0, n)
              .boxed()
              .sorted(Comparator.comparingDouble(v -> row[v]))
              .mapToInt(Integer::intValue)
              .toArray();
      paths[s][s] = 1;
      for (int t : near) {
        for (int u = 0; u < n; u++) {
          int arc = graph.arc(u, t);
          double step = arc < 0 ? 0 : lengths ? graph.weight(arc) : 1;
          if (u != t && arc >= 0 && row[u] + step == row[t] && row[t] < Double.POSITIVE_INFINITY) {
            paths[s][t] += paths[s][u];
          }
        }
      }
    }
  }

  /** Betweenness by its definition, over ordered pairs. */
  double between(int v) {
    int n = distance.length;
    double sum = 0;
    for (int s = 0; s < n; s++) {
      for (int t = 0; t < n; t++) {
        boolean others = s != t && s != v && t != v;
        if (others
            && distance[s][t] < Double.POSITIVE_INFINITY
            && distance[s][v] + distance[v][t] == distance[s][t]) {
          sum += paths[s][v] * paths[v][t] / paths[s][t];
        }
      }
    }
    return sum;
  }
}

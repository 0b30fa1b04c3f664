package dev.sextant.kernels.centrality;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Components;
import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Partition;
import dev.sextant.kernels.Progress;
import java.util.Arrays;

/* For each component the matrix of the wires without its last node, which is grounded, is inverted
 * by Cholesky's factors; the ground has row and column 0. The inverse C gives resistances as C(u,u) +
 * C(v,v) - 2 C(u,v).
 *
 * The current on a wire (u, v) when one unit goes from s to t is |x(s) - x(t)| with x = (C(u,.) -
 * C(v,.)) * weight. Its sum over all pairs follows from sorting x: the value at place r of n is
 * added r times and subtracted n - 1 - r times. What passes through a node runs over two of its
 * wires, so each wire brings half; what it sends or takes itself, n - 1 units, runs over one wire and
 * has brought half as well, which is taken off: it is not between. */
final class Currents {
  private final Csr graph;
  private final double[] betweenness;
  private final double[] closeness;
  private final int[] local;

  Currents(Csr graph) {
    int n = graph.nodes();
    this.graph = graph;
    this.betweenness = new double[n];
    this.closeness = new double[n];
    this.local = new int[n];
  }

  CurrentFlow.Result compute(boolean between, Progress progress) {
    Partition parts = Components.weak().compute(graph, progress);
    if (parts.groups() > 0 && parts.size(0) > CurrentFlow.MOST_NODES) {
      throw new BadGraph(
          "a component of "
              + parts.size(0)
              + " nodes needs "
              + 16L * parts.size(0) * parts.size(0)
              + " bytes; more than "
              + CurrentFlow.MOST_NODES
              + " nodes are refused: measure a part of it, or sample betweenness");
    }
    int[][] members = new int[parts.groups()][];
    for (int g = 0; g < members.length; g++) {
      members[g] = new int[parts.size(g)];
    }
    int[] filled = new int[members.length];
    for (int v = 0; v < graph.nodes(); v++) {
      int g = parts.groupOf(v);
      local[v] = filled[g];
      members[g][filled[g]++] = v;
    }
    long done = 0;
    for (int[] part : members) {
      if (part.length > 1) {
        double[][] inverse = inverse(part, progress);
        resistances(part, inverse);
        if (between) {
          flows(part, inverse, progress);
        }
      }
      done += part.length;
      progress.step(done, graph.nodes());
    }
    if (!between) {
      Arrays.fill(betweenness, Double.NaN);
    }
    return new CurrentFlow.Result(betweenness, closeness);
  }

  private double[][] inverse(int[] part, Progress progress) {
    int k = part.length - 1;
    double[][] factor = new double[k][];
    for (int i = 0; i < k; i++) {
      factor[i] = new double[i + 1];
      int v = part[i];
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int j = local[graph.target(a)];
        if (j != i) {
          factor[i][i] += graph.weight(a);
          if (j < i) {
            factor[i][j] -= graph.weight(a);
          }
        }
      }
    }
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < i; j++) {
        factor[i][j] = (factor[i][j] - dot(factor[i], factor[j], j)) / factor[j][j];
      }
      factor[i][i] = Math.sqrt(factor[i][i] - dot(factor[i], factor[i], i));
      progress.step(i, -1);
    }
    // Upwards of the diagonal comes the inverse's column i, solved forwards and back.
    double[][] out = new double[k + 1][k + 1];
    double[][] across = transposed(factor, k);
    for (int c = 0; c < k; c++) {
      double[] x = out[c];
      x[c] = 1 / factor[c][c];
      for (int i = c + 1; i < k; i++) {
        double sum = 0;
        for (int j = c; j < i; j++) {
          sum += factor[i][j] * x[j];
        }
        x[i] = -sum / factor[i][i];
      }
      for (int i = k - 1; i >= 0; i--) {
        double sum = x[i];
        double[] row = across[i];
        for (int j = i + 1; j < k; j++) {
          sum -= row[j - i] * x[j];
        }
        x[i] = sum / factor[i][i];
      }
      progress.step(c, -1);
    }
    return out;
  }

  private static double dot(double[] a, double[] b, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[][] transposed(double[][] rows, int k) {
    double[][] out = new double[k][];
    for (int j = 0; j < k; j++) {
      out[j] = new double[k - j];
      for (int i = j; i < k; i++) {
        out[j][i - j] = rows[i][j];
      }
    }
    return out;
  }

  private void resistances(int[] part, double[][] inverse) {
    int k = part.length;
    double trace = 0;
    for (int i = 0; i < k; i++) {
      trace += inverse[i][i];
    }
    for (int i = 0; i < k; i++) {
      double row = 0;
      for (double x : inverse[i]) {
        row += x;
      }
      closeness[part[i]] = (k - 1) / (k * inverse[i][i] + trace - 2 * row);
    }
  }

  private void flows(int[] part, double[][] inverse, Progress progress) {
    int k = part.length;
    double[] x = new double[k];
    for (int i = 0; i < k; i++) {
      int v = part[i];
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int w = graph.target(a);
        if (w > v) {
          double[] one = inverse[i];
          double[] two = inverse[local[w]];
          double weight = graph.weight(a);
          for (int j = 0; j < k; j++) {
            x[j] = weight * (one[j] - two[j]);
          }
          Arrays.sort(x);
          double sum = 0;
          for (int r = 0; r < k; r++) {
            sum += (2.0 * r + 1 - k) * x[r];
          }
          betweenness[v] += sum / 2;
          betweenness[w] += sum / 2;
        }
      }
      progress.step(i, k);
    }
    for (int v : part) {
      betweenness[v] = Math.max(0, betweenness[v] - (k - 1) / 2.0);
    }
  }
}

package dev.sextant.kernels.group;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.Progress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/* Fits of core and periphery, without ever looking at a pair that is not tied.
 *
 * Discrete: with core C, wrong pairs are those untied in C and those tied outside. Let s be the sum
 * of degrees in C, t the ties in C, x those between: s = 2t + x, and of m ties m - t - x lie
 * outside. So wrong = |C|(|C|-1)/2 - t + m - t - x = |C|(|C|-1)/2 + m - s: only the degrees count,
 * and for each size the largest degrees are best. */
final class CoreFit {
  private CoreFit() {}

  static CorePeriphery.Result discrete(PlainRows rows, Progress progress) {
    int n = rows.nodes();
    int[] order = byDegree(rows);
    long ties = rows.targets().length / 2;
    long wrong = ties;
    long least = wrong;
    int size = 0;
    for (int i = 0; i < n; i++) {
      wrong += i - rows.degree(order[i]);
      if (wrong < least) {
        least = wrong;
        size = i + 1;
      }
    }
    double[] core = new double[n];
    for (int i = 0; i < size; i++) {
      core[order[i]] = 1;
    }
    progress.step(1, 1);
    long inside = 0;
    long outside = 0;
    for (int v = 0; v < n; v++) {
      for (int a = rows.offsets()[v]; a < rows.offsets()[v + 1]; a++) {
        inside += core[v] + core[rows.targets()[a]] == 2 ? 1 : 0;
        outside += core[v] + core[rows.targets()[a]] == 0 ? 1 : 0;
      }
    }
    double corePairs = size * (size - 1.0) / 2;
    double otherPairs = (n - size) * (n - size - 1.0) / 2;
    double fit = phi(inside / 2.0, corePairs, outside / 2.0, otherPairs);
    return new CorePeriphery.Result(core, fit, least);
  }

  /** Correlation of two columns of 0 and 1: so many ones among so many pairs, in and out. */
  private static double phi(double inOnes, double ins, double outOnes, double outs) {
    double all = ins + outs;
    double ones = inOnes + outOnes;
    double above = all * inOnes - ins * ones;
    double below = Math.sqrt(ins * outs) * Math.sqrt(ones * (all - ones));
    return below == 0 ? Double.NaN : above / below;
  }

  /** Largest degree first, equal ones by number. */
  private static int[] byDegree(PlainRows rows) {
    int n = rows.nodes();
    int most = 0;
    for (int v = 0; v < n; v++) {
      most = Math.max(most, rows.degree(v));
    }
    int[] start = new int[most + 2];
    for (int v = 0; v < n; v++) {
      start[most - rows.degree(v) + 1]++;
    }
    for (int d = 0; d <= most; d++) {
      start[d + 1] += start[d];
    }
    int[] order = new int[n];
    for (int v = 0; v < n; v++) {
      order[start[most - rows.degree(v)]++] = v;
    }
    return order;
  }

  /* One value after the other is set to its best given the others: c(i) = sum a(ij) c(j) / (sum
   * c(j)^2 - c(i)^2). Each step lowers the sum of squares, so it converges. */
  static CorePeriphery.Result continuous(Csr graph, Progress progress) {
    int n = graph.nodes();
    double[] core = new double[n];
    double sum = 0;
    for (int v = 0; v < n; v++) {
      sum += pull(graph, v, null);
    }
    // The scale at which the sum of all products equals the sum of all ties.
    double scale = sum == 0 ? 0 : 1 / Math.sqrt(sum);
    double squares = 0;
    for (int v = 0; v < n; v++) {
      core[v] = pull(graph, v, null) * scale;
      squares += core[v] * core[v];
    }
    boolean moving = sum > 0;
    for (int sweep = 1; moving && sweep <= CorePeriphery.MOST_SWEEPS; sweep++) {
      double change = 0;
      double largest = 0;
      for (int v = 0; v < n; v++) {
        double others = Math.max(0, squares - core[v] * core[v]);
        double pull = pull(graph, v, core);
        // Nobody else has a value: any value of v costs the same, so it keeps its own.
        double value = others > 0 ? pull / others : core[v];
        change = Math.max(change, Math.abs(value - core[v]));
        largest = Math.max(largest, value);
        squares = others + value * value;
        core[v] = value;
      }
      squares = Arrays.stream(core).map(c -> c * c).sum(); // no dust from subtracting
      moving = change > CorePeriphery.TOLERANCE * largest;
      progress.step(sweep, -1);
    }
    return fitted(graph, core);
  }

  private static double pull(Csr graph, int v, double @Nullable [] core) {
    double pull = 0;
    for (int a = graph.first(v); a < graph.end(v); a++) {
      int w = graph.target(a);
      pull += w == v ? 0 : graph.weight(a) * (core == null ? 1 : core[w]);
    }
    return pull;
  }

  /* Sums over all pairs of products come from sums over nodes: 2 sum c(i) c(j) = (sum c)^2 - sum
   * c^2, and the like for squares. */
  private static CorePeriphery.Result fitted(Csr graph, double[] core) {
    double pairs = core.length * (core.length - 1.0) / 2;
    double one = 0;
    double two = 0;
    double four = 0;
    double ties = 0;
    double tieSquares = 0;
    double mixed = 0;
    for (int v = 0; v < core.length; v++) {
      double square = core[v] * core[v];
      one += core[v];
      two += square;
      four += square * square;
      for (int a = graph.first(v); a < graph.end(v); a++) {
        int w = graph.target(a);
        if (w > v) {
          ties += graph.weight(a);
          tieSquares += graph.weight(a) * graph.weight(a);
          mixed += graph.weight(a) * core[v] * core[w];
        }
      }
    }
    double products = (one * one - two) / 2;
    double productSquares = (two * two - four) / 2;
    double above = pairs * mixed - products * ties;
    double below =
        Math.sqrt(Math.max(0, pairs * productSquares - products * products))
            * Math.sqrt(Math.max(0, pairs * tieSquares - ties * ties));
    double error = Math.max(0, tieSquares - 2 * mixed + productSquares);
    boolean flat = below <= 1e-12 * pairs * Math.max(1e-300, mixed);
    return new CorePeriphery.Result(core, flat ? Double.NaN : above / below, error);
  }
}

package dev.sextant.kernels.group;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Progress;
import java.util.Arrays;

/* Each node of the side walks to who shares something with it and counts in a dense array. Chance is
 * summed from the tail of the hypergeometric distribution: terms by a ratio from the first, whose
 * logarithm comes from a table of factorials; the tail that is shorter is summed, smallest first, so
 * that no digits cancel. */
final class Projecting {
  private final PlainRows rows;
  private final boolean[] people;
  private final double[] logFactorial;
  private final int others;

  Projecting(PlainRows rows, boolean[] people) {
    this.rows = rows;
    this.people = people;
    int count = 0;
    for (boolean person : people) {
      count += person ? 0 : 1;
    }
    this.others = count;
    this.logFactorial = new double[others + 1];
    for (int i = 1; i <= others; i++) {
      logFactorial[i] = logFactorial[i - 1] + StrictMath.log(i);
    }
  }

  Projection compute(Progress progress) {
    int n = rows.nodes();
    int pairs = countPairs();
    int[] lower = new int[pairs];
    int[] higher = new int[pairs];
    int[] shared = new int[pairs];
    double[] newman = new double[pairs];
    double[] chance = new double[pairs];
    int[] times = new int[n];
    double[] weight = new double[n];
    int[] met = new int[n];
    int at = 0;
    for (int u = 0; u < n; u++) {
      int count = people[u] ? meet(u, times, weight, met) : 0;
      Arrays.sort(met, 0, count);
      for (int i = 0; i < count; i++) {
        int v = met[i];
        lower[at] = u;
        higher[at] = v;
        shared[at] = times[v];
        newman[at] = weight[v];
        chance[at++] = tail(times[v], rows.degree(u), rows.degree(v));
        times[v] = 0;
        weight[v] = 0;
      }
      progress.step(u + 1, n);
    }
    long side = n - others;
    return new Projection(n, side * (side - 1) / 2, lower, higher, shared, newman, chance);
  }

  private int meet(int u, int[] times, double[] weight, int[] met) {
    int count = 0;
    for (int a = rows.offsets()[u]; a < rows.offsets()[u + 1]; a++) {
      int event = rows.targets()[a];
      for (int b = rows.offsets()[event]; b < rows.offsets()[event + 1]; b++) {
        int v = rows.targets()[b];
        if (v > u) {
          if (times[v]++ == 0) {
            met[count++] = v;
          }
          weight[v] += 1.0 / (rows.degree(event) - 1);
        }
      }
    }
    return count;
  }

  private int countPairs() {
    long meetings = 0;
    for (int v = 0; v < rows.nodes(); v++) {
      meetings += people[v] ? 0 : (long) rows.degree(v) * rows.degree(v);
    }
    if (meetings > TwoMode.MOST_MEETINGS) {
      throw new BadGraph(
          meetings
              + " meetings of two, more than "
              + TwoMode.MOST_MEETINGS
              + ": leave out the nodes of the other side that very many share");
    }
    long pairs = 0;
    int[] last = new int[rows.nodes()];
    Arrays.fill(last, -1);
    for (int u = 0; u < rows.nodes(); u++) {
      for (int a = rows.offsets()[u]; people[u] && a < rows.offsets()[u + 1]; a++) {
        int event = rows.targets()[a];
        for (int b = rows.offsets()[event]; b < rows.offsets()[event + 1]; b++) {
          int v = rows.targets()[b];
          if (v > u && last[v] != u) {
            last[v] = u;
            pairs++;
          }
        }
      }
    }
    if (pairs > TwoMode.MOST_PAIRS) {
      throw new BadGraph(
          pairs
              + " pairs ("
              + 32 * pairs / 1_000_000
              + " MB), more than "
              + TwoMode.MOST_PAIRS
              + ": leave out the nodes of the other side that very many share");
    }
    return (int) pairs;
  }

  /** Probability that draws of a and of b out of the others share so many or more. */
  double tail(int shared, int a, int b) {
    int first = Math.max(0, a + b - others);
    int last = Math.min(a, b);
    if (shared <= first) {
      return 1;
    }
    double mean = (double) a * b / others;
    if (shared > mean) {
      return Math.min(1, sum(last, shared, a, b));
    }
    return Math.max(0, 1 - sum(first, shared - 1, a, b));
  }

  /* From the far end, where terms are smallest, towards the middle. A far end too small for a double
   * would make all terms by ratio 0, so terms start where they can be told from 0. */
  private double sum(int far, int near, int a, int b) {
    int step = near >= far ? 1 : -1;
    double sum = 0;
    double term = 0;
    for (int x = far; ; x += step) {
      if (term < 1e-290) {
        term = StrictMath.exp(logProbability(x, a, b));
      } else {
        term *= step > 0 ? ratio(x - 1, a, b) : 1 / ratio(x, a, b);
      }
      sum += term;
      if (x == near) {
        return sum;
      }
    }
  }

  /** P(x + 1) / P(x). */
  private double ratio(int x, int a, int b) {
    return (double) (a - x) * (b - x) / ((x + 1.0) * (others - a - b + x + 1.0));
  }

  private double logProbability(int x, int a, int b) {
    return logFactorial[a]
        - logFactorial[x]
        - logFactorial[a - x]
        + logFactorial[others - a]
        - logFactorial[b - x]
        - logFactorial[others - a - b + x]
        - logFactorial[others]
        + logFactorial[b]
        + logFactorial[others - b];
  }
}

package dev.sextant.kernels.time;

import dev.sextant.kernels.BadGraph;
import dev.sextant.kernels.Cancelled;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.Replicas;
import dev.sextant.kernels.SplitMix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a series of windows stops being like itself.
 *
 * <p>{@link #divisive}: the split that sets what is before it and a stretch after it the farthest
 * apart, by the energy statistic 2 x mean distance across - mean within one - mean within other,
 * weighed by sizes; then a permutation test within the stretches found so far; again until a split
 * is no longer significant (e-divisive: D. Matteson, N. James 2014,
 * doi:10.1080/01621459.2013.849605). It needs distances only, so networks can be split as they are.
 * Cost for w windows, c changes, r permutations: O(c r w^2) time and 8 w^2 bytes a thread; up to
 * 4,000 windows.
 *
 * <p>{@link #pelt}: the exact least of squared errors round piecewise means plus a penalty a
 * change, over any number of changes (R. Killick, P. Fearnhead, I. Eckley 2012,
 * doi:10.1080/01621459.2012.737745). Cost: between O(w) and O(w^2).
 *
 * <p>Deterministic at any number of threads. When ties are missing in some windows: a change in
 * watching is a change too, and is found as one.
 */
public final class ChangePoints {
  private static final int MOST = 4_000;

  private ChangePoints() {}

  /**
   * A change.
   *
   * @param at number of the first window after it
   * @param statistic the energy statistic of the split
   * @param p of the permutation test
   */
  public record Change(int at, double statistic, double p) {}

  /**
   * How to test.
   *
   * @param shortest windows between changes, at least 2
   * @param permutations at least 19
   * @param level the significance at which a change counts, such as .05
   */
  public record Plan(int shortest, int permutations, double level, long seed, int threads) {
    /** Stretches of three windows at least, 199 permutations, level .05, seed 1, one thread. */
    public static Plan usual() {
      return new Plan(3, 199, 0.05, 1, 1);
    }

    /** Refuses numbers below the least. */
    public Plan {
      if (shortest < 2 || permutations < 19 || !(level > 0 && level < 1) || threads < 1) {
        throw new BadGraph(
            "stretches need 2 windows, permutations 19, level between 0 and 1, threads 1");
      }
    }
  }

  /**
   * Splits by distances.
   *
   * @param distance symmetric, 0 on the diagonal
   * @return significant changes, in order of time
   * @throws BadGraph if the matrix is not such, or larger than 4,000 by 4,000
   * @throws Cancelled if progress says stop
   */
  public static List<Change> divisive(double[][] distance, Plan plan, Progress progress) {
    int n = distance.length;
    if (n > MOST) {
      throw new BadGraph(n + " windows are more than " + MOST + "; make windows longer");
    }
    for (int i = 0; i < n; i++) {
      if (distance[i].length != n) {
        throw new BadGraph("row " + i + " of " + n + " has " + distance[i].length + " distances");
      }
      for (int j = 0; j <= i; j++) {
        if (distance[i][j] != distance[j][i] || !(distance[i][j] >= 0)) {
          throw new BadGraph("distances " + i + ", " + j + " differ or are not at least 0");
        }
      }
    }
    List<Change> changes = new ArrayList<>();
    int[] identity = new int[n];
    Arrays.setAll(identity, i -> i);
    while (true) {
      int[] cuts = cuts(changes, n);
      Splitter splitter = new Splitter(n, plan.shortest());
      splitter.fill(distance, identity);
      Split best = splitter.best(cuts);
      if (best.at < 0) {
        break;
      }
      double p = test(distance, cuts, best.statistic, changes.size(), plan, progress);
      if (p > plan.level()) {
        break;
      }
      changes.add(new Change(best.at, best.statistic, p));
    }
    changes.sort((a, b) -> Integer.compare(a.at(), b.at()));
    return List.copyOf(changes);
  }

  private static int[] cuts(List<Change> changes, int n) {
    int[] cuts = new int[changes.size() + 2];
    for (int i = 0; i < changes.size(); i++) {
      cuts[i] = changes.get(i).at();
    }
    cuts[changes.size()] = n;
    Arrays.sort(cuts);
    return cuts;
  }

  private static double test(
      double[][] distance, int[] cuts, double statistic, int round, Plan plan, Progress progress) {
    int n = distance.length;
    boolean[] asHigh = new boolean[plan.permutations()];
    long seed = Replicas.seed(plan.seed(), round);
    Replicas.run(
        asHigh.length,
        plan.threads(),
        () -> new Splitter(n, plan.shortest()),
        (i, splitter) -> {
          SplitMix random = new SplitMix(Replicas.seed(seed, i));
          int[] order = new int[n];
          Arrays.setAll(order, v -> v);
          for (int c = 0; c + 1 < cuts.length; c++) {
            int[] stretch = Arrays.copyOfRange(order, cuts[c], cuts[c + 1]);
            random.shuffle(stretch, stretch.length);
            System.arraycopy(stretch, 0, order, cuts[c], stretch.length);
          }
          splitter.fill(distance, order);
          asHigh[i] = splitter.best(cuts).statistic >= statistic * (1 - 1e-12);
        },
        progress);
    int high = 1;
    for (boolean yes : asHigh) {
      high += yes ? 1 : 0;
    }
    return high / (plan.permutations() + 1.0);
  }

  private record Split(int at, double statistic) {}

  /* Sums over any block of distances from sums over all blocks that begin at the corner. */
  private static final class Splitter {
    private final int shortest;
    private final double[][] corner;

    Splitter(int n, int shortest) {
      this.shortest = shortest;
      corner = new double[n + 1][n + 1];
    }

    void fill(double[][] distance, int[] order) {
      int n = order.length;
      for (int i = 0; i < n; i++) {
        double row = 0;
        for (int j = 0; j < n; j++) {
          row += distance[order[i]][order[j]];
          corner[i + 1][j + 1] = corner[i][j + 1] + row;
        }
      }
    }

    private double block(int a, int b, int c, int d) {
      return corner[b][d] - corner[a][d] - corner[b][c] + corner[a][c];
    }

    Split best(int[] cuts) {
      int at = -1;
      double most = Double.NEGATIVE_INFINITY;
      for (int c = 0; c + 1 < cuts.length; c++) {
        int begin = cuts[c];
        int last = cuts[c + 1];
        for (int tau = begin + shortest; tau + shortest <= last; tau++) {
          double m = tau - begin;
          double within = block(begin, tau, begin, tau) / (m * (m - 1));
          for (int end = tau + shortest; end <= last; end++) {
            double k = end - tau;
            double across = block(begin, tau, tau, end) / (m * k);
            double other = block(tau, end, tau, end) / (k * (k - 1));
            double statistic = m * k / (m + k) * (2 * across - within - other);
            if (statistic > most) {
              most = statistic;
              at = tau;
            }
          }
        }
      }
      return new Split(at, most);
    }
  }

  /**
   * Splits by means.
   *
   * @param series one row a window, one column a number; each column is first divided by its
   *     standard deviation of differences between neighbours, over the root of 2, and left out if
   *     that is 0
   * @param penalty of a change, above 0; {@code 2 ln w} times the columns is usual
   * @return numbers of the first windows after changes, ascending
   */
  public static int[] pelt(double[][] series, double penalty) {
    if (!(penalty > 0)) {
      throw new BadGraph("penalty " + penalty + ": need above 0");
    }
    int n = series.length;
    double[][] scaled = scaled(series);
    int columns = scaled.length;
    double[][] sum = new double[columns][n + 1];
    double[] squares = new double[n + 1];
    for (int i = 0; i < n; i++) {
      squares[i + 1] = squares[i];
      for (int c = 0; c < columns; c++) {
        sum[c][i + 1] = sum[c][i] + scaled[c][i];
        squares[i + 1] += scaled[c][i] * scaled[c][i];
      }
    }
    double[] least = new double[n + 1];
    int[] last = new int[n + 1];
    least[0] = -penalty;
    int[] open = new int[n + 1];
    int size = 1;
    double[] cost = new double[n + 1];
    for (int t = 1; t <= n; t++) {
      least[t] = Double.POSITIVE_INFINITY;
      for (int i = 0; i < size; i++) {
        int s = open[i];
        double error = squares[t] - squares[s];
        for (int c = 0; c < columns; c++) {
          double part = sum[c][t] - sum[c][s];
          error -= part * part / (t - s);
        }
        cost[i] = least[s] + error;
        if (cost[i] + penalty < least[t]) {
          least[t] = cost[i] + penalty;
          last[t] = s;
        }
      }
      // A start that is already beaten without a penalty stays beaten: splitting never costs more.
      int kept = 0;
      for (int i = 0; i < size; i++) {
        if (cost[i] <= least[t]) {
          open[kept++] = open[i];
        }
      }
      open[kept++] = t;
      size = kept;
    }
    int[] out = new int[n];
    int count = 0;
    for (int t = n; t > 0 && last[t] > 0; t = last[t]) {
      out[count++] = last[t];
    }
    int[] changes = Arrays.copyOf(out, count);
    Arrays.sort(changes);
    return changes;
  }

  private static double[][] scaled(double[][] series) {
    int n = series.length;
    List<double[]> columns = new ArrayList<>();
    for (int c = 0; n > 0 && c < series[0].length; c++) {
      double squares = 0;
      double mean = 0;
      for (int i = 0; i < n; i++) {
        if (series[i].length != series[0].length || !Double.isFinite(series[i][c])) {
          throw new BadGraph("window " + i + " lacks a finite number " + c);
        }
        mean += series[i][c] / n;
        double step = i == 0 ? 0 : series[i][c] - series[i - 1][c];
        squares += step * step;
      }
      double deviation = n < 2 ? 0 : Math.sqrt(squares / (n - 1) / 2);
      if (deviation > 0) {
        double[] column = new double[n];
        for (int i = 0; i < n; i++) {
          column[i] = (series[i][c] - mean) / deviation;
        }
        columns.add(column);
      }
    }
    return columns.toArray(double[][]::new);
  }
}

package dev.sextant.kernels.covert;

import dev.sextant.kernels.Csr;
import dev.sextant.kernels.CsrBuilder;
import dev.sextant.kernels.Progress;
import dev.sextant.kernels.Replicas;
import dev.sextant.kernels.SplitMix;
import java.util.Arrays;

/** Follows an order of removal. */
final class RemovalCurves {
  /** Most nodes whose distances are counted at every point. */
  static final int BY_DISTANCE = 65_536;

  /** Share of random orders below and above the band. */
  private static final double TAIL = 0.05;

  private static final int KINDS = Removal.Curve.values().length;

  private RemovalCurves() {}

  static Removal.Result of(Csr graph, int[] order, Removal.Extent extent, Progress progress) {
    int most = Math.min(extent.most(), order.length);
    int[] list = order.length == most ? order : Arrays.copyOf(order, most);
    int[] points = points(most, extent.points());
    Regrowth growth = new Regrowth(graph.ignoringDirection());
    growth.run(list);
    double[][] curves = pieces(graph.nodes(), growth, points);
    double[] sums = new double[points.length];
    if (graph.nodes() <= BY_DISTANCE) {
      Replicas.run(
          points.length,
          extent.threads(),
          () -> new PairSums(graph),
          (i, pairs) -> sums[i] = pairs.sum(without(graph.nodes(), list, points[i])),
          progress);
    } else {
      Arrays.fill(sums, Double.NaN);
    }
    distances(graph.nodes(), points, sums, curves);
    return new Removal.Result(list, points, curves, curves, curves, robustness(graph, growth));
  }

  static Removal.Result random(
      Csr graph, int replicas, long seed, Removal.Extent extent, Progress progress) {
    int n = graph.nodes();
    int most = Math.min(extent.most(), n);
    int[] points = points(most, extent.points());
    Csr plain = graph.ignoringDirection();
    double[][][] all = new double[replicas][][];
    double[] robust = new double[replicas];
    record Space(Regrowth growth, PairSums pairs) {}
    Replicas.run(
        replicas,
        extent.threads(),
        () -> new Space(new Regrowth(plain), new PairSums(n <= BY_DISTANCE ? graph : none())),
        (replica, space) -> {
          int[] order = Pools.all(n);
          new SplitMix(Replicas.seed(seed, replica)).shuffle(order, n);
          int[] list = Arrays.copyOf(order, most);
          space.growth.run(list);
          double[][] curves = pieces(n, space.growth, points);
          double[] sums = new double[points.length];
          for (int i = 0; i < points.length; i++) {
            sums[i] = n <= BY_DISTANCE ? space.pairs.sum(without(n, list, points[i])) : Double.NaN;
          }
          distances(n, points, sums, curves);
          all[replica] = curves;
          robust[replica] = robustness(graph, space.growth);
        },
        progress);
    double[][] mean = new double[KINDS][points.length];
    double[][] low = new double[KINDS][points.length];
    double[][] high = new double[KINDS][points.length];
    double[] values = new double[replicas];
    for (int kind = 0; kind < KINDS; kind++) {
      for (int i = 0; i < points.length; i++) {
        for (int r = 0; r < replicas; r++) {
          values[r] = all[r][kind][i];
        }
        Arrays.sort(values);
        mean[kind][i] = Arrays.stream(values).sum() / replicas;
        low[kind][i] = values[(int) Math.floor(TAIL * (replicas - 1))];
        high[kind][i] = values[(int) Math.ceil((1 - TAIL) * (replicas - 1))];
      }
    }
    double robustness = Arrays.stream(robust).sum() / replicas;
    return new Removal.Result(new int[0], points, mean, low, high, robustness);
  }

  private static Csr none() {
    return CsrBuilder.undirected(0, CsrBuilder.Loops.DROP).build().graph();
  }

  static int[] points(int most, int wanted) {
    if (most < wanted) {
      return Pools.all(most + 1);
    }
    int[] points = new int[wanted];
    for (int i = 0; i < wanted; i++) {
      points[i] = (int) Math.round((double) most * i / (wanted - 1));
    }
    return points;
  }

  private static boolean[] without(int n, int[] order, int count) {
    boolean[] removed = new boolean[n];
    for (int i = 0; i < count; i++) {
      removed[order[i]] = true;
    }
    return removed;
  }

  private static double[][] pieces(int n, Regrowth growth, int[] points) {
    double[][] curves = new double[KINDS][points.length];
    for (int i = 0; i < points.length; i++) {
      double rest = n - points[i];
      curves[Removal.Curve.LARGEST.ordinal()][i] =
          n == 0 ? 0 : (double) growth.largest[points[i]] / n;
      curves[Removal.Curve.FRAGMENTATION.ordinal()][i] =
          rest < 2 ? 1 : 1 - (growth.squares[points[i]] - rest) / (rest * (rest - 1));
    }
    return curves;
  }

  private static void distances(int n, int[] points, double[] sums, double[][] curves) {
    double all = n * (n - 1.0);
    for (int i = 0; i < points.length; i++) {
      double rest = n - points[i];
      boolean known = !Double.isNaN(sums[i]);
      curves[Removal.Curve.DISTANCE_FRAGMENTATION.ordinal()][i] =
          rest < 2 && known ? 1 : 1 - sums[i] / (rest * (rest - 1));
      curves[Removal.Curve.EFFICIENCY.ordinal()][i] = all > 0 ? sums[i] / all : sums[i];
    }
  }

  private static double robustness(Csr graph, Regrowth growth) {
    int n = graph.nodes();
    if (growth.largest.length <= n || n == 0) {
      return Double.NaN;
    }
    double sum = 0;
    for (int i = 1; i <= n; i++) {
      sum += growth.largest[i];
    }
    return sum / n / n;
  }
}

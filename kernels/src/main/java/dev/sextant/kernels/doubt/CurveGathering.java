package dev.sextant.kernels.doubt;

import dev.sextant.kernels.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/* Curves point by point. Where replicas have another axis, their values are read between its
 * points, at the same share of the way along it: an axis of removed people is as long as there are
 * people. */
final class CurveGathering implements Gathering {
  private final Doubt.Plan plan;
  private final Answer.Curves own;
  private final Map<String, double[][]> rows = new LinkedHashMap<>();
  private final boolean[] taken;

  CurveGathering(Answer.Curves own, Doubt.Plan plan) {
    this.plan = plan;
    this.own = own;
    this.taken = new boolean[plan.replicas()];
    own.y().keySet().forEach(name -> rows.put(name, new double[plan.replicas()][]));
  }

  @Override
  public void take(int r, Answer answer, Replica replica, Ranking ranking, Chance lots) {
    Answer.Curves found = (Answer.Curves) answer;
    int length = own.x().length;
    rows.forEach((name, all) -> {
      double[] y = found.y().get(name);
      double[] row = new double[length];
      for (int i = 0; i < length; i++) {
        row[i] = y == null || y.length == 0 ? Double.NaN : along(y, i, length);
      }
      all[r] = row;
    });
    taken[r] = true;
  }

  private static double along(double[] y, int i, int length) {
    if (y.length == length || length < 2) {
      return y[Math.min(i, y.length - 1)];
    }
    double at = (double) i / (length - 1) * (y.length - 1);
    int low = (int) at;
    return low + 1 >= y.length ? y[low] : y[low] + (at - low) * (y[low + 1] - y[low]);
  }

  @Override
  public Spread spread() {
    int count = 0;
    for (boolean one : taken) {
      count += one ? 1 : 0;
    }
    Map<String, Spread.Interval[]> bands = new LinkedHashMap<>();
    rows.forEach((name, all) -> {
      double[] values = own.y().get(name);
      Spread.Interval[] band = new Spread.Interval[own.x().length];
      for (int i = 0; values != null && i < band.length; i++) {
        double[] column = new double[all.length];
        for (int r = 0; r < all.length; r++) {
          column[r] = all[r] == null ? Double.NaN : all[r][i];
        }
        band[i] = Quantiles.interval(values[i], column, column.length, plan.level());
      }
      bands.put(name, band);
    });
    return new Spread.Bands(count, bands);
  }
}

package dev.sextant.kernels.doubt;

import dev.sextant.kernels.Answer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/* Values of the recorded pairs in the replicas that have them. */
final class PairGathering implements Gathering {
  private final Doubt.Plan plan;
  private final Answer.Pairs own;
  private final boolean directed;
  private final double[][] rows;

  PairGathering(Answer.Pairs own, boolean directed, Doubt.Plan plan) {
    this.plan = plan;
    this.own = own;
    this.directed = directed;
    this.rows = new double[plan.replicas()][];
  }

  @Override
  public void take(int r, Answer answer, Replica replica, Ranking ranking, Chance lots) {
    Answer.Pairs found = (Answer.Pairs) answer;
    Map<Long, Double> values = new HashMap<>();
    for (int i = 0; i < found.values().length; i++) {
      values.put(key(found.from()[i], found.to()[i]), found.values()[i]);
    }
    int[] nodeOf = replica.nodeOf();
    double[] row = new double[own.values().length];
    for (int i = 0; i < row.length; i++) {
      int u = nodeOf == null ? own.from()[i] : nodeOf[own.from()[i]];
      int w = nodeOf == null ? own.to()[i] : nodeOf[own.to()[i]];
      row[i] = u < 0 || w < 0 ? Double.NaN : values.getOrDefault(key(u, w), Double.NaN);
    }
    rows[r] = row;
  }

  private long key(int u, int w) {
    boolean turned = !directed && u > w;
    return ((long) (turned ? w : u) << 32) | (turned ? u : w);
  }

  @Override
  public Spread spread() {
    int taken = 0;
    for (double[] row : rows) {
      taken += row == null ? 0 : 1;
    }
    int pairs = own.values().length;
    double[] present = new double[pairs];
    Spread.Interval[] values = new Spread.Interval[pairs];
    double[] column = new double[rows.length];
    for (int i = 0; i < pairs; i++) {
      Arrays.fill(column, Double.NaN);
      int seen = 0;
      for (int r = 0; r < rows.length; r++) {
        column[r] = rows[r] == null ? Double.NaN : rows[r][i];
        seen += Double.isNaN(column[r]) ? 0 : 1;
      }
      present[i] = taken == 0 ? Double.NaN : (double) seen / taken;
      values[i] = Quantiles.interval(own.values()[i], column, column.length, plan.level());
    }
    return new Spread.Pairs(taken, present, values);
  }
}

package dev.sextant.kernels.doubt;

import dev.sextant.kernels.Answer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/* Numbers of the whole; a name that a replica lacks is not counted there. */
final class NumberGathering implements Gathering {
  private final Doubt.Plan plan;
  private final Answer.Whole own;
  private final Map<String, double[]> numbers = new LinkedHashMap<>();
  private final boolean[] taken;

  NumberGathering(Answer.Whole own, Doubt.Plan plan) {
    this.plan = plan;
    this.own = own;
    this.taken = new boolean[plan.replicas()];
    for (String name : own.values().keySet()) {
      double[] all = new double[plan.replicas()];
      Arrays.fill(all, Double.NaN);
      numbers.put(name, all);
    }
  }

  @Override
  public void take(int r, Answer answer, Replica replica, Ranking ranking, Chance lots) {
    Map<String, Double> found = ((Answer.Whole) answer).values();
    numbers.forEach((name, all) -> all[r] = found.getOrDefault(name, Double.NaN));
    taken[r] = true;
  }

  @Override
  public Spread spread() {
    int count = 0;
    for (boolean one : taken) {
      count += one ? 1 : 0;
    }
    Map<String, Spread.Interval> intervals = new LinkedHashMap<>();
    numbers.forEach((name, all) ->
        intervals.put(
            name,
            Quantiles.interval(
                own.values().getOrDefault(name, Double.NaN), all, all.length, plan.level())));
    return new Spread.Numbers(count, intervals);
  }
}

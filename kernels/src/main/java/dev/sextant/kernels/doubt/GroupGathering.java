package dev.sextant.kernels.doubt;

import dev.sextant.kernels.Answer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/* How groups hold together: for each node the likeness of its recorded group and its group in each
 * replica, and for each replica the adjusted Rand index. Both come from one table of how many nodes
 * are in this recorded group and that one of the replica. */
final class GroupGathering implements Gathering {
  private final Doubt.Plan plan;
  private final Answer.Groups own;
  private final int n;
  private final float[][] likeness;
  private final double[] agreement;
  private final double[] groups;
  private final Map<String, double[]> numbers = new LinkedHashMap<>();

  GroupGathering(Answer.Groups own, Doubt.Plan plan) {
    this.plan = plan;
    this.own = own;
    this.n = own.groups().length;
    this.likeness = new float[plan.replicas()][];
    this.agreement = filled(plan.replicas());
    this.groups = filled(plan.replicas());
    own.summary().keySet().forEach(name -> numbers.put(name, filled(plan.replicas())));
  }

  private static double[] filled(int size) {
    double[] filled = new double[size];
    Arrays.fill(filled, Double.NaN);
    return filled;
  }

  @Override
  public void take(int r, Answer answer, Replica replica, Ranking ranking, Chance lots) {
    Answer.Groups found = (Answer.Groups) answer;
    int[] nodeOf = replica.nodeOf();
    int[] one = new int[n];
    int[] other = new int[n];
    for (int v = 0; v < n; v++) {
      int at = nodeOf == null ? v : nodeOf[v];
      one[v] = own.groups()[v];
      other[v] = at < 0 ? -1 : found.groups()[at];
    }
    Overlap overlap = new Overlap(one, other);
    agreement[r] = overlap.adjustedRand();
    groups[r] = Arrays.stream(found.groups()).max().orElse(-1) + 1;
    float[] row = new float[n];
    for (int v = 0; v < n; v++) {
      row[v] = (float) overlap.likeness(v);
    }
    numbers.forEach((name, all) -> all[r] = found.summary().getOrDefault(name, Double.NaN));
    likeness[r] = row;
  }

  @Override
  public Spread spread() {
    double[] stability = new double[n];
    int taken = 0;
    int[] seen = new int[n];
    for (float[] row : likeness) {
      taken += row == null ? 0 : 1;
      for (int v = 0; row != null && v < n; v++) {
        if (!Float.isNaN(row[v])) {
          stability[v] += row[v];
          seen[v]++;
        }
      }
    }
    for (int v = 0; v < n; v++) {
      stability[v] = seen[v] == 0 ? Double.NaN : stability[v] / seen[v];
    }
    double most = Arrays.stream(own.groups()).max().orElse(-1) + 1;
    Map<String, Spread.Interval> intervals = new LinkedHashMap<>();
    numbers.forEach((name, all) ->
        intervals.put(name, interval(own.summary().getOrDefault(name, Double.NaN), all)));
    double rand = interval(1, agreement).mean();
    return new Spread.Grouping(taken, stability, rand, interval(most, groups), intervals);
  }

  private Spread.Interval interval(double value, double[] all) {
    return Quantiles.interval(value, all.clone(), all.length, plan.level());
  }
}

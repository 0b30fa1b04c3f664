package dev.sextant.kernels.doubt;

import dev.sextant.kernels.Answer;
import java.util.Arrays;

/* Who is in the best set of each replica. */
final class SetGathering implements Gathering {
  private final Doubt.Plan plan;
  private final Answer.Sets own;
  private final int n;
  private final boolean[] inOwn;
  private final int[][] best;
  private final double[] value;

  SetGathering(Answer.Sets own, int n, Doubt.Plan plan) {
    this.plan = plan;
    this.own = own;
    this.n = n;
    this.inOwn = new boolean[n];
    this.best = new int[plan.replicas()][];
    this.value = new double[plan.replicas()];
    Arrays.fill(value, Double.NaN);
    if (!own.sets().isEmpty()) {
      for (int v : own.sets().getFirst()) {
        inOwn[v] = true;
      }
    }
  }

  @Override
  public void take(int r, Answer answer, Replica replica, Ranking ranking, Chance lots) {
    Answer.Sets found = (Answer.Sets) answer;
    if (found.sets().isEmpty()) {
      best[r] = new int[0];
      return;
    }
    value[r] = found.values().length == 0 ? Double.NaN : found.values()[0];
    boolean[] in = new boolean[replica.graph().nodes()];
    for (int v : found.sets().getFirst()) {
      in[v] = true;
    }
    int[] nodeOf = replica.nodeOf();
    int[] members = new int[n];
    int count = 0;
    for (int v = 0; v < n; v++) {
      int at = nodeOf == null ? v : nodeOf[v];
      if (at >= 0 && in[at]) {
        members[count++] = v;
      }
    }
    best[r] = Arrays.copyOf(members, count);
  }

  @Override
  public Spread spread() {
    int taken = 0;
    int ownSize = own.sets().isEmpty() ? 0 : own.sets().getFirst().length;
    double likeness = 0;
    double[] member = new double[n];
    for (int[] set : best) {
      if (set == null) {
        continue;
      }
      taken++;
      int shared = 0;
      for (int v : set) {
        member[v]++;
        shared += inOwn[v] ? 1 : 0;
      }
      int united = ownSize + set.length - shared;
      likeness += united == 0 ? 1 : (double) shared / united;
    }
    for (int v = 0; v < n; v++) {
      member[v] = taken == 0 ? Double.NaN : member[v] / taken;
    }
    double first = own.values().length == 0 ? Double.NaN : own.values()[0];
    return new Spread.Sets(
        taken,
        member,
        taken == 0 ? Double.NaN : likeness / taken,
        Quantiles.interval(first, value, value.length, plan.level()));
  }
}

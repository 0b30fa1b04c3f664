package dev.sextant.kernels.doubt;

import dev.sextant.kernels.Answer;
import java.util.Arrays;

/* Ranks of scores. Each replica's ranks are one row; a node's column is counted at the end. */
final class RankGathering implements Gathering {
  /** The rank of a node that a replica gives none. */
  static final int NONE = 0;

  private final Doubt.Plan plan;
  private final int n;
  private final int[] order; // the recorded nodes, highest first
  private final int[] levels;
  private final int different;
  private final int[][] rows;
  private final double[] tau;
  private final double[] overlap;
  private final double[] robustness;
  private final Spread.Calibration calibration;

  RankGathering(
      Answer.Scores scores,
      Doubt.Plan plan,
      int turned,
      Ranking ranking,
      Spread.Calibration calibration) {
    this.plan = plan;
    this.calibration = calibration;
    double[] values = scores.values();
    this.n = values.length;
    this.rows = new int[plan.replicas()][];
    this.tau = filled(plan.replicas());
    this.overlap = filled(plan.replicas());
    this.robustness = filled(turned);
    int[] ranks = new int[n];
    this.different = ranking.rank(values, n, ranks, new Chance(plan.seed()));
    this.levels = Arrays.copyOf(ranking.level, n);
    this.order = ranking.order(values, n);
  }

  private static double[] filled(int size) {
    double[] filled = new double[size];
    Arrays.fill(filled, Double.NaN);
    return filled;
  }

  @Override
  public boolean wantsTurned() {
    return true;
  }

  @Override
  public void take(int r, Answer answer, Replica replica, Ranking ranking, Chance lots) {
    int[] ranks = new int[n];
    tau[r] = compared(answer, replica, ranking, lots, ranks).tau();
    int k = Math.min(plan.top(), n);
    int both = 0;
    for (int v : recordedTop(k, lots)) {
      both += ranks[v] != NONE && ranks[v] <= k ? 1 : 0;
    }
    overlap[r] = k == 0 ? Double.NaN : (double) both / k;
    rows[r] = ranks;
  }

  /* The first k of the record, those equal to the last of them by lot. The record is sorted once: only
   * lots are drawn again for each replica. */
  private int[] recordedTop(int k, Chance lots) {
    int[] drawn = order;
    for (int from = 0; from < k; ) {
      int to = from + 1;
      while (to < n && levels[order[to]] == levels[order[from]]) {
        to++;
      }
      if (to > k) {
        drawn = Arrays.copyOf(order, to);
        Ranking.draw(drawn, from, to, lots);
      }
      from = to;
    }
    return Arrays.copyOf(drawn, k);
  }

  @Override
  public void takeTurned(int r, Answer answer, Replica replica, Ranking ranking, Chance lots) {
    robustness[r] = compared(answer, replica, ranking, lots, new int[n]).robustness();
  }

  /** Ranks by number of the replica; null where the measure was refused. */
  int[][] rows() {
    return rows;
  }

  /** Ranks of the recorded nodes in another network; 0 for one that is not in it. */
  int[] ranks(Answer answer, Replica in, Ranking ranking, Chance lots) {
    int[] ranks = new int[n];
    compared(answer, in, ranking, lots, ranks);
    return ranks;
  }

  /* Ranks persons (a person whom several nodes stand for takes one place) and compares the order
   * with the recorded one, node by node. */
  private Ranking.Agreement compared(
      Answer answer, Replica replica, Ranking ranking, Chance lots, int[] ranks) {
    double[] of = ((Answer.Scores) answer).values();
    int[] nodeOf = replica.nodeOf();
    if (nodeOf == null) {
      int levelsHere = ranking.rank(of, n, ranks, lots);
      return ranking.compare(levels, different, ranking.level, levelsHere, n);
    }
    int[] place = new int[of.length];
    Arrays.fill(place, -1);
    double[] persons = new double[n];
    int count = 0;
    int present = 0;
    for (int v = 0; v < n; v++) {
      if (nodeOf[v] >= 0) {
        present++;
        if (place[nodeOf[v]] < 0) {
          place[nodeOf[v]] = count;
          persons[count++] = of[nodeOf[v]];
        }
      }
    }
    int[] personRanks = new int[n];
    int levelsHere = ranking.rank(persons, count, personRanks, lots);
    int[] one = new int[present];
    int[] other = new int[present];
    int at = 0;
    for (int v = 0; v < n; v++) {
      if (nodeOf[v] >= 0) {
        int person = place[nodeOf[v]];
        ranks[v] = personRanks[person];
        one[at] = levels[v];
        other[at++] = ranking.level[person];
      }
    }
    return ranking.compare(one, different, other, levelsHere, present);
  }

  @Override
  public Spread spread() {
    int taken = 0;
    for (int[] row : rows) {
      taken += row == null ? 0 : 1;
    }
    int[] rank = new int[n];
    int[] equal = new int[n];
    int[] size = new int[different + 1];
    for (int level : levels) {
      size[level + 1]++;
    }
    for (int v = 0; v < n; v++) {
      equal[v] = size[levels[v] + 1];
    }
    for (int l = 0; l < different; l++) {
      size[l + 1] += size[l];
    }
    for (int v = 0; v < n; v++) {
      rank[v] = size[levels[v]] + 1;
    }
    int[] low = new int[n];
    int[] high = new int[n];
    double[] expected = new double[n];
    double[] top = new double[n];
    columns(low, high, expected, top);
    return new Spread.Ranks(
        taken,
        rank,
        equal,
        low,
        high,
        expected,
        top,
        Math.min(plan.top(), n),
        mean(robustness),
        mean(tau),
        mean(overlap),
        calibration);
  }

  private void columns(int[] low, int[] high, double[] expected, double[] top) {
    int[] counts = new int[n + 2];
    for (int v = 0; v < n; v++) {
      int seen = 0;
      long sum = 0;
      int first = n;
      int last = 0;
      for (int[] row : rows) {
        int r = row == null ? NONE : row[v];
        if (r != NONE) {
          counts[r]++;
          seen++;
          sum += r;
          first = Math.min(first, r);
          last = Math.max(last, r);
        }
      }
      expected[v] = seen == 0 ? Double.NaN : (double) sum / seen;
      int under = outside(seen, calibration.below());
      int over = outside(seen, calibration.above());
      int passed = 0;
      int inTop = 0;
      for (int r = first; r <= last; r++) {
        if (counts[r] == 0) {
          continue;
        }
        if (passed <= under) {
          low[v] = r;
        }
        if (passed < seen - over) {
          high[v] = r;
        }
        passed += counts[r];
        inTop += r <= plan.top() ? counts[r] : 0;
        counts[r] = 0;
      }
      top[v] = seen == 0 ? Double.NaN : (double) inTop / seen;
    }
  }

  private int outside(int seen, double share) {
    return calibration.trials() == 0
        ? Quantiles.below(seen, plan.level())
        : Quantiles.beyond(seen, share);
  }

  private static double mean(double[] values) {
    double sum = 0;
    int count = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        sum += value;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}

package dev.sextant.kernels.covert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/* The best few different sets met on the way; lower cost is better, equal cost by members. */
final class BestSets {
  /** Costs nearer than this are the same cost with another order of additions. */
  static final double SAME = 1e-9;

  private final int keep;
  private final List<int[]> sets = new ArrayList<>();
  private final List<Double> costs = new ArrayList<>();

  BestSets(int keep) {
    this.keep = keep;
  }

  /** Cost that a set must be below to be of interest. */
  double limit() {
    return sets.size() < keep ? Double.POSITIVE_INFINITY : costs.get(keep - 1);
  }

  boolean wants(double cost) {
    return cost < limit() + SAME;
  }

  /** Takes a set if it is among the best; the array becomes the list's own. */
  void add(int[] ascending, double cost) {
    int at = sets.size();
    while (at > 0 && before(cost, ascending, at - 1)) {
      at--;
    }
    if (at >= keep || at > 0 && Arrays.equals(sets.get(at - 1), ascending)) {
      return;
    }
    for (int[] set : sets) {
      if (Arrays.equals(set, ascending)) {
        return;
      }
    }
    sets.add(at, ascending);
    costs.add(at, cost);
    if (sets.size() > keep) {
      sets.removeLast();
      costs.removeLast();
    }
  }

  private boolean before(double cost, int[] set, int place) {
    double other = costs.get(place);
    if (Math.abs(cost - other) > SAME) {
      return cost < other;
    }
    return Arrays.compare(set, sets.get(place)) < 0;
  }

  void addAll(BestSets others) {
    for (int i = 0; i < others.sets.size(); i++) {
      add(others.sets.get(i), others.costs.get(i));
    }
  }

  List<int[]> sets() {
    return sets;
  }

  double cost(int place) {
    return costs.get(place);
  }

  int size() {
    return sets.size();
  }
}

package dev.sextant.linkage.together;

import java.util.List;

/**
 * When two accounts write: how alike their hours are, and whether they are ever online at once. One
 * person writes at one person's hours, and seldom from two accounts at the same moment; so do many
 * others who are two.
 *
 * @param likeness of the hours of the day, 1 the same, 0 none in common: 1 less the Jensen-Shannon
 *     divergence in bits
 * @param meetings times that one wrote within two minutes of the other
 * @param expected meetings if both kept their hours and days and knew nothing of each other
 */
public record Hours(double likeness, int meetings, double expected) {
  private static final long MEETING = 120_000;
  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;

  /** Below this chance of so few meetings the two avoid each other. */
  private static final double SELDOM = 0.01;

  /** Compares two accounts' posts, both in order of time. */
  public static Hours of(List<Posts.Post> a, List<Posts.Post> b) {
    double[] x = ofDay(a);
    double[] y = ofDay(b);
    return new Hours(1 - divergence(x, y), meetings(a, b), expected(a, b, x, y));
  }

  private static double[] ofDay(List<Posts.Post> posts) {
    double[] hours = new double[24];
    for (Posts.Post post : posts) {
      hours[(int) (Math.floorMod(post.millis(), DAY) / HOUR)] += 1.0 / posts.size();
    }
    return hours;
  }

  private static double divergence(double[] x, double[] y) {
    double sum = 0;
    for (int h = 0; h < 24; h++) {
      double middle = (x[h] + y[h]) / 2;
      sum += part(x[h], middle) + part(y[h], middle);
    }
    return Math.clamp(sum / 2, 0, 1);
  }

  private static double part(double p, double middle) {
    return p == 0 ? 0 : p * Math.log(p / middle) / Math.log(2);
  }

  /* Each post of a that has a post of b within two minutes. */
  private static int meetings(List<Posts.Post> a, List<Posts.Post> b) {
    int met = 0;
    int low = 0;
    for (Posts.Post post : a) {
      while (low < b.size() && b.get(low).millis() < post.millis() - MEETING) {
        low++;
      }
      met += low < b.size() && b.get(low).millis() <= post.millis() + MEETING ? 1 : 0;
    }
    return met;
  }

  /* Over the days on which both could write: each post of a meets one of b with the chance that b
   * writes within two minutes either side, at b's rate of that hour. */
  private static double expected(List<Posts.Post> a, List<Posts.Post> b, double[] x, double[] y) {
    long from = Math.max(a.getFirst().millis(), b.getFirst().millis());
    long to = Math.min(a.getLast().millis(), b.getLast().millis());
    if (to <= from) {
      return 0;
    }
    double days = Math.max(1, (double) (to - from) / DAY);
    double mine = a.stream().filter(p -> p.millis() >= from && p.millis() <= to).count();
    double theirs = b.stream().filter(p -> p.millis() >= from && p.millis() <= to).count();
    double expected = 0;
    for (int h = 0; h < 24; h++) {
      double rate = theirs * y[h] / days / HOUR;
      expected += mine * x[h] * -Math.expm1(-rate * 2 * MEETING);
    }
    return expected;
  }

  /** Whether they are at once online less often than their hours would have it. */
  public boolean neverAtOnce() {
    return asFew() < SELDOM;
  }

  /* Poisson: the probability of as few meetings or fewer. */
  private double asFew() {
    double term = Math.exp(-expected);
    double sum = term;
    for (int k = 1; k <= meetings; k++) {
      term *= expected / k;
      sum += term;
    }
    return sum;
  }
}

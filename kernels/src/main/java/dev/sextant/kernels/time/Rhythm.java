package dev.sextant.kernels.time;

import dev.sextant.kernels.BadGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rhythm of what happens at given times: gaps, burstiness, memory, and bursts.
 *
 * <p>What: <i>gaps</i> are the differences of neighbouring times. With mean m and standard
 * deviation s of the gaps, r = s / m, <i>burstiness</i> is (r - 1) / (r + 1): -1 for a clock, 0 for
 * chance, 1 at the burstiest; <i>memory</i> is the correlation of each gap with the next (K. Goh,
 * A. Barabasi 2008, doi:10.1209/0295-5075/81/48002). Few events cannot look bursty by that formula;
 * the <i>corrected</i> burstiness of n events is (sqrt(n + 1) r - sqrt(n - 1)) / ((sqrt(n + 1) - 2)
 * r + sqrt(n - 1)) (E. Kim, H. Jo 2016, doi:10.1103/PhysRevE.94.032311). <i>Bursts</i> are
 * stretches in which a machine of two states, gaps at the mean rate or s times as fast, explains
 * the gaps at the least cost, entering the fast state costing gamma ln n, n the number of gaps (J.
 * Kleinberg 2002, doi:10.1145/775047.775061). Cost: O(n) after sorting. Exact. Deterministic. No
 * seed.
 *
 * <p>When events are missing at random, gaps merge and bursts soften; a gap in watching looks like
 * a pause.
 *
 * @param gaps in the unit of the times, one fewer than times
 * @param mean of the gaps; NaN without any
 * @param burstiness NaN below two gaps or where all times are one
 * @param corrected burstiness for few events; NaN likewise
 * @param memory NaN below three gaps or where either side does not vary
 * @param bursts in order of time
 */
public record Rhythm(
    long[] gaps,
    double mean,
    double burstiness,
    double corrected,
    double memory,
    List<Burst> bursts) {
  /**
   * A stretch of short gaps.
   *
   * @param first number of the first event in it
   * @param last number of the last event
   * @param begin time of the first event
   * @param end time of the last
   * @param weight how much cost the fast state saves
   */
  public record Burst(int first, int last, long begin, long end, double weight) {}

  /** The fast state is twice as fast, and entering costs ln n, as the paper's examples have it. */
  public static Rhythm of(long[] times) {
    return of(times, 2, 1);
  }

  /**
   * Of times in any order.
   *
   * @param faster by how much the second state's rate is higher, above 1
   * @param gamma at least 0: the higher, the fewer bursts
   */
  public static Rhythm of(long[] times, double faster, double gamma) {
    if (!(faster > 1) || faster == Double.POSITIVE_INFINITY || !(gamma >= 0)) {
      throw new BadGraph("faster " + faster + " needs above 1, gamma " + gamma + " at least 0");
    }
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    int n = Math.max(0, sorted.length - 1);
    long[] gaps = new long[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      gaps[i] = sorted[i + 1] - sorted[i];
      sum += gaps[i];
    }
    double mean = n == 0 ? Double.NaN : sum / n;
    double squares = 0;
    for (long gap : gaps) {
      squares += (gap - mean) * (gap - mean);
    }
    boolean known = n > 1 && mean > 0;
    double r = known ? Math.sqrt(squares / n) / mean : Double.NaN;
    double up = Math.sqrt(sorted.length + 1.0);
    double down = Math.sqrt(sorted.length - 1.0);
    return new Rhythm(
        gaps,
        mean,
        (r - 1) / (r + 1),
        (up * r - down) / ((up - 2) * r + down),
        memory(gaps),
        known ? bursts(sorted, gaps, mean, faster, gamma) : List.of());
  }

  private static double memory(long[] gaps) {
    int n = gaps.length - 1;
    if (n < 2) {
      return Double.NaN;
    }
    double one = 0;
    double two = 0;
    for (int i = 0; i < n; i++) {
      one += gaps[i];
      two += gaps[i + 1];
    }
    one /= n;
    two /= n;
    double products = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < n; i++) {
      products += (gaps[i] - one) * (gaps[i + 1] - two);
      first += (gaps[i] - one) * (gaps[i] - one);
      second += (gaps[i + 1] - two) * (gaps[i + 1] - two);
    }
    return first > 0 && second > 0 ? products / Math.sqrt(first * second) : Double.NaN;
  }

  /* The least-cost path through two states, by what it costs to be in each after each gap. */
  private static List<Burst> bursts(
      long[] times, long[] gaps, double mean, double faster, double gamma) {
    int n = gaps.length;
    double slowRate = 1 / mean;
    double fastRate = faster / mean;
    double enter = gamma * Math.log(n);
    boolean[] fastFromFast = new boolean[n];
    boolean[] slowFromFast = new boolean[n];
    double slow = 0;
    double fast = Double.POSITIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      double slowGap = slowRate * gaps[i] - Math.log(slowRate);
      double fastGap = fastRate * gaps[i] - Math.log(fastRate);
      slowFromFast[i] = fast < slow;
      fastFromFast[i] = fast < slow + enter;
      double nextSlow = Math.min(slow, fast) + slowGap;
      fast = Math.min(slow + enter, fast) + fastGap;
      slow = nextSlow;
    }
    boolean[] inBurst = new boolean[n];
    boolean state = fast < slow;
    for (int i = n - 1; i >= 0; i--) {
      inBurst[i] = state;
      state = state ? fastFromFast[i] : slowFromFast[i];
    }
    List<Burst> bursts = new ArrayList<>();
    for (int i = 0; i < n; ) {
      int end = i;
      double weight = 0;
      while (end < n && inBurst[end]) {
        weight += (slowRate - fastRate) * gaps[end] + Math.log(faster);
        end++;
      }
      if (end > i) {
        bursts.add(new Burst(i, end, times[i], times[end], weight));
      }
      i = end + 1;
    }
    return List.copyOf(bursts);
  }
}

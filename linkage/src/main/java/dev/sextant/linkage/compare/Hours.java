package dev.sextant.linkage.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * At what hours two accounts are active: Jensen-Shannon divergence (Lin 1991, DOI 10.1109/18.61115)
 * of their 24 hourly counts, in bits. Cells: 24 counts apart by blanks or commas, in one time zone
 * for both. Counts are smoothed by half an act an hour; an account with too few acts says nothing.
 * A lead only: many people keep the same hours. In a profile, cap it.
 */
public final class Hours implements Comparison<Hours.Day> {
  private static final List<String> LEVELS =
      List.of(
          "hours nearly the same (below 0.03 bits apart)",
          "hours much the same (below 0.07)",
          "hours alike (below 0.15)",
          "hours differ (below 0.3)",
          "other hours");

  private static final double[] BANDS = {0.03, 0.07, 0.15, 0.3};

  private final int least;

  private Hours(int least) {
    this.least = least;
  }

  /** Option {@code least}: acts below which an account says nothing (100). */
  static Hours of(Options options, Corpus corpus) {
    return new Hours(options.number("least", 100, 24, 1_000_000));
  }

  @Override
  public List<String> levels() {
    return LEVELS;
  }

  @Override
  public @Nullable Day prepare(List<String> cells) {
    String[] counts = String.join(" ", cells).strip().split("[\\s,;]+");
    if (counts.length != 24) {
      return null;
    }
    double[] shares = new double[24];
    double sum = 0;
    for (int hour = 0; hour < 24; hour++) {
      try {
        int count = Integer.parseInt(counts[hour]);
        if (count < 0) {
          return null;
        }
        shares[hour] = count + 0.5;
        sum += count;
      } catch (NumberFormatException noCount) {
        return null;
      }
    }
    if (sum < least) {
      return null;
    }
    for (int hour = 0; hour < 24; hour++) {
      shares[hour] /= sum + 12;
    }
    return new Day(shares);
  }

  @Override
  public int level(Day a, Day b) {
    double apart = 0;
    for (int hour = 0; hour < 24; hour++) {
      double mean = (a.shares[hour] + b.shares[hour]) / 2;
      apart +=
          (a.shares[hour] * StrictMath.log(a.shares[hour] / mean)
                  + b.shares[hour] * StrictMath.log(b.shares[hour] / mean))
              / 2;
    }
    double bits = apart / StrictMath.log(2);
    for (int band = 0; band < BANDS.length; band++) {
      if (bits < BANDS[band]) {
        return band;
      }
    }
    return BANDS.length;
  }

  /**
   * A day's habit.
   *
   * @param shares of the acts by hour, each above 0, sum 1
   */
  public record Day(double[] shares) {}
}

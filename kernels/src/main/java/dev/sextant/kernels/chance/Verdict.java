package dev.sextant.kernels.chance;

import java.util.Arrays;

/**
 * A number as observed beside the same number drawn many times under a null model.
 *
 * @param name what the number is
 * @param observed in the data
 * @param mean of the draws
 * @param deviation standard deviation of the draws (n - 1)
 * @param z (observed - mean) / deviation; NaN where the draws are all alike
 * @param low 2.5% of draws lie below
 * @param high 2.5% of draws lie above
 * @param pHigh (1 + draws at least as high) / (1 + draws)
 * @param pLow (1 + draws at least as low) / (1 + draws)
 * @param p two-sided: twice the smaller one, at most 1
 * @param draws that the number was defined in; the others do not count
 */
public record Verdict(
    String name,
    double observed,
    double mean,
    double deviation,
    double z,
    double low,
    double high,
    double pHigh,
    double pLow,
    double p,
    int draws) {
  private static final double TAIL = 0.025;

  /** Sums in another order may differ in the last digits; that must not decide a tie. */
  private static final double SAME = 1e-12;

  /**
   * Compares. Draws that are NaN are left out; if the observed number is NaN, or no draw is left,
   * all but the name, the observed number and the mean is NaN.
   */
  public static Verdict of(String name, double observed, double[] all) {
    double[] draws = Arrays.stream(all).filter(x -> !Double.isNaN(x)).sorted().toArray();
    int n = draws.length;
    double mean = n == 0 ? Double.NaN : Arrays.stream(draws).sum() / n;
    if (Double.isNaN(observed) || n == 0) {
      double not = Double.NaN;
      return new Verdict(name, observed, mean, not, not, not, not, not, not, not, n);
    }
    double squares = 0;
    int high = 0;
    int low = 0;
    double apart = SAME * Math.max(1, Math.abs(observed));
    for (double draw : draws) {
      squares += (draw - mean) * (draw - mean);
      high += draw >= observed - apart ? 1 : 0;
      low += draw <= observed + apart ? 1 : 0;
    }
    double deviation = n > 1 ? Math.sqrt(squares / (n - 1)) : Double.NaN;
    double pHigh = (1.0 + high) / (1.0 + n);
    double pLow = (1.0 + low) / (1.0 + n);
    boolean spread = deviation > SAME * Math.max(1, Math.abs(mean));
    return new Verdict(
        name,
        observed,
        mean,
        deviation,
        spread ? (observed - mean) / deviation : Double.NaN,
        draws[(int) Math.floor(TAIL * (n - 1))],
        draws[(int) Math.ceil((1 - TAIL) * (n - 1))],
        pHigh,
        pLow,
        Math.min(1, 2 * Math.min(pHigh, pLow)),
        n);
  }
}

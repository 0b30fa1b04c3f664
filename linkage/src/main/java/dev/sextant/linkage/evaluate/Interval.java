package dev.sextant.linkage.evaluate;

/**
 * A 95 % interval of a share.
 *
 * @param low lower end, 0 to 1
 * @param high upper end, 0 to 1
 */
public record Interval(double low, double high) {
  /** The standard normal distribution's 97.5 % point. */
  static final double Z = 1.959963984540054;

  /**
   * Wilson's score interval (E. B. Wilson, JASA 22, 1927, doi:10.1080/01621459.1927.10502953):
   * holds what it promises even for shares near 0 and 1, where most of ours are.
   *
   * @param hits successes
   * @param trials at least 1
   */
  public static Interval wilson(double hits, double trials) {
    double share = hits / trials;
    double z2 = Z * Z;
    double middle = (share + z2 / (2 * trials)) / (1 + z2 / trials);
    double half =
        Z
            * Math.sqrt(share * (1 - share) / trials + z2 / (4 * trials * trials))
            / (1 + z2 / trials);
    return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
  }
}

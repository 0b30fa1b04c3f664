package dev.sextant.findings;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/* Credibility and relevance weigh 1/sqrt(2), 1 or sqrt(2) each, so every product is a power of sqrt(2) from
 * 1/2 to 2, and every sum is (halves + rootHalves * sqrt(2)) / 2 with two whole numbers. Kept like
 * that, sums compare exactly: a tie is a tie on every machine, whatever the order of adding. */
/**
 * How much speaks against a hypothesis: a sum of weighted points, exact. It is no probability.
 *
 * @param halves whole part, in halves
 * @param rootHalves part that is multiplied by the square root of two, in halves
 */
public record AchScore(long halves, long rootHalves) implements Comparable<AchScore> {
  /** Nothing speaks against it. */
  public static final AchScore NONE = new AchScore(0, 0);

  private static final BigDecimal ROOT_TWO = BigDecimal.TWO.sqrt(new MathContext(40));

  /**
   * Points with the weight of a row.
   *
   * @param points 0, 1 or 2
   */
  static AchScore of(int points, AchMatrix.Level credibility, AchMatrix.Level relevance) {
    return switch (credibility.steps() + relevance.steps()) {
      case -2 -> new AchScore(points, 0);
      case -1 -> new AchScore(0, points);
      case 0 -> new AchScore(2L * points, 0);
      case 1 -> new AchScore(0, 2L * points);
      default -> new AchScore(4L * points, 0);
    };
  }

  AchScore plus(AchScore other) {
    return new AchScore(halves + other.halves, rootHalves + other.rootHalves);
  }

  AchScore minus(AchScore other) {
    return new AchScore(halves - other.halves, rootHalves - other.rootHalves);
  }

  /** -1, 0 or 1. */
  int sign() {
    if (Long.signum(halves) * Long.signum(rootHalves) >= 0) {
      return halves == 0 ? Long.signum(rootHalves) : Long.signum(halves);
    }
    // Opposite signs: halves against rootHalves * sqrt(2), compared as squares.
    int larger =
        Long.compare(
            Math.multiplyExact(halves, halves),
            Math.multiplyExact(2, Math.multiplyExact(rootHalves, rootHalves)));
    return larger * Long.signum(halves);
  }

  @Override
  public int compareTo(AchScore other) {
    return minus(other).sign();
  }

  /** With two digits after the point, such as {@code 3.41}. */
  public String text() {
    return ROOT_TWO
        .multiply(BigDecimal.valueOf(rootHalves))
        .add(BigDecimal.valueOf(halves))
        .divide(BigDecimal.TWO)
        .setScale(2, RoundingMode.HALF_UP)
        .toPlainString();
  }
}

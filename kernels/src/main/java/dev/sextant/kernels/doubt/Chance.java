package dev.sextant.kernels.doubt;

import dev.sextant.kernels.SplitMix;

/* Draws from distributions. StrictMath, since Math may differ in the last bit between machines. */
final class Chance {
  /** From here on the normal approximation of Poisson is off by less than a hundredth of its sd. */
  private static final double MANY = 2000;

  private final SplitMix random;

  Chance(long seed) {
    this.random = new SplitMix(seed);
  }

  /** Seeds a stream by a number: SplitMix's own mixing keeps streams apart. */
  static long mixed(long seed, long stream) {
    return new SplitMix(seed ^ (0x9e3779b97f4a7c15L * (stream + 1))).next();
  }

  SplitMix bits() {
    return random;
  }

  double unit() {
    return random.unit();
  }

  int below(int bound) {
    return random.below(bound);
  }

  boolean happens(double probability) {
    return probability > 0 && random.unit() < probability;
  }

  /** G. Marsaglia and T. A. Bray 1964, doi:10.1137/1006063. */
  double normal() {
    while (true) {
      double x = 2 * random.unit() - 1;
      double y = 2 * random.unit() - 1;
      double s = x * x + y * y;
      if (s > 0 && s < 1) {
        return x * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }

  /** Of scale 1; G. Marsaglia and W. W. Tsang 2000, doi:10.1145/358407.358414. */
  double gamma(double shape) {
    if (shape < 1) {
      // Their remark: a draw of one shape more, times a power of a uniform one.
      double power = random.unit();
      return power == 0 ? 0 : gamma(shape + 1) * StrictMath.pow(power, 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      double x = normal();
      double v = 1 + c * x;
      if (v > 0) {
        v = v * v * v;
        double u = random.unit();
        double x2 = x * x;
        if (u < 1 - 0.0331 * x2 * x2
            || (u > 0 && StrictMath.log(u) < 0.5 * x2 + d * (1 - v + StrictMath.log(v)))) {
          return d * v;
        }
      }
    }
  }

  /* Products of uniform draws (D. Knuth, The Art of Computer Programming 2, 3.4.1), in portions of
   * which none underflows: a sum of Poisson draws is one of the sum of their means. */
  int poisson(double mean) {
    if (mean > MANY) {
      return (int) Math.max(0, Math.rint(mean + StrictMath.sqrt(mean) * normal()));
    }
    int count = 0;
    double left = mean;
    while (left > 0) {
      double portion = Math.min(left, 500);
      double limit = StrictMath.exp(-portion);
      double product = random.unit();
      while (product > limit) {
        count++;
        product *= random.unit();
      }
      left -= portion;
    }
    return count;
  }

  /** How many were there in all, less those seen, if each of them was seen with 1 - share. */
  int unseen(double seen, double share) {
    return share == 0 || seen <= 0 ? 0 : poisson(gamma(seen) * share / (1 - share));
  }
}

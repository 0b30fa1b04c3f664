package dev.sextant.linkage.metric;

/**
 * Evidence in bits as whole numbers of 1/65536 bit, so that sums have the same value in any order
 * and on any machine.
 */
public final class Bits {
  /** One bit. */
  public static final int ONE = 1 << 16;

  private static final double PER_NAT = ONE / StrictMath.log(2);

  private Bits() {}

  /** log2 of a ratio above 0, rounded to the nearest 1/65536. */
  public static int log2(double ratio) {
    return (int) Math.round(StrictMath.log(ratio) * PER_NAT);
  }

  /** Whole or broken bits as a fixed-point number. */
  public static int of(double bits) {
    return (int) Math.round(bits * ONE);
  }

  /** Back to bits, for showing. */
  public static double shown(int fixed) {
    return fixed / (double) ONE;
  }
}

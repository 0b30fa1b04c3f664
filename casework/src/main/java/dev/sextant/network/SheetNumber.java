package dev.sextant.network;

/** Numbers as sheets show them. */
final class SheetNumber {
  private SheetNumber() {}

  /** Whole numbers without a fraction, others so that they read back exactly; NaN is empty. */
  static String of(double value) {
    return Double.isNaN(value)
        ? ""
        : value == Math.rint(value) && Math.abs(value) < 1e15
            ? Long.toString((long) value)
            : Double.toString(value);
  }
}

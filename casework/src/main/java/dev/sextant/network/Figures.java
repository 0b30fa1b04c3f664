package dev.sextant.network;

/** Numbers in a table for people: whole ones without a fraction, what is undefined as nothing. */
final class Figures {
  private Figures() {}

  static String of(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}

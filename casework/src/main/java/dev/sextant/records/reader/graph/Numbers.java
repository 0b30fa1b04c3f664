package dev.sextant.records.reader.graph;

import org.jspecify.annotations.Nullable;

/** How numbers are written in tables. */
final class Numbers {
  private static final int LONGEST = 64;

  private Numbers() {}

  /**
   * The number, or null if the text is none or is not finite. A comma stands for the decimal point
   * where there is no point and only one comma.
   */
  static @Nullable Double finite(String text) {
    String number = text.strip();
    if (number.isEmpty() || number.length() > LONGEST || !plausible(number)) {
      return null;
    }
    if (number.indexOf('.') < 0 && number.indexOf(',') == number.lastIndexOf(',')) {
      number = number.replace(',', '.');
    }
    try {
      double value = Double.parseDouble(number);
      return Double.isFinite(value) ? value : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /* Double.parseDouble also takes "1f", "0x1p3" and "NaN", which no table means as a number. */
  private static boolean plausible(String number) {
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if ((c < '0' || c > '9') && "+-.,eE".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The whole number not below zero, or -1 if the text is none. */
  static long count(String text) {
    String digits = text.strip();
    if (digits.isEmpty() || digits.length() > 18) {
      return -1;
    }
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return -1;
      }
    }
    return Long.parseLong(digits);
  }

  /** A 64-bit mix of two numbers (the finaliser of SplitMix64), for sums that ignore order. */
  static long mix(long a, long b) {
    long z = a * 0x9E3779B97F4A7C15L + b;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** A 64-bit hash of a text. */
  static long hash(String text) {
    long h = 1125899906842597L;
    for (int i = 0; i < text.length(); i++) {
      h = 31 * h + text.charAt(i);
    }
    return mix(h, text.length());
  }
}

package dev.sextant.records.reader.json;

/* Number forms, judged by hand: they are asked of nearly every value of an export. */
final class Numerals {
  private Numerals() {}

  /** {@code -?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?}, as RFC 8259 has it but for leading zeros. */
  static boolean number(String word) {
    int i = sign(word, 0, false);
    int digits = digits(word, i);
    if (digits == i) {
      return false;
    }
    i = digits;
    if (i < word.length() && word.charAt(i) == '.') {
      digits = digits(word, i + 1);
      if (digits == i + 1) {
        return false;
      }
      i = digits;
    }
    if (i < word.length() && (word.charAt(i) == 'e' || word.charAt(i) == 'E')) {
      i = sign(word, i + 1, true);
      digits = digits(word, i);
      if (digits == i) {
        return false;
      }
      i = digits;
    }
    return i == word.length();
  }

  /** At most {@code most} digits, with a minus before them or not. */
  static boolean whole(String word, int most) {
    int i = sign(word, 0, false);
    return word.length() > i && word.length() - i <= most && digits(word, i) == word.length();
  }

  private static int sign(String word, int at, boolean plus) {
    boolean there =
        at < word.length() && (word.charAt(at) == '-' || (plus && word.charAt(at) == '+'));
    return there ? at + 1 : at;
  }

  private static int digits(String word, int from) {
    int i = from;
    while (i < word.length() && word.charAt(i) >= '0' && word.charAt(i) <= '9') {
      i++;
    }
    return i;
  }
}

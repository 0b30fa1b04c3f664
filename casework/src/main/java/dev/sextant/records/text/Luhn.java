package dev.sextant.records.text;

/**
 * The check digit of payment cards (ISO/IEC 7812-1, annex B) and of IMEI (3GPP TS 23.003, annex B).
 */
final class Luhn {
  private Luhn() {}

  /**
   * Whether the last digit is right.
   *
   * @param digits only digits
   */
  static boolean right(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int counted = i % 2 == 0 ? digit : digit * 2;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return !digits.isEmpty() && sum % 10 == 0;
  }
}

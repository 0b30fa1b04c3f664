package dev.sextant.records.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of accounts, cards, telephone sets and keys. */
final class NumberRules {
  private static final Pattern IBAN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])([A-Za-z]{2}[0-9]{2}(?:[ -]?[A-Za-z0-9]){11,30})(?![\\p{L}\\p{N}])");
  private static final Pattern GROUPED_KEY =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])((?:[0-9A-Fa-f]{4}[ \\u00a0]{1,2}){9}[0-9A-Fa-f]{4})(?![\\p{L}\\p{N}])");
  private static final Pattern KEY =
      Pattern.compile("(?<![\\p{L}\\p{N}])(?:0x)?([0-9A-Fa-f]{40})(?![\\p{L}\\p{N}])");
  private static final Pattern KEY_WORD =
      Pattern.compile("(?:pgp|gpg|openpgp|fingerprint|key ?id|fpr)", Pattern.CASE_INSENSITIVE);
  private static final Pattern SET =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])([0-9]{2}[- /]?[0-9]{6}[- /]?[0-9]{6}[- /]?[0-9])(?![\\p{L}\\p{N}])");
  private static final Pattern SET_WORD = Pattern.compile("imei", Pattern.CASE_INSENSITIVE);
  private static final Pattern CARD =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}+.,-])([0-9](?:[ -]?[0-9]){12,18})(?![\\p{L}\\p{N}]|[.,-][0-9])");

  /** Ranges of issuers: Visa, Mastercard, American Express, Discover, JCB, UnionPay, Maestro. */
  private static final Pattern ISSUER =
      Pattern.compile(
          "4[0-9]{12}(?:[0-9]{3}){0,2}|(?:5[1-5][0-9]{2}|222[1-9]|22[3-9][0-9]|2[3-6][0-9]{2}|27[01][0-9]|2720)[0-9]{12}"
              + "|3[47][0-9]{13}|6(?:011|4[4-9][0-9]|5[0-9]{2})[0-9]{12}|35(?:2[89]|[3-8][0-9])[0-9]{12}"
              + "|62[0-9]{14,17}|(?:5018|5020|5038|6304|6759|676[1-3])[0-9]{8,15}|3(?:0[0-5]|[68][0-9])[0-9]{11}");

  private NumberRules() {}

  static void look(Scan scan, Shape shape) {
    if (shape.digits() > 7) {
      scan.each(GROUPED_KEY, m -> key(scan, "pgp fingerprint, grouped", m));
    }
    if (shape.longestRun() > 39) {
      scan.each(KEY, m -> announcedKey(scan, m));
    }
    if (shape.digits() > 7) {
      scan.each(IBAN, m -> iban(scan, m));
    }
    if (shape.digits() > 14) {
      scan.each(SET, m -> set(scan, m));
    }
    if (shape.digits() > 12) {
      scan.each(CARD, m -> card(scan, m));
    }
  }

  private static void announcedKey(Scan scan, Matcher m) {
    if (scan.announced(KEY_WORD, m.start())) {
      key(scan, "pgp fingerprint, announced", m);
    }
  }

  private static void key(Scan scan, String rule, Matcher m) {
    if (scan.free(m.start(), m.end())) {
      String value = m.group(1).replaceAll("[ \\u00a0]", "").toUpperCase(Locale.ROOT);
      scan.add(SelectorKind.PGP, rule, m.start(), m.end(), value, Check.NONE);
    }
  }

  /* What follows a number may be letters of the next word: the country says where it ends. */
  private static void iban(Scan scan, Matcher m) {
    String written = m.group(1);
    int wanted = Iban.length(written.substring(0, 2));
    int end = 0;
    StringBuilder plain = new StringBuilder();
    while (end < written.length() && plain.length() < wanted) {
      char c = written.charAt(end++);
      if (c != ' ' && c != '-') {
        plain.append(Character.toUpperCase(c));
      }
    }
    boolean ends = end == written.length() || written.charAt(end) == ' ';
    if (wanted == 0 || plain.length() < wanted || !ends || !scan.free(m.start(), m.start() + end)) {
      return;
    }
    boolean right = Iban.right(plain.toString());
    // Letters in groups are found in any text; a wrong number is told only where it looks written
    // as one.
    if (right
        || written.substring(0, end).equals(written.substring(0, end).toUpperCase(Locale.ROOT))) {
      scan.add(
          SelectorKind.IBAN,
          "iban, mod 97",
          m.start(),
          m.start() + end,
          plain.toString(),
          right ? Check.PASSED : Check.FAILED);
    }
  }

  private static void set(Scan scan, Matcher m) {
    String digits = m.group(1).replaceAll("[^0-9]", "");
    boolean grouped = m.group(1).length() == 18;
    boolean said = scan.announced(SET_WORD, m.start());
    // Allocation codes begin with the body that gave them: 01, 35, 86, 91, 98, 99.
    boolean plausible = digits.matches("(?:01|35|86|91|98|99).*") && m.group(1).length() == 15;
    if (!scan.free(m.start(), m.end()) || !(grouped || said || plausible)) {
      return;
    }
    boolean right = Luhn.right(digits);
    if (right || said) {
      scan.add(
          SelectorKind.IMEI,
          said ? "imei, announced" : "imei, by shape",
          m.start(),
          m.end(),
          digits,
          right ? Check.PASSED : Check.FAILED);
    }
  }

  /* The number itself is a key to somebody's money: only its end is told. */
  private static void card(Scan scan, Matcher m) {
    String digits = m.group(1).replaceAll("[^0-9]", "");
    if (ISSUER.matcher(digits).matches()
        && Luhn.right(digits)
        && digits.chars().distinct().count() > 1
        && scan.free(m.start(), m.end())) {
      String masked = "*".repeat(digits.length() - 4) + digits.substring(digits.length() - 4);
      scan.add(SelectorKind.CARD, "payment card, masked", m.start(), m.end(), masked, Check.PASSED);
    }
  }
}

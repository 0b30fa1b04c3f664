package dev.sextant.records.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Telephone numbers, told in E.164; those without a country's code are read as of one region. */
final class PhoneRule {
  /** No region: only numbers with a country's code are found. */
  private static final String NOWHERE = "ZZ";

  /** Shorter ones are numbers of houses, sums and years. */
  static final int FEWEST_DIGITS = 7;

  /** A long text full of numbers is no place to try every reading of each. */
  private static final long MOST_TRIES = 200;

  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
  private final String region;

  PhoneRule(String region) {
    this.region = numbers.getSupportedRegions().contains(region) ? region : NOWHERE;
  }

  void look(Scan scan) {
    String text = scan.text();
    boolean plus = text.indexOf('+') >= 0 || text.contains("00");
    if (region.equals(NOWHERE) ? !plus : !enough(text)) {
      return;
    }
    String asked = region.equals(NOWHERE) ? null : region;
    for (PhoneNumberMatch m : numbers.findNumbers(text, asked, Leniency.VALID, MOST_TRIES)) {
      if (scan.free(m.start(), m.end())) {
        boolean international = m.rawString().strip().startsWith("+");
        scan.add(
            SelectorKind.PHONE,
            international ? "phone, international" : "phone, as in " + region,
            m.start(),
            m.end(),
            numbers.format(m.number(), PhoneNumberFormat.E164),
            Check.NONE);
      }
    }
  }

  private static boolean enough(String text) {
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isDigit(c)) {
        if (++run >= FEWEST_DIGITS) {
          return true;
        }
      } else if (Character.isLetter(c)) {
        run = 0;
      }
    }
    return false;
  }

  /** A number with its country's code in E.164, or null if there is none such. */
  static @Nullable String international(String written) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = numbers.parse(written, NOWHERE);
      return numbers.isValidNumber(number) ? numbers.format(number, PhoneNumberFormat.E164) : null;
    } catch (NumberParseException e) {
      return null; // Digits that no country gives out.
    }
  }
}

package dev.sextant.linkage.compare;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.sextant.linkage.metric.Edits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two telephone numbers, read by the numbering plans of libphonenumber (ITU-T E.164). Cells: number
 * as found. A number that no plan takes is compared by its digits; fewer than 7 digits are a short
 * number, equal or not.
 */
public final class Phones implements Comparison<Phones.Number> {
  private static final List<String> LEVELS =
      List.of(
          "same number",
          "same national number, another or no country",
          "same last 7 digits",
          "one digit differs or two are swapped",
          "different");

  private final String region;
  private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
  private final ThreadLocal<Edits> edits = ThreadLocal.withInitial(Edits::new);

  private Phones(String region) {
    this.region = region;
  }

  /** Option {@code region}: ISO 3166 code for numbers without a country ("DE"); none by default. */
  static Phones of(Options options, Corpus corpus) {
    String region = options.text("region", "ZZ");
    if (!region.equals("ZZ")
        && !PhoneNumberUtil.getInstance().getSupportedRegions().contains(region)) {
      throw new BadOption(
          "SX-LINK-OPTION-VALUE",
          "no numbering plan is known for the region",
          "phone.region",
          region,
          "a code of two capital letters after ISO 3166, such as DE");
    }
    return new Phones(region);
  }

  @Override
  public List<String> levels() {
    return LEVELS;
  }

  @Override
  public @Nullable Number prepare(List<String> cells) {
    String text = cells.getFirst().strip();
    StringBuilder digits = new StringBuilder();
    text.codePoints()
        .map(c -> Character.digit(c, 10))
        .filter(d -> d >= 0)
        .forEach(d -> digits.append((char) ('0' + d)));
    if (digits.length() < 3 || digits.chars().allMatch(c -> c == digits.charAt(0))) {
      return null;
    }
    try {
      String given = text.startsWith("00") ? "+" + text.substring(2) : text;
      PhoneNumber number = plans.parse(given, region);
      if (plans.isPossibleNumber(number)) {
        return new Number(
            plans.format(number, PhoneNumberUtil.PhoneNumberFormat.E164),
            plans.getNationalSignificantNumber(number));
      }
    } catch (NumberParseException unplanned) {
      /* No country is known: the digits are all there is to compare. */
      return plain(digits);
    }
    return plain(digits);
  }

  /* A zero in front is a call within the country. */
  private static Number plain(CharSequence digits) {
    String all = digits.toString();
    String national = all;
    while (national.length() > 7 && national.startsWith("0")) {
      national = national.substring(1);
    }
    return new Number(all, national);
  }

  @Override
  public int level(Number a, Number b) {
    if (a.whole.equals(b.whole)) {
      return 0;
    }
    int shorter = Math.min(a.national.length(), b.national.length());
    if (shorter < 7) {
      return 4;
    }
    if (a.national.equals(b.national) || within(a, b) || within(b, a)) {
      return 1;
    }
    if (a.lastSeven().equals(b.lastSeven())) {
      return 2;
    }
    return edits.get().distance(a.national, b.national) == 1 ? 3 : 4;
  }

  /* One is written with the digits of its country, the other without. */
  private static boolean within(Number a, Number b) {
    return !a.whole.startsWith("+")
        && a.national.length() > b.national.length()
        && b.national.length() >= 8
        && a.national.endsWith(b.national);
  }

  @Override
  public @Nullable String term(Number value, int level) {
    return switch (level) {
      case 0 -> value.whole;
      case 1 -> value.national;
      case 2 -> value.lastSeven();
      default -> null;
    };
  }

  /**
   * A number.
   *
   * @param whole E.164 with its plus sign, or the digits where no plan took it
   * @param national significant digits within the country
   */
  public record Number(String whole, String national) {
    String lastSeven() {
      return national.length() < 7 ? national : national.substring(national.length() - 7);
    }
  }
}

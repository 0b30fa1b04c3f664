package dev.sextant.linkage.compare;

import dev.sextant.linkage.metric.Edits;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Two postcodes. Cells: postcode. British ones are cut into outward and inward part (Royal Mail's
 * PAF), Dutch ones before their letters, American ones after five digits (ZIP+4), Canadian ones
 * after three signs; of others the first half is the district.
 */
public final class Postcodes implements Comparison<Postcodes.Code> {
  private static final List<String> LEVELS =
      List.of(
          "same postcode",
          "one sign differs or two are swapped",
          "same district",
          "same area",
          "different");

  private static final Pattern BRITISH =
      Pattern.compile("([A-Z]{1,2})([0-9][A-Z0-9]?)([0-9][A-Z]{2})?");
  private static final Pattern CANADIAN = Pattern.compile("([A-Z])([0-9][A-Z])([0-9][A-Z][0-9])");

  private final ThreadLocal<Edits> edits = ThreadLocal.withInitial(Edits::new);

  private Postcodes() {}

  /** No options. */
  static Postcodes of(Options options, Corpus corpus) {
    return new Postcodes();
  }

  @Override
  public List<String> levels() {
    return LEVELS;
  }

  @Override
  public @Nullable Code prepare(List<String> cells) {
    StringBuilder signs = new StringBuilder();
    cells
        .getFirst()
        .toUpperCase(Locale.ROOT)
        .chars()
        .filter(c -> c >= 'A' && c <= 'Z' || c >= '0' && c <= '9')
        .forEach(c -> signs.append((char) c));
    String code = signs.toString();
    if (code.length() < 2 || code.chars().allMatch(c -> c == '0' || c == '9')) {
      return null;
    }
    Matcher canadian = CANADIAN.matcher(code);
    if (canadian.matches()) {
      return new Code(code, code.substring(0, 3), code.substring(0, 1));
    }
    Matcher british = BRITISH.matcher(code);
    if (british.matches()) {
      return new Code(code, british.group(1) + british.group(2), british.group(1));
    }
    boolean zipPlus = code.length() == 9 && code.chars().allMatch(Character::isDigit);
    String whole = zipPlus ? code.substring(0, 5) : code;
    int letters = whole.length();
    while (letters > 0 && Character.isLetter(whole.charAt(letters - 1))) {
      letters--;
    }
    String figures = letters > 1 ? whole.substring(0, letters) : whole;
    boolean dutch = figures.length() < whole.length();
    String district = dutch ? figures : whole.substring(0, Math.max(1, (whole.length() + 1) / 2));
    return new Code(whole, district, whole.substring(0, Math.min(2, whole.length())));
  }

  @Override
  public int level(Code a, Code b) {
    if (a.whole.equals(b.whole)) {
      return 0;
    }
    boolean complete = a.whole.length() >= 5 && b.whole.length() >= 5;
    if (complete && edits.get().distance(a.whole, b.whole) == 1) {
      return 1;
    }
    return a.district.equals(b.district) ? 2 : a.area.equals(b.area) ? 3 : 4;
  }

  @Override
  public @Nullable String term(Code value, int level) {
    return switch (level) {
      case 0 -> value.whole;
      case 2 -> value.district;
      case 3 -> value.area;
      default -> null;
    };
  }

  /**
   * A postcode.
   *
   * @param whole capital letters and digits
   * @param district the first part
   * @param area the part of the first part that names a larger area
   */
  public record Code(String whole, String district, String area) {}
}

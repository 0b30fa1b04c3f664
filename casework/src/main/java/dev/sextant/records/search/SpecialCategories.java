package dev.sextant.records.search;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The special categories of personal data (Directive (EU) 2016/680, Article 10; views, associations
 * and activities in 28 CFR 23.20(b)). There are no fields in a query; whoever writes one of these
 * as if it were a field is told so, and the log keeps that it was tried.
 */
final class SpecialCategories {
  private static final Pattern FIELD = Pattern.compile("(\\p{L}[\\p{L}_-]*)\\s*[=:]");

  private static final Set<String> NAMES =
      Set.of(
          "race",
          "racial",
          "racialorigin",
          "ethnicity",
          "ethnic",
          "ethnicorigin",
          "politics",
          "political",
          "politicalopinion",
          "politicalview",
          "politicalviews",
          "religion",
          "religious",
          "belief",
          "beliefs",
          "faith",
          "philosophy",
          "worldview",
          "union",
          "tradeunion",
          "unionmembership",
          "genetic",
          "genetics",
          "dna",
          "biometric",
          "biometrics",
          "health",
          "illness",
          "disability",
          "hiv",
          "sexlife",
          "sexuality",
          "sexualorientation",
          "orientation");

  private SpecialCategories() {}

  /** Whether at this place the text asks for a special category. */
  static boolean askedFor(String text, int at) {
    Matcher field = FIELD.matcher(text).region(at, text.length());
    return field.lookingAt()
        && NAMES.contains(
            field.group(1).toLowerCase(Locale.ROOT).replace("_", "").replace("-", ""));
  }
}

package dev.sextant.linkage.together;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Leads by style and by shared values, as tab-separated lines with what they rest on. */
public final class HandText {
  private HandText() {}

  /** The names of the columns, in order; the table itself has no header. */
  public static List<String> columns() {
    return List.of("a", "b", "by", "lead or not", "what was seen", "innocent explanations");
  }

  /** One line a pair: style first, then shared values. */
  public static String table(OneHand.Found styles, SharedKeys.Found keys) {
    StringBuilder out = new StringBuilder();
    for (OneHand.Pair pair : styles.pairs()) {
      line(
          out,
          pair.a(),
          pair.b(),
          "style",
          pair.lead() ? "lead" : "no lead",
          seen(pair),
          innocent(pair));
    }
    for (SharedKeys.Pair pair : keys.pairs()) {
      line(
          out,
          pair.a(),
          pair.b(),
          pair.kind(),
          "lead",
          pair.kind()
              + " "
              + pair.value()
              + " on "
              + pair.holders()
              + " accounts; error rate not known"
              + styleOf(pair, styles),
          "copied from the other's profile, lent, shared by a household or a shop, or a service's");
    }
    return out.toString();
  }

  private static void line(StringBuilder out, String... cells) {
    List<String> plain = new ArrayList<>();
    for (String cell : cells) {
      plain.add(cell.replaceAll("\\p{Cntrl}", " "));
    }
    out.append(String.join("\t", plain)).append('\n');
  }

  private static String seen(OneHand.Pair pair) {
    Hours hours = pair.hours();
    return String.format(
        Locale.ROOT,
        "likeness %.3f; a stranger as alike has %.1f%% of the other accounts (at most %.1f%%); an"
            + " account's own halves are as alike in %.1f%%; hours alike %.2f; wrote within two"
            + " minutes of each other %d times, %.1f expected%s",
        pair.likeness(),
        100 * pair.falseRate(),
        100 * pair.falseAtMost(),
        100 * pair.found(),
        hours.likeness(),
        hours.meetings(),
        hours.expected(),
        hours.neverAtOnce() ? " (seldom at once)" : "");
  }

  private static String innocent(OneHand.Pair pair) {
    String templates = "templates, a press office, quotation, or a subject only these two share";
    return pair.hours().meetings() > pair.hours().expected() + 3
        ? templates + "; they write at the same moment, as two people or one program do"
        : templates;
  }

  private static String styleOf(SharedKeys.Pair pair, OneHand.Found styles) {
    for (OneHand.Pair style : styles.pairs()) {
      if (style.a().equals(pair.a()) && style.b().equals(pair.b())) {
        return "; styles are most alike to each other (" + StyleSpace.shown(style.likeness()) + ")";
      }
    }
    return "";
  }
}

package dev.sextant.disclosure.report;

import dev.sextant.findings.CitedMeasure;
import dev.sextant.press.Markup;
import dev.sextant.press.Markup.Fact;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words one measure: method, parameters, values with their rank intervals, method card. */
public final class MeasureText {
  /** What the column of intervals says, before the measures of a document. */
  public static final String ABOUT =
      "A measure is a number that a named method gives for the ties held. Ties are always missing"
          + " from what an investigation holds; the interval says between which ranks an entity may"
          + " lie if a tenth of the ties is missing. Each measure says how its intervals were made"
          + " and tried; a doubtful one may be too narrow.";

  /** What stands with a measure that is {@link #untold}. */
  public static final String UNTOLD = "nothing is said of how its intervals were tried";

  private static final int ROWS_MAX = 40;

  private MeasureText() {}

  static void write(Markup out, CitedMeasure measure, String citedBy) {
    out.raw("<div class=\"measure\">").heading(3, title(measure.method()));
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("As copied into", citedBy));
    measure.parameters().forEach((name, value) -> facts.add(Fact.of("Parameter: " + name, value)));
    measure.summary().forEach((name, value) -> facts.add(Fact.of(name, value)));
    if (untold(measure)) {
      facts.add(Fact.of("Intervals", UNTOLD));
    }
    facts.add(Fact.of("Seed", Long.toString(measure.seed())));
    facts.add(Fact.exact("Snapshot", measure.snapshot().toString()));
    out.facts(title(measure.method()), facts);
    out.quotation("card", measure.card());
    List<List<String>> rows = new ArrayList<>();
    for (CitedMeasure.Value v :
        measure.values().subList(0, Math.min(ROWS_MAX, measure.values().size()))) {
      rows.add(List.of(v.shownAs(), number(v.value()), ranks(measure, v)));
    }
    out.table(
        "Values of " + title(measure.method()),
        List.of("Entity", "Value", "Rank when ties are missing (5 to 95 %)"),
        rows);
    if (measure.values().size() > ROWS_MAX) {
      out.paragraph(
          "The first "
              + ROWS_MAX
              + " of "
              + measure.values().size()
              + "; all are in findings.json of the bundle.");
    }
    out.raw("</div>");
  }

  private static String title(String method) {
    String words = method.toLowerCase(Locale.ROOT).replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** True of a measure with ranks that was stored before it was kept how they were tried. */
  public static boolean untold(CitedMeasure measure) {
    return measure.calibration().isEmpty()
        && measure.values().stream().anyMatch(v -> v.rankLow() != 0);
  }

  /** Where its rank lies; a doubtful interval says so wherever it stands. */
  public static String ranks(CitedMeasure measure, CitedMeasure.Value v) {
    return v.rankLow() == 0
        ? "has no ranks"
        : v.rankLow() + " to " + v.rankHigh() + (measure.doubtful() ? ", doubtful" : "");
  }

  /** Six significant digits: more would claim what the data cannot carry; the JSON has all. */
  static String number(String value) {
    try {
      BigDecimal exact = new BigDecimal(value);
      return exact.round(new MathContext(6)).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      // NaN and infinities have no decimal; they are printed as the document writes them.
      return value;
    }
  }
}

package dev.sextant.linkage.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tippett plot: which share of the same pairs, and which of the different ones, has a log10
 * likelihood ratio above each value. Readers see at once how often the evidence misleads: different
 * pairs right of 0, same pairs left of it.
 *
 * @param rows from the lowest to the highest value, in steps of a half; none if one of the two
 *     kinds of pairs is absent
 * @param misleadingSame share of same pairs with a ratio below 1
 * @param misleadingDifferent share of different pairs with a ratio above 1
 */
public record Tippett(List<Row> rows, double misleadingSame, double misleadingDifferent) {
  private static final double LOG10_OF_2 = Math.log10(2);

  /** Half a power of ten: fine enough to read, few enough to print. */
  private static final double STEP = 0.5;

  /** Ratios beyond ten to this are drawn at the edge: nobody believes their size. */
  private static final double EDGE = 12;

  private static final int WIDTH = 640;
  private static final int HEIGHT = 400;
  private static final int LEFT = 60;
  private static final int TOP = 50;
  private static final int RIGHT = 20;
  private static final int BOTTOM = 60;

  /**
   * One value.
   *
   * @param log10Ratio the value
   * @param same share of same pairs with at least this log10 likelihood ratio
   * @param different share of different pairs with at least this
   */
  public record Row(double log10Ratio, double same, double different) {}

  /**
   * Counts.
   *
   * @param prior log2 odds in the scores, taken off to have likelihood ratios
   */
  public static Tippett of(LabelledPairs pairs, double prior) {
    if (pairs.scoredTrue() == 0 || pairs.scoredTrue() == pairs.size()) {
      return new Tippett(List.of(), Double.NaN, Double.NaN); // One kind alone has no contrast.
    }
    double least = EDGE;
    double most = -EDGE;
    for (int i = 0; i < pairs.size(); i++) {
      double at = Math.clamp(ratio(pairs, i, prior), -EDGE, EDGE);
      least = Math.min(least, at);
      most = Math.max(most, at);
    }
    List<Row> rows = new ArrayList<>();
    double same = pairs.scoredTrue();
    double different = pairs.size() - same;
    int next = pairs.size() - 1;
    int sameBelow = 0;
    int differentBelow = 0;
    for (double x = Math.floor(least / STEP) * STEP; x <= most + STEP; x += STEP) {
      while (next >= 0 && Math.clamp(ratio(pairs, next, prior), -EDGE, EDGE) < x) {
        if (pairs.same(next--)) {
          sameBelow++;
        } else {
          differentBelow++;
        }
      }
      rows.add(new Row(x, (same - sameBelow) / same, (different - differentBelow) / different));
    }
    return new Tippett(
        List.copyOf(rows), misleading(pairs, prior, true), misleading(pairs, prior, false));
  }

  private static double ratio(LabelledPairs pairs, int at, double prior) {
    return (pairs.log2Odds(at) - prior) * LOG10_OF_2;
  }

  private static double misleading(LabelledPairs pairs, double prior, boolean same) {
    double kind = 0;
    double wrong = 0;
    for (int i = 0; i < pairs.size(); i++) {
      if (pairs.same(i) == same) {
        kind++;
        double ratio = ratio(pairs, i, prior);
        wrong += same ? (ratio < 0 ? 1 : 0) : (ratio > 0 ? 1 : 0);
      }
    }
    return wrong / kind;
  }

  /** The plot as SVG: two step lines, axes with numbers, a title and a description in words. */
  public String svg() {
    StringBuilder out = new StringBuilder(4096);
    out.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" \
        aria-labelledby="tippett-title tippett-desc" font-family="sans-serif" font-size="13">
        <title id="tippett-title">Tippett plot</title>
        <desc id="tippett-desc">%s</desc>
        <rect width="%d" height="%d" fill="#ffffff"/>
        """
            .formatted(WIDTH, HEIGHT, description(), WIDTH, HEIGHT));
    if (!rows.isEmpty()) {
      axes(out);
      line(out, true, "#1f4e8c", "");
      line(out, false, "#b3471d", " stroke-dasharray=\"7 4\"");
      legend(out);
    }
    return out.append("</svg>\n").toString();
  }

  /** The plot in words. */
  public String description() {
    if (rows.isEmpty()) {
      return "Nothing to draw: pairs of one actor or pairs of two are absent.";
    }
    return String.format(
        Locale.ROOT,
        "Share of pairs with at least a log10 likelihood ratio. Of the pairs of one actor %.2f%% have"
            + " a ratio below 1, of the pairs of two actors %.2f%% have one above 1.",
        100 * misleadingSame,
        100 * misleadingDifferent);
  }

  private double x(double log10) {
    double from = rows.getFirst().log10Ratio();
    double to = rows.getLast().log10Ratio();
    return LEFT + (WIDTH - LEFT - RIGHT) * (log10 - from) / (to - from);
  }

  private static double y(double share) {
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - share);
  }

  private void axes(StringBuilder out) {
    for (int i = 0; i <= 5; i++) {
      double share = i / 5.0;
      put(
          out,
          "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#d0d0d0\"/>\n",
          LEFT,
          WIDTH - RIGHT,
          y(share),
          y(share));
      put(
          out,
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.1f</text>\n",
          LEFT - 8,
          y(share) + 4,
          share);
    }
    for (Row row : rows) {
      if (row.log10Ratio() % 2 == 0) {
        put(
            out,
            "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.0f</text>\n",
            x(row.log10Ratio()),
            HEIGHT - BOTTOM + 20,
            row.log10Ratio() + 0.0);
      }
      if (row.log10Ratio() == 0) {
        put(
            out,
            "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"#606060\"/>\n",
            x(0),
            x(0),
            TOP,
            HEIGHT - BOTTOM);
      }
    }
    put(
        out,
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">log10 likelihood ratio</text>\n",
        (LEFT + WIDTH - RIGHT) / 2,
        HEIGHT - 16);
  }

  private void line(StringBuilder out, boolean same, String colour, String dash) {
    StringBuilder path = new StringBuilder();
    for (Row row : rows) {
      double share = same ? row.same() : row.different();
      put(path, "%s%.1f %.1f", path.isEmpty() ? "M" : " L", x(row.log10Ratio()), y(share));
    }
    put(
        out,
        "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>\n",
        path,
        colour,
        dash);
  }

  private static void legend(StringBuilder out) {
    out.append(
        """
        <line x1="60" x2="90" y1="24" y2="24" stroke="#1f4e8c" stroke-width="2"/>
        <text x="98" y="28">pairs of one actor</text>
        <line x1="260" x2="290" y1="24" y2="24" stroke="#b3471d" stroke-width="2" stroke-dasharray="7 4"/>
        <text x="298" y="28">pairs of two actors</text>
        """);
  }

  private static void put(StringBuilder out, String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values));
  }
}

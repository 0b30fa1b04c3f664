package dev.sextant.linkage.explain;

import dev.sextant.linkage.metric.Bits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An explanation as a waterfall in SVG: from the prior, field by field, to the score. Steps carry
 * their numbers in text and a sign in their shape's label, so that no one depends on colours; title
 * and description say the whole in words for those who do not see it. Stands alone: no script, no
 * style sheet, no font from elsewhere.
 */
public final class Waterfall {
  private static final int WIDTH = 760;
  private static final int LABELS = 230;
  private static final int NUMBERS = 80;
  private static final int ROW = 30;
  private static final int TOP = 66;
  private static final int MOST_LABEL = 34;
  private static final String FOR = "#1f6f43";
  private static final String AGAINST = "#a33a2a";
  private static final String TOTAL = "#33506e";

  private final Explanation why;
  private final Words words;
  private final StringBuilder out = new StringBuilder(4096);
  private double least;
  private double most;

  private Waterfall(Explanation why, Words words) {
    this.why = why;
    this.words = words;
  }

  /* One row: from and to in bits; a total starts at 0. */
  private record Step(String label, String detail, int from, int to, boolean total) {}

  /** The picture, its words in a language. */
  public static String svg(Explanation why, Words.Language language) {
    Waterfall waterfall = new Waterfall(why, Words.of(language));
    waterfall.draw();
    return waterfall.out.toString();
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    int at = why.priorBits();
    steps.add(new Step(words.say("svg.prior"), "", 0, at, true));
    for (Evidence each : why.evidence()) {
      if (each.said().isPresent()) {
        String level = each.levels().get(each.said().get().level()).name();
        steps.add(new Step(each.field(), words.level(level), at, at + each.weight(), false));
        at += each.weight();
      }
    }
    for (Explanation.Jointly jointly : why.jointly()) {
      String both = words.say("svg.jointly", jointly.one(), jointly.other());
      steps.add(new Step(both, "", at, at + jointly.bits(), false));
      at += jointly.bits();
    }
    for (Explanation.Cap cap : why.caps()) {
      if (cap.cut()) {
        int after = at - cap.sum() + cap.counted();
        steps.add(new Step(words.say("svg.cap", cap.group()), "", at, after, false));
        at = after;
      }
    }
    if (why.relativesBits() != 0) {
      int after = at + why.relativesBits();
      steps.add(new Step(words.say("svg.relatives"), "", at, after, false));
      at = after;
    }
    if (why.decoys().isPresent()) {
      int after = why.decoys().get().corrected(at);
      steps.add(new Step(words.say("svg.decoys"), "", at, after, false));
      at = after;
    }
    if (why.rivals().isPresent()) {
      int after = why.rivals().get().after();
      steps.add(new Step(words.say("svg.rivals"), "", at, after, false));
      at = after;
    }
    int grouped = why.grouped();
    if (grouped != at) {
      steps.add(new Step(words.say("svg.together"), "", at, grouped, false));
    }
    int heard = why.uncalibrated();
    if (heard != grouped) {
      steps.add(new Step(words.say("svg.lone"), "", grouped, heard, false));
    }
    if (why.calibration().isPresent()) {
      steps.add(new Step(words.say("svg.labels"), "", heard, why.score(), false));
    }
    steps.add(new Step(words.say("svg.score"), "", 0, why.score(), true));
    return steps;
  }

  private void draw() {
    List<Step> steps = steps();
    for (Step step : steps) {
      least = Math.min(least, Math.min(Bits.shown(step.from()), Bits.shown(step.to())));
      most = Math.max(most, Math.max(Bits.shown(step.from()), Bits.shown(step.to())));
    }
    double room = Math.max(1, (most - least) * 0.04);
    least -= room;
    most += room;
    int height = TOP + steps.size() * ROW + 50;
    head(steps, height);
    int bottom = TOP + steps.size() * ROW;
    double decision = x(why.decision());
    put(
        "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"#555555\" stroke-dasharray=\"4"
            + " 3\"/>\n",
        decision, decision, TOP - 8, bottom);
    put(
        "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" font-size=\"12\">%s %s</text>\n",
        decision, TOP - 14, escaped(words.say("svg.decision")), words.bits(why.decision()));
    for (int i = 0; i < steps.size(); i++) {
      row(steps.get(i), i);
    }
    axis(bottom);
    out.append("</svg>\n");
  }

  private void head(List<Step> steps, int height) {
    StringBuilder list = new StringBuilder();
    for (Step step : steps) {
      if (!step.total()) {
        list.append(words.say("svg.step", step.label(), words.bits(step.to() - step.from())))
            .append(". ");
      }
    }
    put(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" lang=\"%s\""
            + " aria-labelledby=\"why-title why-desc\" font-family=\"sans-serif\""
            + " font-size=\"13\">\n",
        WIDTH, height, words.language().code());
    put(
        "<title id=\"why-title\">%s</title>\n",
        escaped(words.say("title", why.left(), why.right())));
    put(
        "<desc id=\"why-desc\">%s</desc>\n",
        escaped(
            words
                .say(
                    "svg.desc",
                    words.bits(why.priorBits()),
                    words.bits(why.score()),
                    words.probability(Sums.probability(why.score())),
                    list)
                .strip()));
    put("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>\n", WIDTH, height);
    put(
        "<text x=\"12\" y=\"22\" font-size=\"15\" font-weight=\"bold\">%s</text>\n",
        escaped(cut(words.say("title", why.left(), why.right()), 90)));
  }

  private void row(Step step, int at) {
    int y = TOP + at * ROW;
    int moved = step.to() - step.from();
    double from = x(step.from());
    double to = x(step.to());
    String colour = step.total() ? TOTAL : moved >= 0 ? FOR : AGAINST;
    put("<g>\n");
    put(
        "<title>%s</title>\n",
        escaped(
            words.say("svg.step", step.label(), words.bits(moved))
                + (step.detail().isEmpty() ? "" : " (" + step.detail() + ")")));
    put(
        "<text x=\"12\" y=\"%d\"%s>%s</text>\n",
        y + (step.detail().isEmpty() ? 18 : 13),
        step.total() ? " font-weight=\"bold\"" : "",
        escaped(cut(step.label(), MOST_LABEL)));
    if (!step.detail().isEmpty()) {
      put(
          "<text x=\"12\" y=\"%d\" font-size=\"10\" fill=\"#444444\">%s</text>\n",
          y + 25, escaped(cut(step.detail(), MOST_LABEL + 8)));
    }
    put(
        "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"18\" fill=\"%s\"/>\n",
        Math.min(from, to), y + 5, Math.max(1, Math.abs(to - from)), colour);
    put(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\"%s>%s</text>\n",
        WIDTH - 12, y + 18, step.total() ? " font-weight=\"bold\"" : "", words.bits(moved));
    put("</g>\n");
  }

  private void axis(int bottom) {
    double span = most - least;
    double step = span > 60 ? 20 : span > 24 ? 10 : span > 10 ? 5 : 2;
    for (double tick = Math.ceil(least / step) * step; tick <= most; tick += step) {
      int fixed = Bits.of(tick);
      put(
          "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"#888888\"/>\n",
          x(fixed), x(fixed), bottom, bottom + 5);
      put(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" font-size=\"11\">%.0f</text>\n",
          x(fixed), bottom + 18, tick + 0.0);
    }
    put(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" font-size=\"11\">%s</text>\n",
        (LABELS + WIDTH - NUMBERS) / 2, bottom + 36, escaped(words.say("svg.bits")));
  }

  private double x(int fixed) {
    return LABELS + (WIDTH - LABELS - NUMBERS) * (Bits.shown(fixed) - least) / (most - least);
  }

  static String cut(String text, int length) {
    int points = text.codePointCount(0, text.length());
    return points <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length - 1)) + "\u2026";
  }

  /* Ids and cells were typed by strangers: what XML would take for its own is written as text. */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            default -> {
              boolean allowed = c >= 0x20 && c != 0xFFFE && c != 0xFFFF && !surrogate(c);
              out.appendCodePoint(allowed ? c : ' ');
            }
          }
        });
    return out.toString();
  }

  private static boolean surrogate(int c) {
    return c >= 0xD800 && c <= 0xDFFF;
  }

  private void put(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values));
  }
}

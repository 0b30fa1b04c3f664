package dev.sextant.linkage.together;

import java.util.List;
import java.util.Locale;

/** Pairs that act together, as tab-separated lines. */
public final class TogetherText {
  private TogetherText() {}

  /** The names of the columns, in order; the table itself has no header. */
  public static List<String> columns() {
    return List.of(
        "a",
        "b",
        "acts",
        "objects",
        "expected by chance",
        "p by chance",
        "q by chance",
        "objects in common",
        "expected by timing",
        "p by timing",
        "q by timing",
        "share of activity",
        "lead or not",
        "innocent explanations");
  }

  /** One line a pair. */
  public static String table(ActsTogether.Found found) {
    StringBuilder out = new StringBuilder();
    for (ActsTogether.Pair pair : found.pairs()) {
      Chances c = pair.chances();
      out.append(cell(pair.a())).append('\t').append(cell(pair.b()));
      out.append('\t').append(pair.acts()).append('\t').append(pair.objects());
      number(out, c.expected());
      number(out, c.chanceP());
      number(out, c.chanceQ());
      out.append('\t').append(c.common());
      number(out, c.expectedOfCommon());
      number(out, c.timingP());
      number(out, c.timingQ());
      number(out, c.activityShare());
      out.append('\t').append(pair.lead() ? "lead" : "no lead").append('\t');
      out.append(words(pair)).append('\n');
    }
    return out.toString();
  }

  /* A tab within an id would move every column after it. */
  private static String cell(String id) {
    return id.replaceAll("\\p{Cntrl}", " ");
  }

  private static void number(StringBuilder out, double value) {
    out.append('\t').append(String.format(Locale.ROOT, "%.4g", value));
  }

  /** What would explain a pair innocently, in words. */
  public static String words(ActsTogether.Pair pair) {
    if (pair.innocent().isEmpty()) {
      return Innocent.none();
    }
    return String.join("; ", pair.innocent().stream().map(Innocent::words).toList());
  }
}

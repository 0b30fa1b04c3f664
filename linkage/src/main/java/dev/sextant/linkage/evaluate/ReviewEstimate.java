package dev.sextant.linkage.evaluate;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.delimited.DelimitedRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Precision and recall of a case without a truth, from a stratified sample that a person has
 * judged.
 *
 * <p>With N pairs in a stratum, n judged and x of them the same, the stratum holds N x/n same
 * pairs; the variance of that is N² (1-n/N) s²/(n-1), where s² = p(1-p) with p = (x+1/2)/(n+1), so
 * that a stratum in which all are alike still has one. Precision sums over the strata decided same;
 * recall is a ratio of two sums, its variance by linearisation (W. G. Cochran, Sampling Techniques,
 * 3rd ed. 1977, 5A and 6). Intervals of 95 % are normal on the log odds.
 *
 * <p>Recall is among the scored pairs: what blocking never brought together is not in it.
 *
 * @param strata what was judged
 */
public record ReviewEstimate(List<Judged> strata) {
  /**
   * One stratum's verdicts.
   *
   * @param decidedSame whether it lies at or above the default decision
   * @param pairs pairs in the stratum
   * @param same judged same
   * @param different judged different
   * @param unsure judged unsure or not at all
   */
  public record Judged(boolean decidedSame, int pairs, int same, int different, int unsure) {
    int judged() {
      return same + different;
    }

    double share() {
      return (double) same / judged();
    }

    /* Variance of the estimated number of same pairs. */
    double variance() {
      double p = (same + 0.5) / (judged() + 1);
      double unseen = 1 - (double) judged() / pairs;
      return (double) pairs * pairs * unseen * p * (1 - p) / Math.max(1, judged() - 1);
    }
  }

  /**
   * An estimated share.
   *
   * @param share the estimate
   * @param deviation its standard deviation
   * @param interval 95 %
   */
  public record Estimated(double share, double deviation, Interval interval) {}

  /**
   * Reads a judged sample.
   *
   * @throws LinkageFault {@code SX-LINK-VERDICT} if a verdict is none of same, different, unsure or
   *     empty; {@code SX-LINK-SAMPLE} if a stratum has no verdict at all
   */
  public static ReviewEstimate read(Path file) throws IOException {
    TreeMap<Integer, int[]> found = new TreeMap<>();
    try (DelimitedRows rows = DelimitedRows.table(file)) {
      int verdict = rows.column("verdict");
      int stratum = rows.column("stratum");
      int pairs = rows.column("stratum_pairs");
      int decided = rows.column("decided");
      while (rows.next()) {
        int[] at = found.computeIfAbsent(whole(rows, stratum), k -> new int[5]);
        at[0] = rows.cell(decided).equals("same") ? 1 : 0;
        at[1] = whole(rows, pairs);
        at[kind(rows, verdict)]++;
      }
    }
    List<Judged> strata = new ArrayList<>();
    found.forEach((n, at) -> strata.add(new Judged(at[0] == 1, at[1], at[2], at[3], at[4])));
    for (Judged each : strata) {
      if (each.judged() == 0) {
        throw new LinkageFault(
            "SX-LINK-SAMPLE",
            "a stratum has no verdict",
            String.valueOf(file.getFileName()),
            each.pairs() + " pairs",
            "judge at least one pair of each stratum");
      }
    }
    return new ReviewEstimate(List.copyOf(strata));
  }

  private static int kind(DelimitedRows rows, int column) {
    return switch (rows.cell(column).strip().toLowerCase(Locale.ROOT)) {
      case "same" -> 2;
      case "different" -> 3;
      case "unsure", "" -> 4;
      default ->
          throw new LinkageFault(
              "SX-LINK-VERDICT",
              "this is no verdict",
              rows.place(),
              rows.cell(column),
              "write same, different or unsure, or leave it empty");
    };
  }

  private static int whole(DelimitedRows rows, int column) {
    try {
      return Integer.parseInt(rows.cell(column));
    } catch (NumberFormatException e) {
      throw new LinkageFault(
          "SX-LINK-SAMPLE",
          "this is no whole number",
          rows.place(),
          rows.cell(column),
          "leave the columns of the sample as they were");
    }
  }

  private double sum(ToDoubleFunction<Judged> of) {
    return strata.stream().mapToDouble(of).sum();
  }

  /** Same pairs among all scored ones, an estimate. */
  public double samePairs() {
    return sum(s -> s.pairs() * s.share());
  }

  /** Share of the same among the pairs decided same. */
  public Estimated precision() {
    double decided = sum(s -> s.decidedSame() ? s.pairs() : 0);
    double share = sum(s -> s.decidedSame() ? s.pairs() * s.share() : 0) / decided;
    double variance = sum(s -> s.decidedSame() ? s.variance() : 0) / (decided * decided);
    return estimated(share, variance);
  }

  /** Share of the same pairs, among those scored, that was decided same. */
  public Estimated recall() {
    double all = samePairs();
    double share = sum(s -> s.decidedSame() ? s.pairs() * s.share() : 0) / all;
    // A ratio's linear part: those decided count (1 - share), the others -share.
    double variance =
        sum(s -> s.variance() * (s.decidedSame() ? (1 - share) * (1 - share) : share * share))
            / (all * all);
    return estimated(share, variance);
  }

  /* On the log odds the interval stays within 0 and 1; a share of 0 or 1 is moved by half a
   * thousandth so that it has log odds. */
  private static Estimated estimated(double share, double variance) {
    double deviation = Math.sqrt(variance);
    double held = Math.clamp(share, 0.0005, 0.9995);
    double logit = Math.log(held / (1 - held));
    double half = Interval.Z * deviation / (held * (1 - held));
    return new Estimated(
        share, deviation, new Interval(logistic(logit - half), logistic(logit + half)));
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** Lines for a reader. */
  public String text() {
    StringBuilder out = new StringBuilder();
    put(out, "precision", precision());
    put(out, "recall of scored pairs", recall());
    out.append(
        String.format(
            Locale.ROOT,
            "same pairs among the scored  about %.0f\n"
                + "judged                       %.0f same, %.0f different, %.0f unsure or not judged"
                + " (left out: if unsure pairs are mostly of one kind, the estimate leans)\n"
                + "What blocking never brought together is not in the recall.\n",
            samePairs(),
            sum(Judged::same),
            sum(Judged::different),
            sum(Judged::unsure)));
    return out.toString();
  }

  private static void put(StringBuilder out, String name, Estimated e) {
    out.append(
        String.format(
            Locale.ROOT,
            "%-28s %.4f (95%% interval %.4f to %.4f, standard deviation %.4f)\n",
            name,
            e.share(),
            e.interval().low(),
            e.interval().high(),
            e.deviation()));
  }
}

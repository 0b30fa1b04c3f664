package dev.sextant.disclosure.report;

import dev.sextant.findings.AchMatrix;
import dev.sextant.findings.AchReading;
import dev.sextant.findings.AchReading.Effect;
import dev.sextant.findings.FindingDocument;
import dev.sextant.findings.Support;
import dev.sextant.terms.Digest;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The words of a matrix of competing hypotheses, the same in the printed report and in the portable
 * case; {@code portable.js} makes the same words from the same figures and compares.
 */
public final class AchWords {
  /** Stands over what each row does. */
  public static final String LEGEND =
      "Hypotheses are written in the order of least against them; those with = between them share a"
          + " place.";

  private AchWords() {}

  /** Where a row comes from, with a colon: {@code S-1.2: }, or what kind of row it is. */
  public static String source(FindingDocument finding, AchMatrix.Row row) {
    Digest record = row.record();
    return switch (row.kind()) {
      case ABSENCE -> "Looked for and not found: ";
      case ASSUMPTION -> "Taken for granted: ";
      case RECORD ->
          label("S-", finding, finding.supports(), record)
              + label("C-", finding, finding.counterSupports(), record);
    };
  }

  private static String label(
      String kind, FindingDocument finding, List<Support> of, @Nullable Digest record) {
    for (int i = 0; i < of.size(); i++) {
      if (of.get(i).record().equals(record)) {
        return kind + finding.number() + "." + (i + 1) + ": ";
      }
    }
    return "";
  }

  /** What a row weighs. */
  public static String weight(AchMatrix.Row row) {
    return word(row.credibility()) + ", " + word(row.relevance());
  }

  private static String word(AchMatrix.Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  /** What becomes of the order, and the order then. */
  public static String effect(Effect effect, List<Integer> ranks) {
    return switch (effect) {
      case NONE -> "the order stays";
      case ORDER -> "the first stays, others move: " + order(ranks);
      case FIRST -> "what stands first changes: " + order(ranks);
    };
  }

  /** Hypotheses by place: {@code H2, H1 = H3}. */
  public static String order(List<Integer> ranks) {
    return IntStream.range(0, ranks.size())
        .boxed()
        .collect(
            Collectors.groupingBy(
                ranks::get,
                TreeMap::new,
                Collectors.mapping(h -> "H" + (h + 1), Collectors.joining(" = "))))
        .values()
        .stream()
        .collect(Collectors.joining(", "));
  }

  /** Which rows tell the hypotheses apart the most. */
  public static String most(AchReading reading) {
    List<Integer> most = reading.mostDiagnostic();
    return most.isEmpty()
        ? "No row tells one hypothesis from another: the evidence decides nothing between them."
        : "Rows that tell the hypotheses apart the most: " + listed(most) + ".";
  }

  /** Which rows carry what stands first; empty if none do. */
  public static String linchpins(AchReading reading) {
    return reading.linchpins().isEmpty()
        ? ""
        : "Without these rows together another hypothesis draws level with what stands first: "
            + listed(reading.linchpins())
            + ".";
  }

  private static String listed(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}

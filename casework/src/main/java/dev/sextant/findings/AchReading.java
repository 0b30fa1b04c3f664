package dev.sextant.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a matrix of competing hypotheses yields: how much speaks against each, which rows tell them
 * apart, and which rows carry the order. Hypotheses are ranked by least inconsistency, for what
 * fits one may fit all (Heuer 1999, chapter 8, step 5). A score is no probability, least of all of
 * guilt; the figures say where to look again.
 *
 * <p>The cell I counts 1 and II counts 2, times the row's weight; what fits counts nothing. A row's
 * weight is credibility times relevance, each 0.71, 1 or 1.41 for low, medium and high, as in the
 * ACH 2 program of the Palo Alto Research Center.
 *
 * @param scores for each hypothesis, how much speaks against it
 * @param ranks for each hypothesis, one more than the number of those with less against them
 * @param rows for each row, what it does
 * @param linchpins numbers, from 1, of a smallest set of rows without which another hypothesis
 *     draws level with or passes one that stands first; empty if no such set of rows exists
 */
public record AchReading(
    List<AchScore> scores, List<Integer> ranks, List<RowReading> rows, List<Integer> linchpins) {
  /** Copies. */
  public AchReading {
    scores = List.copyOf(scores);
    ranks = List.copyOf(ranks);
    rows = List.copyOf(rows);
    linchpins = List.copyOf(linchpins);
  }

  /** What becomes of the order when a row is taken differently. */
  public enum Effect {
    /** The order stays. */
    NONE,
    /** Others change places; the first stays. */
    ORDER,
    /** What stands first changes. */
    FIRST
  }

  /**
   * One row.
   *
   * @param diagnosticity its weight times the spread of its points over the hypotheses; 0 tells
   *     none from another
   * @param leftOut what its leaving out does
   * @param ranksLeftOut the ranks then
   * @param reversed what it does if it shows the contrary, as where it was planted or misread
   * @param ranksReversed the ranks then
   */
  public record RowReading(
      AchScore diagnosticity,
      Effect leftOut,
      List<Integer> ranksLeftOut,
      Effect reversed,
      List<Integer> ranksReversed) {
    /** Copies. */
    public RowReading {
      ranksLeftOut = List.copyOf(ranksLeftOut);
      ranksReversed = List.copyOf(ranksReversed);
    }

    private Map<String, @Nullable Object> json() {
      Map<String, @Nullable Object> json = new LinkedHashMap<>();
      json.put("diagnosticity", diagnosticity.text());
      json.put("leftOut", leftOut.name());
      json.put("ranksLeftOut", ranksLeftOut);
      json.put("reversed", reversed.name());
      json.put("ranksReversed", ranksReversed);
      return json;
    }
  }

  /** Reads a matrix; a cell not judged yet counts as one that says nothing. */
  public static AchReading of(AchMatrix matrix) {
    List<AchScore> scores = scores(matrix.hypotheses().size(), matrix.rows());
    List<Integer> ranks = ranks(scores);
    List<RowReading> rows = new ArrayList<>();
    for (int row = 0; row < matrix.rows().size(); row++) {
      rows.add(row(matrix, row, ranks));
    }
    return new AchReading(scores, ranks, rows, linchpins(matrix, scores, ranks));
  }

  /** Numbers, from 1, of the hypotheses with the least against them. */
  public List<Integer> first() {
    return first(ranks);
  }

  /** Numbers, from 1, of the rows that tell the hypotheses apart the most; empty if none does. */
  public List<Integer> mostDiagnostic() {
    AchScore most =
        rows.stream().map(RowReading::diagnosticity).max(Comparator.naturalOrder()).orElseThrow();
    return most.sign() == 0
        ? List.of()
        : IntStream.range(0, rows.size())
            .filter(row -> rows.get(row).diagnosticity().equals(most))
            .mapToObj(row -> row + 1)
            .toList();
  }

  private static List<Integer> first(List<Integer> ranks) {
    return IntStream.range(0, ranks.size())
        .filter(h -> ranks.get(h) == 1)
        .mapToObj(h -> h + 1)
        .toList();
  }

  private static AchScore score(AchMatrix.Row row, int hypothesis) {
    return AchScore.of(row.cells().get(hypothesis).points(), row.credibility(), row.relevance());
  }

  private static List<AchScore> scores(int hypotheses, List<AchMatrix.Row> rows) {
    List<AchScore> scores = new ArrayList<>();
    for (int h = 0; h < hypotheses; h++) {
      AchScore sum = AchScore.NONE;
      for (AchMatrix.Row row : rows) {
        sum = sum.plus(score(row, h));
      }
      scores.add(sum);
    }
    return scores;
  }

  private static List<Integer> ranks(List<AchScore> scores) {
    return scores.stream()
        .map(s -> 1 + (int) scores.stream().filter(other -> other.compareTo(s) < 0).count())
        .toList();
  }

  private static RowReading row(AchMatrix matrix, int number, List<Integer> ranks) {
    AchMatrix.Row row = matrix.rows().get(number);
    int most = row.cells().stream().mapToInt(AchMatrix.Cell::points).max().orElse(0);
    int least = row.cells().stream().mapToInt(AchMatrix.Cell::points).min().orElse(0);
    List<AchMatrix.Row> others = new ArrayList<>(matrix.rows());
    others.remove(number);
    List<Integer> without = ranks(scores(matrix.hypotheses().size(), others));
    others.add(row.reversed());
    List<Integer> contrary = ranks(scores(matrix.hypotheses().size(), others));
    return new RowReading(
        AchScore.of(most - least, row.credibility(), row.relevance()),
        effect(ranks, without),
        without,
        effect(ranks, contrary),
        contrary);
  }

  private static Effect effect(List<Integer> before, List<Integer> after) {
    if (!first(before).equals(first(after))) {
      return Effect.FIRST;
    }
    return before.equals(after) ? Effect.NONE : Effect.ORDER;
  }

  /* For one hypothesis to catch up with another, the rows that speak more against it have to go, those
   * with the largest difference before others: so the smallest set of each pair is found at once. */
  private static List<Integer> linchpins(
      AchMatrix matrix, List<AchScore> scores, List<Integer> ranks) {
    List<Integer> fewest = List.of();
    for (int first = 0; first < ranks.size(); first++) {
      for (int behind = 0; behind < ranks.size(); behind++) {
        if (ranks.get(first) == 1 && ranks.get(behind) > 1) {
          List<Integer> found = between(matrix, scores, first, behind);
          if (fewest.isEmpty() || found.size() < fewest.size()) {
            fewest = found;
          }
        }
      }
    }
    return fewest;
  }

  private static List<Integer> between(
      AchMatrix matrix, List<AchScore> scores, int first, int behind) {
    List<AchScore> apart =
        matrix.rows().stream().map(r -> score(r, behind).minus(score(r, first))).toList();
    List<Integer> order =
        IntStream.range(0, apart.size())
            .boxed()
            .sorted(Comparator.comparing((Integer r) -> apart.get(r)).reversed())
            .toList();
    AchScore lead = scores.get(behind).minus(scores.get(first));
    List<Integer> gone = new ArrayList<>();
    for (int row : order) {
      if (lead.sign() <= 0) {
        break;
      }
      lead = lead.minus(apart.get(row));
      gone.add(row + 1);
    }
    return gone.stream().sorted().toList();
  }

  /** The reading as a map for canonical JSON. */
  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("scores", scores.stream().map(AchScore::text).toList());
    json.put("ranks", ranks);
    json.put("rows", rows.stream().map(RowReading::json).toList());
    json.put("linchpins", linchpins);
    return json;
  }
}

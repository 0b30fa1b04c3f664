package dev.sextant.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.findings.AchMatrix.Cell;
import dev.sextant.findings.AchMatrix.Hypothesis;
import dev.sextant.findings.AchMatrix.Level;
import dev.sextant.findings.AchMatrix.Row;
import dev.sextant.findings.AchMatrix.RowKind;
import dev.sextant.findings.AchReading.Effect;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AchReadingTest {
  private static final long SEED = 1999;

  private static Row row(Level credibility, Level relevance, String cells) {
    return new Row(
        RowKind.ASSUMPTION,
        null,
        "a row",
        credibility,
        relevance,
        Arrays.stream(cells.split(" ")).map(Cell::valueOf).toList());
  }

  private static Row row(String cells) {
    return row(Level.MEDIUM, Level.MEDIUM, cells);
  }

  private static AchMatrix matrix(Row... rows) {
    int count = rows[0].cells().size();
    return new AchMatrix(
        IntStream.range(0, count).mapToObj(i -> new Hypothesis("H" + i, i == 0)).toList(),
        List.of(rows),
        0);
  }

  private static List<String> scores(AchReading reading) {
    return reading.scores().stream().map(AchScore::text).toList();
  }

  /* The matrix of Heuer's figure 15 (will a state retaliate: no; by minor acts; by a major one), its
   * pluses as C and its minuses as I. Worked by hand. */
  private static final AchMatrix HEUER =
      matrix(
          row("C C C"), // a public statement of intent not to
          row("C C I"), // no such offensive in an earlier war
          row("C C I"), // assumed not to want another war
          row("I C C"), // more broadcasts to agents
          row("I C C"), // embassies told to take precautions
          row("I C C")); // assumed to lose face otherwise

  @Test
  void heuersExampleGoesToTheLeastInconsistent() {
    AchReading reading = AchReading.of(HEUER);
    assertThat(scores(reading)).containsExactly("3.00", "0.00", "2.00");
    assertThat(reading.ranks()).containsExactly(3, 1, 2);
    assertThat(reading.first()).containsExactly(2);
  }

  @Test
  void whatFitsAllTellsNothing() {
    AchReading reading = AchReading.of(HEUER);
    assertThat(reading.rows().getFirst().diagnosticity()).isEqualTo(AchScore.NONE);
    assertThat(HEUER.rows().getFirst().uniform()).isTrue();
    assertThat(reading.mostDiagnostic()).containsExactly(2, 3, 4, 5, 6);
  }

  @Test
  void sensitivityNamesTheRowsThatCarryTheOrder() {
    List<AchReading.RowReading> rows = AchReading.of(HEUER).rows();
    // Without the precautions the first and the third draw level; the second stays ahead.
    assertThat(rows.get(4).leftOut()).isEqualTo(Effect.ORDER);
    assertThat(rows.get(4).ranksLeftOut()).containsExactly(2, 1, 2);
    // Without the earlier war nothing moves: 3, 0, 1.
    assertThat(rows.get(1).leftOut()).isEqualTo(Effect.NONE);
    // Were it to show the contrary, the second and the third would draw level: 4, 1, 1.
    assertThat(rows.get(1).reversed()).isEqualTo(Effect.FIRST);
    assertThat(rows.get(1).ranksReversed()).containsExactly(3, 1, 1);
    // The statement fits all: its contrary would speak against all alike.
    assertThat(rows.get(0).reversed()).isEqualTo(Effect.NONE);
  }

  @Test
  void theFewestRowsThatHoldTheFirstAreNamed() {
    assertThat(AchReading.of(HEUER).linchpins()).containsExactly(2, 3);
    assertThat(AchReading.of(matrix(row("C I"), row("C II"))).linchpins()).containsExactly(1, 2);
    assertThat(AchReading.of(matrix(row("C I"), row("I C"))).linchpins()).isEmpty();
  }

  @Test
  void weightsAreThoseOfTheAchProgram() {
    // 0.71 x 0.71, 0.71 x 1, 1 x 1, 1 x 1.41, 1.41 x 1.41; II counts twice.
    assertThat(scores(AchReading.of(matrix(row(Level.LOW, Level.LOW, "I II")))))
        .containsExactly("0.50", "1.00");
    assertThat(scores(AchReading.of(matrix(row(Level.LOW, Level.MEDIUM, "I II")))))
        .containsExactly("0.71", "1.41");
    assertThat(scores(AchReading.of(matrix(row(Level.HIGH, Level.LOW, "I II")))))
        .containsExactly("1.00", "2.00");
    assertThat(scores(AchReading.of(matrix(row(Level.MEDIUM, Level.HIGH, "I II")))))
        .containsExactly("1.41", "2.83");
    assertThat(scores(AchReading.of(matrix(row(Level.HIGH, Level.HIGH, "I II")))))
        .containsExactly("2.00", "4.00");
    assertThat(scores(AchReading.of(matrix(row(Level.HIGH, Level.HIGH, "CC C N NA")))))
        .containsOnly("0.00");
  }

  @Test
  void tiesAreExact() {
    // 2 x sqrt(2)/2 against sqrt(2): the same, by whatever way they are added.
    AchReading reading =
        AchReading.of(
            matrix(
                row(Level.LOW, Level.MEDIUM, "I C"),
                row(Level.MEDIUM, Level.LOW, "I C"),
                row(Level.HIGH, Level.MEDIUM, "C I")));
    assertThat(reading.ranks()).containsExactly(1, 1);
  }

  @Test
  void aTableThatIsNoneIsRefused() {
    assertThatThrownBy(() ->
            new AchMatrix(
                List.of(new Hypothesis("one", true), new Hypothesis("two", false)),
                List.of(row("C C C")),
                0))
        .isInstanceOf(FindingFault.BadMatrix.class)
        .hasFieldOrPropertyWithValue("code", "SX-FIND-ACH-SHAPE");
  }

  /**
   * As large as it may be it is read; a row or a hypothesis more is refused, before anything is
   * counted.
   */
  @Test
  void aMatrixBeyondItsLimitsIsRefused() {
    assertThat(AchReading.of(sized(1_000, 60)).ranks()).hasSize(60).containsOnly(1);
    for (int[] size : new int[][] {{1_001, 60}, {1_000, 61}, {1_001, 1}, {1, 61}}) {
      assertThatThrownBy(() -> sized(size[0], size[1]))
          .isInstanceOfSatisfying(
              FindingFault.BadMatrix.class,
              fault ->
                  assertThat(fault.line())
                      .contains("SX-FIND-ACH-SHAPE", size[0] + " rows, " + size[1] + " hypotheses")
                      .contains("1000 rows and 60 hypotheses"));
    }
  }

  private static AchMatrix sized(int rows, int hypotheses) {
    Row row =
        new Row(
            RowKind.ABSENCE,
            null,
            "looked for",
            Level.MEDIUM,
            Level.MEDIUM,
            Collections.nCopies(hypotheses, Cell.I));
    return new AchMatrix(
        Collections.nCopies(hypotheses, new Hypothesis("one of many", true)),
        Collections.nCopies(rows, row),
        0);
  }

  @Test
  void agreesWithANaiveTwin() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    for (int round = 0; round < 400; round++) {
      int hypotheses = 2 + random.nextInt(4);
      List<Row> rows = new ArrayList<>();
      for (int r = 1 + random.nextInt(7); r > 0; r--) {
        List<String> cells = new ArrayList<>();
        for (int h = 0; h < hypotheses; h++) {
          cells.add(Cell.values()[random.nextInt(6)].name());
        }
        rows.add(
            row(
                Level.values()[random.nextInt(3)],
                Level.values()[random.nextInt(3)],
                String.join(" ", cells)));
      }
      AchReading reading = AchReading.of(matrix(rows.toArray(Row[]::new)));
      List<BigDecimal> naive = naive(rows, hypotheses);
      assertThat(scores(reading))
          .isEqualTo(
              naive.stream()
                  .map(s -> s.setScale(2, RoundingMode.HALF_UP).toPlainString())
                  .toList());
      assertThat(reading.ranks()).isEqualTo(ranks(naive));
      assertThat(reading.linchpins()).hasSize(fewest(rows, naive, hypotheses));
      for (int r = 0; r < rows.size(); r++) {
        List<Row> others = new ArrayList<>(rows);
        others.remove(r);
        assertThat(reading.rows().get(r).ranksLeftOut())
            .isEqualTo(ranks(naive(others, hypotheses)));
      }
    }
  }

  private static BigDecimal weight(Level level) {
    BigDecimal root = BigDecimal.TWO.sqrt(new MathContext(60));
    return switch (level) {
      case LOW -> BigDecimal.ONE.divide(root, new MathContext(60));
      case MEDIUM -> BigDecimal.ONE;
      case HIGH -> root;
    };
  }

  private static List<BigDecimal> naive(List<Row> rows, int hypotheses) {
    List<BigDecimal> sums = new ArrayList<>();
    for (int h = 0; h < hypotheses; h++) {
      BigDecimal sum = BigDecimal.ZERO;
      for (Row row : rows) {
        int points =
            switch (row.cells().get(h)) {
              case I -> 1;
              case II -> 2;
              default -> 0;
            };
        sum =
            sum.add(
                weight(row.credibility())
                    .multiply(weight(row.relevance()))
                    .multiply(BigDecimal.valueOf(points)));
      }
      // Sixty digits in, forty out: what is equal on paper is equal here.
      sums.add(sum.setScale(40, RoundingMode.HALF_UP));
    }
    return sums;
  }

  private static List<Integer> ranks(List<BigDecimal> scores) {
    return scores.stream()
        .map(s -> 1 + (int) scores.stream().filter(o -> o.compareTo(s) < 0).count())
        .toList();
  }

  /* Every set of rows, tried. */
  private static int fewest(List<Row> rows, List<BigDecimal> scores, int hypotheses) {
    List<Integer> ranks = ranks(scores);
    int fewest = 0;
    for (int set = 1; set < 1 << rows.size(); set++) {
      List<Row> kept = new ArrayList<>();
      for (int r = 0; r < rows.size(); r++) {
        if ((set >> r & 1) == 0) {
          kept.add(rows.get(r));
        }
      }
      List<BigDecimal> left = naive(kept, hypotheses);
      int gone = rows.size() - kept.size();
      for (int first = 0; first < hypotheses; first++) {
        for (int behind = 0; behind < hypotheses; behind++) {
          boolean passes =
              ranks.get(first) == 1
                  && ranks.get(behind) > 1
                  && left.get(behind).compareTo(left.get(first)) <= 0;
          if (passes && (fewest == 0 || gone < fewest)) {
            fewest = gone;
          }
        }
      }
    }
    return fewest;
  }
}

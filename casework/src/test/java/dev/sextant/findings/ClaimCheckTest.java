package dev.sextant.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.terms.Digest;
import dev.sextant.terms.Grade;
import dev.sextant.terms.StatementType;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClaimCheckTest {
  private static final Citation ONE = new Citation(Digest.ofFields("1"), "");
  private static final Citation TWO = new Citation(Digest.ofFields("2"), "");

  private static Claim claim(
      StatementType type,
      String text,
      List<Citation> supports,
      List<Citation> counter,
      String none,
      List<String> alternatives) {
    return new Claim(
        "A title",
        text,
        type,
        Grade.parse("ADMIRALTY", "B2"),
        "Read every message of the group.",
        supports,
        counter,
        none,
        alternatives,
        null,
        List.of(),
        List.of());
  }

  private static List<String> codes(Claim claim) {
    return ClaimCheck.of(claim).stream().map(Remark::code).toList();
  }

  private static Claim fact(String text) {
    return claim(StatementType.FACT, text, List.of(ONE), List.of(), "none found", List.of());
  }

  @Test
  void aSoundClaimPasses() {
    assertThat(ClaimCheck.of(fact("The account wrote this on 1 March."))).isEmpty();
  }

  @Test
  void fewNotesStandBesideARecordAndEachOnce() {
    String text = "The account wrote this on 1 March.";
    List<UUID> many = Stream.generate(UUID::randomUUID).limit(21).toList();
    Citation crowded = new Citation(Digest.ofFields("1"), "", many);
    assertThat(
            codes(
                claim(
                    StatementType.FACT,
                    text,
                    List.of(crowded),
                    List.of(),
                    "none found",
                    List.of())))
        .containsExactly("SX-FIND-BESIDE");
    UUID one = many.getFirst();
    assertThat(new Citation(Digest.ofFields("1"), "", List.of(one, one)).beside())
        .containsExactly(one);
  }

  @Test
  void factsNeedSupportAndAssessmentsAlternatives() {
    String text = "The account wrote this on 1 March.";
    assertThat(
            codes(claim(StatementType.FACT, text, List.of(), List.of(), "none found", List.of())))
        .containsExactly("SX-FIND-SUPPORT");
    assertThat(
            codes(
                claim(
                    StatementType.ASSESSMENT,
                    text,
                    List.of(ONE),
                    List.of(),
                    "none found",
                    List.of())))
        .containsExactly("SX-FIND-ALTERNATIVE", "SX-FIND-WARN-ACH");
    assertThat(
            codes(
                claim(
                    StatementType.ASSESSMENT,
                    text,
                    List.of(ONE),
                    List.of(),
                    "none found",
                    List.of("A joke among friends."))))
        .containsExactly("SX-FIND-WARN-ACH");
  }

  @Test
  void whatSpeaksAgainstItIsAnsweredInWords() {
    String text = "The account wrote this on 1 March.";
    assertThat(codes(claim(StatementType.FACT, text, List.of(ONE), List.of(), " ", List.of())))
        .containsExactly("SX-FIND-COUNTER");
    assertThat(
            codes(
                claim(
                    StatementType.FACT, text, List.of(ONE), List.of(TWO), "none found", List.of())))
        .containsExactly("SX-FIND-COUNTER");
    assertThat(codes(claim(StatementType.FACT, text, List.of(ONE), List.of(TWO), "", List.of())))
        .isEmpty();
  }

  @Test
  void theSameRecordTwiceIsNotCorroboration() {
    assertThat(
            codes(
                claim(
                    StatementType.FACT,
                    "The account wrote this on 1 March.",
                    List.of(ONE, new Citation(ONE.record(), "again")),
                    List.of(),
                    "none found",
                    List.of())))
        .containsExactly("SX-FIND-TWICE");
  }

  @Test
  void aNumberMakesNobodyALeader() {
    List<Remark> remarks = ClaimCheck.of(fact("Betweenness shows that he is the Ringleader."));
    assertThat(remarks).hasSize(1);
    assertThat(remarks.getFirst().code()).isEqualTo("SX-FIND-WORD-ROLE");
    assertThat(remarks.getFirst().blocks()).isTrue();
    assertThat(ClaimCheck.of(fact("He reads the Leaderboard of a game every day."))).isEmpty();
  }

  private static final String SAYS = "The account wrote this on 1 March.";

  private static Claim weighed(AchMatrix matrix) {
    return claim(
            StatementType.ASSESSMENT,
            SAYS,
            List.of(ONE),
            List.of(TWO),
            "",
            List.of("A joke among friends."))
        .with(new Reasoning(EstimateScale.PHIA, matrix));
  }

  private static AchMatrix matrix(int held, boolean innocent, AchMatrix.Row... rows) {
    return new AchMatrix(
        List.of(
            new AchMatrix.Hypothesis("They arrange a delivery", false),
            new AchMatrix.Hypothesis("They talk of a game", innocent)),
        List.of(rows),
        held);
  }

  private static AchMatrix.Row row(Citation of, AchMatrix.Cell... cells) {
    return new AchMatrix.Row(
        AchMatrix.RowKind.RECORD,
        of.record(),
        "what it shows",
        AchMatrix.Level.MEDIUM,
        AchMatrix.Level.MEDIUM,
        List.of(cells));
  }

  private static final AchMatrix.Row FIRST = row(ONE, AchMatrix.Cell.C, AchMatrix.Cell.I);
  private static final AchMatrix.Row SECOND = row(TWO, AchMatrix.Cell.N, AchMatrix.Cell.C);

  @Test
  void aWholeMatrixPasses() {
    assertThat(codes(weighed(matrix(1, true, FIRST, SECOND)))).isEmpty();
  }

  @Test
  void aMatrixWeighsAnInnocentHypothesisAndEveryRecord() {
    assertThat(codes(weighed(matrix(1, false, FIRST, SECOND))))
        .containsExactly("SX-FIND-ACH-INNOCENT");
    assertThat(codes(weighed(matrix(1, true, FIRST)))).containsExactly("SX-FIND-ACH-LEFT-OUT");
    assertThat(
            codes(
                weighed(
                    matrix(
                        1,
                        true,
                        FIRST,
                        SECOND,
                        row(
                            new Citation(Digest.ofFields("3"), ""),
                            AchMatrix.Cell.C,
                            AchMatrix.Cell.C)))))
        .containsExactly("SX-FIND-ACH-UNCITED");
    assertThat(codes(weighed(matrix(1, true, FIRST, FIRST, SECOND))))
        .containsExactly("SX-FIND-ACH-TWICE");
    assertThat(
            codes(weighed(matrix(1, true, FIRST, row(TWO, AchMatrix.Cell.OPEN, AchMatrix.Cell.C)))))
        .containsExactly("SX-FIND-ACH-OPEN");
    assertThat(
            codes(
                weighed(
                    new AchMatrix(
                        List.of(new AchMatrix.Hypothesis("They talk of a game", true)),
                        List.of(row(ONE, AchMatrix.Cell.C), row(TWO, AchMatrix.Cell.C)),
                        1))))
        .contains("SX-FIND-ACH-HYPOTHESES");
  }

  @Test
  void hypothesesAreWeighedInAnAssessmentOnly() {
    Claim fact = claim(StatementType.FACT, SAYS, List.of(ONE), List.of(TWO), "", List.of());
    assertThat(codes(fact.with(new Reasoning(EstimateScale.NONE, matrix(1, true, FIRST, SECOND)))))
        .containsExactly("SX-FIND-ACH-TYPE");
  }

  @Test
  void whatTheMatrixDoesNotBearIsSaid() {
    assertThat(codes(weighed(matrix(2, true, FIRST, SECOND))))
        .containsExactly("SX-FIND-WARN-ACH-HELD");
    assertThat(
            codes(
                weighed(
                    matrix(
                        1,
                        true,
                        row(ONE, AchMatrix.Cell.C, AchMatrix.Cell.C),
                        row(TWO, AchMatrix.Cell.N, AchMatrix.Cell.C)))))
        .containsExactly("SX-FIND-WARN-ACH-FLAT");
  }
}

package dev.sextant.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.terms.Digest;
import dev.sextant.terms.Grade;
import dev.sextant.terms.StatementType;
import java.util.List;
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
        .containsExactly("SX-FIND-ALTERNATIVE");
    assertThat(
            codes(
                claim(
                    StatementType.ASSESSMENT,
                    text,
                    List.of(ONE),
                    List.of(),
                    "none found",
                    List.of("A joke among friends."))))
        .isEmpty();
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
    assertThat(remarks.getFirst().code()).isEqualTo("SX-FIND-WARN-ROLE");
    assertThat(remarks.getFirst().blocks()).isFalse();
    assertThat(ClaimCheck.of(fact("He reads the Leaderboard of a game every day."))).isEmpty();
  }

  @Test
  void likelihoodAndConfidenceStayApart() {
    assertThat(codes(fact("With high confidence it is likely that he wrote it.")))
        .containsExactly("SX-FIND-WARN-ESTIMATE");
    assertThat(ClaimCheck.of(fact("It is likely that he wrote it. We have high confidence.")))
        .isEmpty();
  }
}

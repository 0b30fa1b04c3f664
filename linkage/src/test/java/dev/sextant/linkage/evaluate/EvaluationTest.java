package dev.sextant.linkage.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.linkage.LinkageFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Evaluation evaluate(String pairs, String truth, String clusters) throws IOException {
    IdNumbers ids = IdNumbers.oneSpace();
    ScoredPairs scored = ScoredPairs.read(file("p.tsv", pairs), ids);
    TruePairs known = TruePairs.read(file("t.csv", truth), ids);
    Optional<Partition> groups =
        clusters.isEmpty()
            ? Optional.empty()
            : Optional.of(Partition.read(file("c.tsv", clusters), ids));
    return Evaluation.of(
        new Evaluation.Asked(ids, scored, known, groups, Optional.empty(), Optional.empty()));
  }

  private static final String PAIRS =
      """
      b\ta\t5\t0.969697
      c\td\t3\t0.888889
      a\tc\t0\t0.5
      e\tf\t-1\t0.333333
      g\th\t-4\t0.058824
      """;

  private static final String TRUTH = "id_a,id_b\na,b\nc,d\ne,f\ni,j\n";

  @Test
  void countsPairsWhicheverWayRound() throws IOException {
    Evaluation e = evaluate(PAIRS, TRUTH, "");
    assertThat(e.decided()).isEqualTo(new Counts(2, 1, 2));
    assertThat(e.decided().precision()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(e.decided().recall()).isEqualTo(0.5);
    assertThat(e.neverScored()).isEqualTo(1);
    // Down to -1: 3 right, 1 wrong, 1 missed; F1 6/8. At 3: 2 right, 0 wrong, 2 missed; F1 4/6.
    Thresholds.Choice best = e.thresholds().bestF1().orElseThrow();
    assertThat(best.log2Odds()).isEqualTo(-1);
    assertThat(best.counts().f1()).isCloseTo(0.75, within(1e-12));
    Thresholds.Choice sure = e.thresholds().widestSure().orElseThrow();
    assertThat(sure.log2Odds()).isEqualTo(3);
    assertThat(sure.counts().recall()).isEqualTo(0.5);
  }

  @Test
  void closureAndGivenGroups() throws IOException {
    Evaluation e = evaluate(PAIRS, TRUTH, "a\t1\nb\t1\nc\t2\nd\t2\ne\t3\nf\t3\n");
    // Closure joins a, b, c, d: 6 pairs, 2 of them true.
    assertThat(e.closure().pairs()).isEqualTo(new Counts(2, 4, 2));
    assertThat(e.groups().orElseThrow().pairs()).isEqualTo(new Counts(3, 0, 1));
    assertThat(e.groups().orElseThrow().exactGroups()).isEqualTo(3);
    assertThat(e.closure().records()).isEqualTo(10);
  }

  @Test
  void truthThatIsNotClosedSaysSo() throws IOException {
    Evaluation e = evaluate("a\tb\t1\t0.666667\n", "id_a,id_b\na,b\nb,c\n", "");
    assertThat(e.impliedTrue()).isEqualTo(1);
    assertThat(EvaluationText.text(e)).contains("implied by the others 1");
  }

  @Test
  void equalScoresAreDecidedAlike() throws IOException {
    Evaluation e = evaluate("a\tb\t1\t.6\nc\td\t1\t.6\n", "id_a,id_b\na,b\n", "");
    assertThat(e.thresholds().widestSure()).isEmpty();
    assertThat(e.unlike()).isEqualTo(2);
  }

  @Test
  void sidesAreTwoNameSpaces() throws IOException {
    Path truth = file("t.csv", "id_a,id_b\n1,1\n2,3\n");
    assertThatThrownBy(() -> TruePairs.read(truth, IdNumbers.oneSpace()))
        .isInstanceOf(LinkageFault.class)
        .hasMessageContaining("SX-LINK-SELF");
    IdNumbers ids = IdNumbers.twoSpaces();
    ScoredPairs scored = ScoredPairs.read(file("p.tsv", "1\t1\t4\t.94\n3\t2\t4\t.94\n"), ids);
    Evaluation e =
        Evaluation.of(
            new Evaluation.Asked(
                ids,
                scored,
                TruePairs.read(truth, ids),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertThat(e.decided()).isEqualTo(new Counts(1, 1, 1));
    // Left 1, 2, 3 and right 1, 2, 3; as the linker writes groups: ids of the left table first.
    Path groups = file("c.tsv", "1\tx\n2\ty\n3\tz\n1\tx\n3\ty\n2\tw\n");
    GroupMeasures found =
        GroupMeasures.of(
            Partition.read(groups, ids), Partition.of(TruePairs.read(truth, ids), 6), ids.size());
    assertThat(ids.size()).isEqualTo(6);
    assertThat(found.pairs()).isEqualTo(new Counts(2, 0, 0));
    Path said = file("c.tsv", "1\tx\tleft\n2\ty\tleft\n1\tx\tright\n3\ty\tright\n");
    assertThat(
            GroupMeasures.of(
                    Partition.read(said, ids), Partition.of(TruePairs.read(truth, ids), 6), 6)
                .exactGroups())
        .isEqualTo(2);
  }

  @Test
  void faultsNameLineAndCure() throws IOException {
    Path twice = file("p.tsv", "a\tb\t1\t.6\nb\ta\t2\t.8\n");
    assertThatThrownBy(() -> ScoredPairs.read(twice, IdNumbers.oneSpace()))
        .isInstanceOfSatisfying(
            LinkageFault.class,
            fault -> {
              assertThat(fault.code()).isEqualTo("SX-LINK-TWICE");
              assertThat(fault.place()).isEqualTo("p.tsv, line 2");
            });
    for (String bad :
        new String[] {"a\tb\n", "a\tb\tx\t.5\n", "a\tb\t1\t1.5\n", "a\tb\tNaN\t.5\n"}) {
      Path file = file("p.tsv", bad);
      assertThatThrownBy(() -> ScoredPairs.read(file, IdNumbers.oneSpace()))
          .as(bad)
          .isInstanceOf(LinkageFault.class)
          .hasMessageContaining("SX-LINK-PAIR");
    }
  }

  @Test
  void subgroupsByColumnAndCompletenessOnly() throws IOException {
    IdNumbers ids = IdNumbers.oneSpace();
    ScoredPairs scored = ScoredPairs.read(file("p.tsv", PAIRS), ids);
    TruePairs truth = TruePairs.read(file("t.csv", TRUTH), ids);
    Path records =
        file(
            "r.csv",
            "id,platform,name\na,x,A\nb,x,B\nc,x,C\nd,y,\ne,y,E\nf,,F\ng,y,G\nh,y,H\ni,x,I\nj,x,J\n");
    Subgroups subgroups = new Subgroups(Optional.of("platform"));
    subgroups.read(records, ids, false);
    assertThat(subgroups.rows(scored, truth))
        .containsExactly(
            new Subgroups.Row("platform", "(empty) x y", 1, new Counts(0, 0, 1)),
            new Subgroups.Row("platform", "x", 2, new Counts(1, 1, 1)),
            new Subgroups.Row("platform", "x x y", 1, new Counts(1, 0, 0)),
            new Subgroups.Row("platform", "y", 1, new Counts(0, 0, 0)),
            new Subgroups.Row("completeness", "a half to three quarters", 2, new Counts(1, 0, 1)),
            new Subgroups.Row("completeness", "all fields", 3, new Counts(1, 1, 1)));
  }

  @Test
  void tippettHasTitleDescriptionAndBothLines() throws IOException {
    Tippett tippett = evaluate(PAIRS, TRUTH, "").tippett();
    // Prior: 3 of 5 same, log2 1.5 = .585. Same pairs at -1 have a ratio below 1; no other has.
    assertThat(tippett.misleadingSame()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(tippett.misleadingDifferent()).isZero();
    assertThat(tippett.svg())
        .startsWith("<svg ")
        .contains("<title id=\"tippett-title\">", "<desc id=", "33.33%")
        .endsWith("</svg>\n");
    assertThat(tippett.rows().getFirst().same()).isEqualTo(1);
    assertThat(tippett.rows().getLast().same()).isZero();
  }

  @Test
  void oneKindOfPairsAloneIsToldAndNotDrawn() throws IOException {
    for (String pairs : new String[] {"", "a\tb\t5\t0.969697\n", "a\tx\t5\t0.969697\n"}) {
      Evaluation e = evaluate(pairs, TRUTH, "");
      assertThat(e.tippett().rows()).isEmpty();
      assertThat(e.tippett().svg()).contains("Nothing to draw");
      assertThat(EvaluationText.text(e)).contains("Cllr                   NaN");
      assertThat(EvaluationText.json(e)).contains("\"cllr\":null");
    }
  }

  @Test
  void jsonHoldsWhatTheTextHolds() throws IOException {
    Evaluation e = evaluate(PAIRS, TRUTH, "");
    assertThat(EvaluationText.json(e))
        .contains(
            "\"default\":{\"f1\":0.571429,\"missed\":2,\"precision\":0.666667",
            "\"neverScored\":1",
            "\"subgroups\":[]");
  }
}

package dev.sextant.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.findings.Corroboration.Cited;
import dev.sextant.records.RecordKind;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Grade;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CorroborationTest {
  private static final Instant DAY = Instant.parse("2026-03-01T10:00:00Z");

  private static Support said(String exhibit, int at, String author, Instant when, String words) {
    Digest bytes = Digest.ofFields(exhibit, Integer.toString(at), words);
    return new Support(
        Digest.ofFields("record", exhibit, Integer.toString(at)),
        RecordKind.MESSAGE,
        new Platform("telegram"),
        "E-1",
        new Locator(Digest.ofFields(exhibit), "result.json", at, at + 10L, ""),
        new ClaimedTime(
            when,
            when.toString(),
            ClaimedTime.ZoneBasis.STATED,
            "UTC",
            ClaimedTime.Precision.SECOND),
        DAY,
        author,
        "telegram:" + author,
        words,
        "",
        false,
        bytes,
        "",
        null,
        List.of());
  }

  private static Cited alone(Support support) {
    return new Cited(support, "", false);
  }

  private static int count(Cited... cited) {
    return Corroboration.origins(List.of(cited)).size();
  }

  private static final Support ANNA =
      said("a", 0, "anna", DAY, "Two machines stand behind the brickyard wall");
  private static final Support BEN =
      said("b", 0, "ben", DAY.plusSeconds(90), "Saw a lorry at the canal tonight");

  @Test
  void twoPeopleInTheirOwnWordsAreTwo() {
    assertThat(count(alone(ANNA), alone(BEN))).isEqualTo(2);
  }

  @Test
  void theSamePersonOnTwoPlatformsIsOne() {
    assertThat(count(new Cited(ANNA, "", false, "e1", ""), new Cited(BEN, "", false, "e1", "")))
        .isEqualTo(1);
    assertThat(count(new Cited(ANNA, "", false, "e1", ""), new Cited(BEN, "", false, "e2", "")))
        .isEqualTo(2);
  }

  @Test
  void whatOnePairOfHandsBroughtIsOne() {
    assertThat(count(new Cited(ANNA, "x", false), new Cited(BEN, "x", false))).isEqualTo(1);
    assertThat(count(new Cited(ANNA, "x", false), new Cited(BEN, "y", false))).isEqualTo(2);
  }

  @Test
  void theSameBytesAreOne() {
    Support within = said("a", 4, "ben", DAY.plusSeconds(9), "Something else altogether here");
    assertThat(count(alone(ANNA), alone(within))).isEqualTo(1);
    Support beside = said("a", 10, "ben", DAY.plusSeconds(9), "Something else altogether here");
    assertThat(count(alone(ANNA), alone(beside))).isEqualTo(2);
  }

  @Test
  void whatPassesAnotherOnIsOneWithIt() {
    assertThat(count(alone(ANNA), new Cited(BEN, "", false, "", "anna"))).isEqualTo(1);
    assertThat(
            count(
                new Cited(ANNA, "", false, "", "x post 7"),
                new Cited(BEN, "", false, "", "x post 7")))
        .isEqualTo(1);
    assertThat(count(alone(ANNA), new Cited(BEN, "", false, "", "carl"))).isEqualTo(2);
  }

  @Test
  void oneMessageInTwoPeoplesExportsIsOne() {
    Support one = said("a", 0, "anna", DAY, "yes");
    Support same = said("b", 0, "+44 20 7946 0958", DAY, "yes");
    Support later = said("b", 0, "carl", DAY.plusSeconds(1), "yes");
    assertThat(count(alone(one), alone(same))).isEqualTo(1);
    assertThat(count(alone(one), alone(later))).isEqualTo(2);
  }

  @Test
  void everySchemesCorroboratedGradeNeedsTwo() {
    for (Grade grade :
        List.of(
            Grade.parse("UK-3x5x2", "1/B/P"),
            Grade.parse("ADMIRALTY", "A1"),
            Grade.parse("EUROPOL-4x4", "B3"))) {
      assertThat(Corroboration.blocking(grade, List.of(alone(ANNA))))
          .extracting(Remark::code)
          .containsExactly("SX-FIND-CORROBORATION");
      assertThat(Corroboration.blocking(grade, List.of(alone(ANNA), alone(BEN)))).isEmpty();
    }
    assertThat(
            Corroboration.blocking(
                Grade.parse("EUROPOL-4x4", "B2"), List.of(new Cited(ANNA, "t", true))))
        .extracting(Remark::code)
        .containsExactly("SX-FIND-TIP");
  }

  /* However they are ordered, the number of origins is the same, and another copy adds none. */
  @Test
  void copiesAddNothingInAnyOrder() {
    long seed = 40;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 100; round++) {
      List<Cited> cited = new ArrayList<>(List.of(alone(ANNA), alone(BEN)));
      for (int copy = 0; copy < 10; copy++) {
        Support of = random.nextBoolean() ? ANNA : BEN;
        cited.add(
            alone(
                said(
                    "c" + copy,
                    copy,
                    "p" + copy,
                    DAY.plusSeconds(copy + 300),
                    "RT " + of.words())));
      }
      Collections.shuffle(cited, random);
      assertThat(Corroboration.origins(cited)).hasSize(2);
    }
  }
}

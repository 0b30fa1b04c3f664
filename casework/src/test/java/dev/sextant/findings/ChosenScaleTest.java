package dev.sextant.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.authority.BadScope;
import dev.sextant.authority.Decision;
import dev.sextant.authority.JurisdictionPack;
import dev.sextant.authority.Law;
import dev.sextant.authority.LawKind;
import dev.sextant.authority.LawText;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scale with which new findings begin is the agency's choice, a part of its law. */
class ChosenScaleTest {
  private static final String PACK = JurisdictionPack.shipped("us-federal").text();

  private static String choosing(String scale) {
    String text = PACK.replaceFirst("(?m)^  scale: \\S+", "  scale: " + scale);
    assertThat(text).contains("\n  scale: " + scale + "\n");
    return text;
  }

  @ParameterizedTest
  @EnumSource(EstimateScale.class)
  void everyScaleThatAFindingKnowsCanBeChosen(EstimateScale scale) {
    LawText law = LawText.of(LawKind.PACK, choosing(scale.name()));
    assertThat(EstimateScale.chosen(JurisdictionPack.parse(law.body()))).isEqualTo(scale);
  }

  @Test
  void noOtherIsProposedAsLaw() {
    assertThatThrownBy(() -> LawText.of(LawKind.PACK, choosing("LIKERT")))
        .isInstanceOfSatisfying(
            BadScope.class,
            fault -> {
              assertThat(fault.code()).isEqualTo("SX-AUTH-RULES");
              assertThat(fault.line()).contains("findings.scale", "LIKERT");
              for (EstimateScale each : EstimateScale.values()) {
                assertThat(fault.line()).contains(each.name());
              }
            });
  }

  /** Proposed, approved by two others, notice, a day: until then new findings begin as before. */
  @Test
  void theChoiceChangesAsTheLawChanges() {
    try (TestHouse house = TestHouse.start()) {
      Law law = house.room().law();
      String why = "Our partners read the yardstick.";
      long next = JurisdictionPack.parse(PACK).version() + 1;
      LawText other =
          LawText.of(
              LawKind.PACK,
              choosing("PHIA").replaceFirst("(?m)^version: \\d+", "version: " + next));
      assertThat(EstimateScale.chosen(house.room().pack())).isEqualTo(EstimateScale.ICD_203);
      UUID change = law.propose(house.administrator(), other, why);
      law.decide(house.officer(), change, Decision.APPROVED, why);
      String text = law.decisionText(house.overseer(), change, Decision.APPROVED, why);
      law.decide(
          house.overseer(), change, Decision.APPROVED, why, house.overseerKey().sign(text).bytes());
      house.advance(Duration.ofHours(24).minusSeconds(1));
      law.inForce(LawKind.PACK);
      assertThat(EstimateScale.chosen(house.room().pack())).isEqualTo(EstimateScale.ICD_203);
      house.advance(Duration.ofSeconds(2));
      law.inForce(LawKind.PACK);
      assertThat(EstimateScale.chosen(house.room().pack())).isEqualTo(EstimateScale.PHIA);
    }
  }

  @Test
  void aPackFromBeforeItCouldBeChosenChoosesNone() {
    String before = PACK.replaceFirst("(?m)^findings:\n  scale: \\S+\n", "");
    assertThat(before).isNotEqualTo(PACK);
    LawText law = LawText.of(LawKind.PACK, before);
    assertThat(EstimateScale.chosen(JurisdictionPack.parse(law.body())))
        .isEqualTo(EstimateScale.NONE);
  }

  @Test
  void whatShipsChoosesOne() {
    assertThat(EstimateScale.chosen(JurisdictionPack.shipped("us-federal")))
        .isEqualTo(EstimateScale.ICD_203);
    assertThat(EstimateScale.chosen(JurisdictionPack.shipped("eu-led")))
        .isEqualTo(EstimateScale.PHIA);
  }
}

package dev.sextant.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.authority.policy.PolicyBundle;
import dev.sextant.authority.policy.Question;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Fault;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What ships as law, and how a house that holds an older or another one comes to it. */
class ShippedLawTest {
  private static final String WHY = "To bring the law of the house up to its program.";

  /* The bundle as it stood before findings were published, places redacted and bundles stamped. */
  private static LawText before(String more) {
    PolicyBundle now = PolicyBundle.shipped();
    Map<String, String> texts = new TreeMap<>(now.texts());
    if (!more.isEmpty()) {
      texts.put("9-own.cedar", more);
    }
    String schema = now.schema().replace("PUBLISH, ", "").replace(", TIMESTAMP, REDACT", "");
    return LawText.bundle(now.name(), now.version() - 1, schema, texts);
  }

  private static LawText packBefore(String permit) {
    String text = JurisdictionPack.shipped("us-federal").text();
    int from = text.indexOf("  # Why something may be taken out");
    int to = text.indexOf("\n\n", from);
    return LawText.of(
        LawKind.PACK,
        (text.substring(0, from) + text.substring(to + 1))
            .replaceFirst("(?m)^version: \\d+", "version: 1")
            .replaceFirst("longest: PT8H", "longest: " + permit));
  }

  @Test
  void everyTextThatShipsIsListedWithItsDigest() {
    assertThat(LawLag.everShipped())
        .as(
            "policies or packs changed: raise their version if the last was released, and put their"
                + " digests into policies/shipped.txt")
        .contains(
            LawText.shippedPolicies().digest().hex(),
            JurisdictionPack.shipped("us-federal").digest().hex(),
            JurisdictionPack.shipped("eu-led").digest().hex());
  }

  @Test
  void whatShipsIsNeverBehind() {
    assertThat(LawLag.of(LawText.shippedPolicies(), false)).isEmpty();
    assertThat(
            LawLag.of(LawText.of(LawKind.PACK, JurisdictionPack.shipped("eu-led").text()), false))
        .isEmpty();
  }

  @Test
  void anOlderBundleLacksItsStepsByName() {
    LawLag lag = LawLag.of(before(""), false).orElseThrow();
    assertThat(lag.missing()).containsExactly("PUBLISH", "REDACT", "TIMESTAMP");
    assertThat(lag.own()).isEmpty();
    assertThat(lag.fault().line())
        .startsWith("SX-AUTH-LAW-OLDER: ")
        .contains("PUBLISH, REDACT, TIMESTAMP")
        .contains("policy update");
  }

  @Test
  void anOlderPackLacksItsPathsAndKeepsTheHousesNumbers() {
    LawLag untouched = LawLag.of(packBefore("PT8H"), false).orElseThrow();
    assertThat(untouched.missing()).containsExactly("disclosure.redactions");
    assertThat(untouched.own()).isEmpty();
    LawLag own = LawLag.of(packBefore("PT4H"), false).orElseThrow();
    assertThat(own.own()).containsExactly("permit.longest");
    assertThatThrownBy(own::requireNothingLost)
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.code()).isEqualTo("SX-AUTH-LAW-OWN"));
    assertThat(LawLag.of(packBefore("PT4H"), true).orElseThrow().own()).isEmpty();
  }

  @Test
  void theHousesOwnForbidIsNotTakenAway() {
    String own = "@id(\"none\") @says(\"None.\") forbid (principal, action, resource);";
    assertThat(LawLag.of(before(own), false).orElseThrow().own()).containsExactly("none");
  }

  @Test
  void aHouseThatIsUpToDateProposesNothing() {
    try (TestHouse house = TestHouse.start()) {
      Law law = house.room().law();
      assertThat(law.lags()).isEmpty();
      assertThat(law.update(house.officer(), LawKind.POLICY, WHY)).isEmpty();
      assertThat(law.history()).hasSize(2);
    }
  }

  /* How long a permit that is asked for now lives. */
  private static Duration permitted(TestHouse house) {
    Permit permit =
        house.permit(
            Set.of(Selector.of(SelectorType.PHONE, "+447911123456")),
            Set.of(Platform.X),
            TestHouse.WIDE);
    return Duration.between(house.clock().instant(), permit.expires());
  }

  @Test
  void aHomeOfAnOlderProgramGoesOnAndTakesTheShippedLawUpWhenItsDelayIsOver() {
    TestHouse made = TestHouse.start(JurisdictionPack.parse(packBefore("PT4H").body()));
    Digest old = made.room().law().inForce(LawKind.PACK).digest();
    assertThat(permitted(made)).isEqualTo(Duration.ofHours(4));
    made.stop();
    try (TestHouse house = TestHouse.reopen(made.home(), made.access())) {
      Law law = house.room().law();
      assertThat(law.lags()).extracting(LawLag::kind).containsExactly(LawKind.PACK);
      assertThat(law.lags().getFirst().own()).isEmpty();
      assertThat(permitted(house)).as("it goes on").isEqualTo(Duration.ofHours(4));

      UUID change = law.update(house.administrator(), LawKind.PACK, WHY).orElseThrow();
      law.decide(house.officer(), change, Decision.APPROVED, WHY);
      house.advance(Duration.ofDays(3));
      assertThat(law.inForce(LawKind.PACK).digest()).as("one signature").isEqualTo(old);
      LawTest.oversee(house, change, Decision.APPROVED);
      assertThat(law.inForce(LawKind.PACK).digest()).as("approved").isEqualTo(old);
      house.advance(Duration.ofHours(24).minusSeconds(1));
      assertThat(law.inForce(LawKind.PACK).digest()).as("a second before").isEqualTo(old);
      assertThat(permitted(house)).as("nothing of it holds before").isEqualTo(Duration.ofHours(4));
      assertThat(law.lags()).hasSize(1);

      house.advance(Duration.ofSeconds(1));
      assertThat(permitted(house)).as("in force").isEqualTo(Duration.ofHours(8));
      assertThat(law.inForce(LawKind.PACK).digest())
          .isEqualTo(JurisdictionPack.shipped("us-federal").digest());
      assertThat(law.lags()).isEmpty();
      assertThat(law.update(house.administrator(), LawKind.PACK, WHY)).isEmpty();
    }
  }

  @Test
  void aHomeOfOlderPoliciesRefusesTheNewStepsUntilTheShippedOnesAreInForce() {
    PolicyBundle older = PolicyBundle.parse(before("").body());
    TestHouse made = TestHouse.start(JurisdictionPack.shipped("us-federal"), older);
    made.stop();
    TestHouse house = TestHouse.reopen(made.home(), made.access());
    Law law = house.room().law();
    assertThat(law.inForce(LawKind.POLICY).digest()).isEqualTo(before("").digest());
    assertThat(law.lags()).extracting(LawLag::kind).containsExactly(LawKind.POLICY);
    assertThat(publishing(house)).isEqualTo("SX-AUTH-LAW-OLDER");
    UUID change = law.update(house.administrator(), LawKind.POLICY, WHY).orElseThrow();
    law.decide(house.officer(), change, Decision.APPROVED, WHY);
    house.advance(Duration.ofDays(3));
    assertThat(publishing(house)).as("one signature").isEqualTo("SX-AUTH-LAW-OLDER");
    LawTest.oversee(house, change, Decision.APPROVED);
    house.advance(Duration.ofHours(24).minusSeconds(1));
    assertThat(publishing(house)).as("a second before").isEqualTo("SX-AUTH-LAW-OLDER");
    assertThat(law.inForce(LawKind.POLICY).digest()).isEqualTo(before("").digest());
    assertThat(law.lags()).hasSize(1);

    house.advance(Duration.ofSeconds(1));
    assertThat(publishing(house)).as("in force").isEmpty();
    assertThat(law.inForce(LawKind.POLICY).digest()).isEqualTo(LawText.shippedPolicies().digest());
    assertThat(law.lags()).isEmpty();
    assertThat(law.update(house.administrator(), LawKind.POLICY, WHY)).isEmpty();
    house.stop();
    try (TestHouse again = TestHouse.reopen(made.home(), made.access())) {
      assertThat(again.room().law().inForce(LawKind.POLICY).digest())
          .as("after a restart")
          .isEqualTo(LawText.shippedPolicies().digest());
    }
  }

  /* Under which code publishing is refused now; empty if it is not. */
  private static String publishing(TestHouse house) {
    Permit permit =
        house.permit(
            Set.of(Selector.of(SelectorType.PHONE, "+447911123456")),
            Set.of(Platform.X),
            TestHouse.WIDE);
    try (Act act = permit.begin(Step.PUBLISH, Particulars.none().token("what", "view"))) {
      act.done(Particulars.none());
      return "";
    } catch (Fault e) {
      return e.code();
    }
  }

  @Test
  void aStepUnknownToAnOlderBundleIsRefusedWithTheCure() {
    LawText old = before("");
    PolicyBundle bundle = PolicyBundle.parse(old.body());
    PolicyGuard guard = new PolicyGuard();
    guard.turn(PolicyGuard.InForce.of(bundle, PolicyEngines.here().judging(bundle)));
    Question asked =
        new Question(
            new Question.Clock(),
            "PUBLISH",
            new Question.Change("c", "p", Set.of()),
            new Question.Deed(Instant.EPOCH, false, false));
    PolicyGuard.Denial denial = guard.judge(asked, "findings").orElseThrow();
    assertThat(denial.refusal().code()).isEqualTo("SX-AUTH-LAW-OLDER");
    assertThat(List.of(denial.refusal().value())).containsExactly("PUBLISH");
  }
}

package dev.sextant.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.authority.policy.PolicyBundle;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Fault;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import dev.sextant.terms.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The policies at the gate of a real house: what they refuse, and what the log then says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyGateTest {
  private static final Selector PHONE = Selector.of(SelectorType.PHONE, "+447911123456");

  private TestHouse house;
  private Permit permit;

  @BeforeAll
  void start() {
    house = TestHouse.start();
    permit = house.permit(Set.of(PHONE), Set.of(Platform.TELEGRAM), TestHouse.WIDE);
  }

  @AfterAll
  void stop() {
    house.close();
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Fault.class, e -> assertThat(e.code()).as(e.line()).isEqualTo(code));
  }

  private Map<String, @Nullable Object> newest(String kind) {
    house.ledger().checkpoint();
    for (long leaf = house.ledger().size() - 1; leaf >= 0; leaf--) {
      Map<String, @Nullable Object> entry =
          CanonicalJson.readObject(house.ledger().view().entry(leaf));
      if (kind.equals(entry.get("kind"))) {
        return entry;
      }
    }
    throw new AssertionError("no " + kind);
  }

  @Test
  void aRefusalNamesThePolicyAndTheLogSaysSo() {
    refused(
        "SX-AUTH-PLATFORM",
        () ->
            permit.begin(
                Step.SEARCH, Particulars.none().within(Set.of(Platform.X), Span.always())));
    assertThat(newest("refusal"))
        .containsEntry("code", "SX-AUTH-PLATFORM")
        .containsEntry("by", List.of("named-platforms"))
        .containsEntry("step", "SEARCH")
        .containsKeys("policy", "pack", "permit");
  }

  @Test
  void protectedActivityIsRefusedAndNotLoggedInClear() {
    refused(
        "SX-AUTH-PROTECTED",
        () ->
            permit.begin(Step.SEARCH, Particulars.none().asks("who spoke at the pro-test rally")));
    assertThat(newest("refusal").toString()).doesNotContain("rally").contains("protected-activity");
    refused(
        "SX-AUTH-SPECIAL-CATEGORY",
        () -> permit.begin(Step.SEARCH, Particulars.none().asks("Religion : x")));
  }

  @Test
  void aScoreAloneCollectsNothing() {
    refused("SX-AUTH-SCORE", () -> permit.begin(Step.READ, Particulars.none().onScoreAlone()));
    refused(
        "SX-AUTH-WINDOW",
        () ->
            permit.begin(
                Step.READ,
                Particulars.none()
                    .within(
                        Set.of(Platform.TELEGRAM),
                        Span.between(Instant.EPOCH, Instant.parse("2041-01-01T00:00:00Z")))));
  }

  @Test
  void whoeverWasNotInstructedTakesNoStepUntilHeIs() {
    try (TestHouse own = TestHouse.start()) {
      own.advance(Duration.ofDays(731));
      Permit late = own.permit(Set.of(PHONE), Set.of(Platform.TELEGRAM), TestHouse.WIDE);
      refused("SX-AUTH-TRAINING", () -> late.begin(Step.SEARCH, Particulars.none()));
      refused("SX-AUTH-ROLE", () -> own.room().training().record(own.officer(), own.analyst()));
      own.room().training().record(own.administrator(), own.analyst());
      late.begin(Step.SEARCH, Particulars.none()).close();
    }
  }

  @Test
  void aDeedThatNoPolicyKnowsIsRefused() {
    PolicyBundle shipped = PolicyBundle.shipped();
    Map<String, String> texts = new TreeMap<>(shipped.texts());
    texts.computeIfPresent(
        "3-register.cedar", (file, text) -> text.replace("@id(\"opening-cases\")", "@id(\"x\")"));
    assertThat(new PolicyBundle("other", 1, shipped.schema(), texts).digest())
        .isNotEqualTo(shipped.digest());
    // The overseer opens no case, and it is no policy's forbid: nothing permits it.
    refused("SX-AUTH-ROLE", () -> house.cases().open(house.overseer(), "A case of my own"));
    assertThat(newest("outcome"))
        .containsEntry("outcome", "REFUSED")
        .containsEntry("code", "SX-AUTH-ROLE");
  }

  @Test
  void whereCedarCannotBeLoadedTheModelJudgesTheShippedBundleOnly() {
    PolicyEngines none = new PolicyEngines("UnsatisfiedLinkError");
    PolicyBundle shipped = PolicyBundle.shipped();
    assertThat(none.judging(shipped).engine()).isEqualTo("REFERENCE");
    PolicyBundle other = new PolicyBundle(shipped.name(), 9, shipped.schema(), shipped.texts());
    refused("SX-AUTH-LAW-ENGINE", () -> none.judging(other));
    none.requireWayBack(shipped);
  }
}

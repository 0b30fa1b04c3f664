package dev.sextant.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermitTest {
  private static final Selector PHONE = Selector.of(SelectorType.PHONE, "+447911123456");

  private TestHouse house;

  @BeforeAll
  void start() {
    house = TestHouse.start();
  }

  @AfterAll
  void stop() {
    house.close();
  }

  private Permit permit() {
    return house.permit(Set.of(PHONE), Set.of(Platform.TELEGRAM), TestHouse.WIDE);
  }

  @Test
  void anActIsLoggedBeforeAndAfterItsWork() {
    Permit permit = permit();
    long leaf;
    try (Act act = permit.begin(Step.SEARCH, Particulars.none().selector("phone", PHONE))) {
      leaf = act.intentLeaf();
      assertThat(house.ledger().size()).isEqualTo(leaf + 1);
      act.done(Particulars.none().number("rows", 3));
    }
    List<Cases.Logged> acts = house.cases().acts(house.analyst(), permit.caseId(), leaf, 10);
    assertThat(acts).hasSize(2);
    Map<String, @Nullable Object> intent = acts.getFirst().entry();
    assertThat(intent)
        .containsEntry("kind", "intent")
        .containsEntry("step", "SEARCH")
        .containsEntry("class", "CONSULTATION")
        .containsEntry("actor", house.analyst().toString())
        .containsEntry("permit", permit.id().toString());
    assertThat(intent.toString()).doesNotContain("447911123456").contains("phone=hmac:");
    assertThat(acts.getLast().entry())
        .containsEntry("kind", "outcome")
        .containsEntry("outcome", "DONE")
        .containsEntry("intent", leaf);
  }

  @Test
  void anActClosedWithoutAnOutcomeHasFailed() {
    Permit permit = permit();
    long leaf;
    try (Act act = permit.begin(Step.READ, Particulars.none())) {
      leaf = act.intentLeaf();
    }
    assertThat(house.cases().acts(house.officer(), permit.caseId(), leaf, 10).getLast().entry())
        .containsEntry("outcome", "FAILED")
        .containsEntry("code", "SX-AUTH-ACT-UNFINISHED");
  }

  @Test
  void aPermitDiesWithItsTime() {
    try (TestHouse own = TestHouse.start()) {
      Permit permit = own.permit(Set.of(PHONE), Set.of(Platform.TELEGRAM), TestHouse.WIDE);
      own.advance(Duration.ofHours(7));
      try (Act act = permit.begin(Step.VIEW, Particulars.none())) {
        act.done();
      }
      own.advance(Duration.ofHours(1));
      assertThatThrownBy(() -> permit.begin(Step.VIEW, Particulars.none()))
          .isInstanceOfSatisfying(
              Refused.Leave.class, e -> assertThat(e.code()).isEqualTo("SX-AUTH-PERMIT-DEAD"));
    }
  }

  @Test
  void aPermitDiesWithItsAuthorityAndWorkUnderWayIsCutOff() {
    Permit permit = permit();
    try (Act act = permit.begin(Step.SEARCH, Particulars.none())) {
      assertThat(caseSeen(act)).isEqualTo(permit.caseId().value());
      house.authorities().suspend(house.overseer(), permit.authority(), "A complaint came in.");
      assertThatThrownBy(() -> caseSeen(act)).isInstanceOf(Refused.Leave.class);
    }
    assertThatThrownBy(() -> permit.begin(Step.SEARCH, Particulars.none()))
        .isInstanceOf(Refused.Leave.class);
    assertThatThrownBy(() -> house.permit(house.analyst(), permit.authority()))
        .isInstanceOfSatisfying(
            Refused.Leave.class, e -> assertThat(e.code()).isEqualTo("SX-AUTH-SUSPENDED"));
  }

  private Object caseSeen(Act act) {
    return house
        .door()
        .within(act, sql -> sql.jdbc().sql("select sextant.permit_case()").query().singleValue());
  }
}

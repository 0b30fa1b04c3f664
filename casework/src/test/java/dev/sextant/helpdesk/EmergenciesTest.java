package dev.sextant.helpdesk;

import static dev.sextant.helpdesk.DeskCase.draft;
import static dev.sextant.helpdesk.SubscriberField.NAME;
import static dev.sextant.helpdesk.TrafficField.LOGIN_HISTORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.sextant.TestHouse;
import dev.sextant.helpdesk.RequestDraft.IssuerPart;
import dev.sextant.terms.Fault;
import dev.sextant.terms.RequestId;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An emergency is reviewed from outside, and is not a habit. */
class EmergenciesTest {
  private TestHouse house;
  private DeskCase of;

  @BeforeEach
  void start() {
    house = TestHouse.start();
    of = DeskCase.in(house);
  }

  @AfterEach
  void stop() {
    house.close();
  }

  private static void refused(String code, ThrowingCallable what) {
    assertThatThrownBy(what)
        .asInstanceOf(type(Fault.class))
        .satisfies(f -> assertThat(f.code()).isEqualTo(code));
  }

  private RequestId emergency() {
    return of.served(
        of.emergency(LOGIN_HISTORY), draft(InstrumentKind.EMERGENCY_DISCLOSURE, IssuerPart.AGENCY));
  }

  private RequestId ordinary() {
    return of.served(of.ask(NAME), draft(InstrumentKind.SUBPOENA, IssuerPart.PROSECUTOR));
  }

  @Test
  void aHabitRaisesTheAlarmAndSuspendsTheUnitUntilTheOverseerLiftsIt() {
    for (int i = 0; i < 4; i++) {
      ordinary();
    }
    RequestId first = emergency(); // One of five: twenty percent, which is not above the bound.
    assertThat(of.desk().emergencies().use().stop()).isNull();
    RequestId second = emergency(); // Two of six.
    Emergencies.Use use = of.desk().emergencies().use();
    assertThat(use.percent()).isEqualTo(33);
    assertThat(use.stop())
        .isNotNull()
        .extracting(Emergencies.Stop::code)
        .isEqualTo("SX-HELP-EMERGENCY-RATIO");
    refused("SX-HELP-EMERGENCY-STOPPED", this::emergency);
    ordinary();
    refused(
        "SX-AUTH-ROLE",
        () -> of.desk().emergencies().lift(house.officer(), "It will not happen again."));
    of.desk()
        .emergencies()
        .review(house.overseer(), of.caseId(), first, true, "A driver was held.");
    of.desk()
        .emergencies()
        .review(house.overseer(), of.caseId(), second, false, "Nothing pressed.");
    of.desk().emergencies().lift(house.overseer(), "The unit was instructed anew.");
    assertThat(of.desk().emergencies().use().stop()).isNull();
    emergency();
    assertThat(of.desk().emergencies().use().stop())
        .as("one request says nothing of a habit")
        .isNull();
  }

  @Test
  void anUnreviewedEmergencyStopsTheNextOne() {
    emergency();
    assertThat(of.desk().due(house.overseer(), of.caseId()))
        .filteredOn(d -> d.kind() == Deadline.Kind.EMERGENCY_REVIEW)
        .singleElement()
        .satisfies(
            d -> assertThat(d.due()).isEqualTo(house.clock().instant().plus(Duration.ofHours(48))));
    RequestId second =
        of.drafted(
            of.emergency(LOGIN_HISTORY),
            draft(InstrumentKind.EMERGENCY_DISCLOSURE, IssuerPart.AGENCY));
    of.issued(second);
    house.advance(Duration.ofHours(49));
    refused(
        "SX-HELP-EMERGENCY-STOPPED",
        () ->
            of.desk().serve(of.lena(), of.caseId(), second, "portal", "", house.clock().instant()));
    assertThat(of.desk().emergencies().use().stop()).isNotNull();
    refused(
        "SX-HELP-EMERGENCY-UNREVIEWED",
        () -> of.desk().emergencies().lift(house.overseer(), "Carry on as before."));
  }
}

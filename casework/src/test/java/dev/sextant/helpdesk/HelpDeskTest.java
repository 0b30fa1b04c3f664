package dev.sextant.helpdesk;

import static dev.sextant.helpdesk.ContentField.MESSAGES;
import static dev.sextant.helpdesk.DeskCase.draft;
import static dev.sextant.helpdesk.SubscriberField.NAME;
import static dev.sextant.helpdesk.SubscriberField.SUBSCRIBER_NUMBER;
import static dev.sextant.helpdesk.TrafficField.LOGIN_HISTORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.sextant.TestHouse;
import dev.sextant.authority.Cases;
import dev.sextant.helpdesk.Advice.Fit;
import dev.sextant.helpdesk.RequestDraft.IssuerPart;
import dev.sextant.terms.Fault;
import dev.sextant.terms.RequestId;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import dev.sextant.terms.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HelpDeskTest {
  private TestHouse house;
  private DeskCase of;

  @BeforeAll
  void start() {
    house = TestHouse.start();
    of = DeskCase.in(house);
  }

  @AfterAll
  void stop() {
    house.close();
  }

  private static void refused(String code, ThrowingCallable what) {
    assertThatThrownBy(what)
        .asInstanceOf(type(Fault.class))
        .satisfies(f -> assertThat(f.code()).isEqualTo(code))
        .satisfies(f -> assertThat(f.cure()).isNotBlank());
  }

  private HelpDesk desk() {
    return of.desk();
  }

  @Test
  void proposesTheLowestRungAndSaysWhyNoOther() {
    Instant now = house.clock().instant();
    Advice name = desk().advise(of.ask(NAME), now);
    assertThat(name.proposed()).isEqualTo(InstrumentKind.SUBPOENA);
    assertThat(name.preservation()).isEqualTo(InstrumentKind.PRESERVATION_LETTER);
    assertThat(name.rungs())
        .extracting(Advice.Rung::fit)
        .containsExactly(Fit.SUFFICIENT, Fit.NOT_NEEDED, Fit.NOT_NEEDED);
    assertThat(name.rungs().get(2).why()).contains("content").contains("suffices");
    Advice logins = desk().advise(of.ask(NAME, LOGIN_HISTORY), now);
    assertThat(logins.proposed()).isEqualTo(InstrumentKind.COURT_ORDER);
    assertThat(logins.rungs().getFirst().fit()).isEqualTo(Fit.TOO_LOW);
    assertThat(logins.rungs().getFirst().why()).contains("log-ins");
    Advice words = desk().advise(of.ask(NAME, MESSAGES), now);
    assertThat(words.proposed()).isEqualTo(InstrumentKind.SEARCH_WARRANT);
    assertThat(words.warnings())
        .anyMatch(w -> w.contains("No preservation stands"))
        .anyMatch(w -> w.contains("never checked"))
        .anyMatch(w -> w.contains("does not hold or give: content of messages"));
    assertThat(desk().advise(of.ask(), now).proposed())
        .isEqualTo(InstrumentKind.PRESERVATION_LETTER);
    refused(
        "SX-HELP-WANTED",
        () -> of.drafted(of.ask(), draft(InstrumentKind.SUBPOENA, IssuerPart.PROSECUTOR)));
  }

  @Test
  void walksFromIntakeToCloseWithEachStepInTheLog() {
    RequestId id =
        of.served(of.ask(NAME, MESSAGES), draft(InstrumentKind.SEARCH_WARRANT, IssuerPart.JUDGE));
    desk().answered(of.lena(), of.caseId(), id, HelpDesk.Answer.ACKNOWLEDGED, "Working on it");
    LegalRequest request = of.request(id);
    assertThat(request.state()).isEqualTo(RequestState.ACKNOWLEDGED);
    assertThat(request.history())
        .extracting(RequestStep::deed)
        .containsExactly(
            "PROCESS_ADVISE",
            "PROCESS_DRAFT",
            "PROCESS_SUBMIT",
            "PROCESS_REVIEW",
            "PROCESS_ISSUE",
            "PROCESS_SERVE",
            "PROCESS_ANSWER");
    List<Cases.Logged> acts = house.cases().acts(house.analyst(), of.caseId(), 0, 1_000);
    for (RequestStep step : request.history()) {
      assertThat(acts)
          .anySatisfy(act -> {
            assertThat(act.leaf()).isEqualTo(step.leaf());
            assertThat(act.entry()).containsEntry("step", step.deed());
          });
    }
    assertThat(acts.toString()).doesNotContain("stolen").doesNotContain("platform_id@");
  }

  @Test
  void whoeverDraftedDoesNotReview() {
    RequestId id = of.drafted(of.ask(NAME), draft(InstrumentKind.SUBPOENA, IssuerPart.PROSECUTOR));
    desk().submit(of.lena(), of.caseId(), id);
    refused(
        "SX-HELP-FOUR-EYES",
        () -> desk().review(of.lena(), of.caseId(), id, true, "I find it excellent."));
    refused(
        "SX-HELP-FOUR-EYES",
        () -> desk().issue(of.lena(), of.caseId(), id, "x", house.clock().instant()));
    assertThat(house.cases().acts(house.analyst(), of.caseId(), 0, 10_000))
        .anySatisfy(act ->
            assertThat(act.entry())
                .containsEntry("outcome", "REFUSED")
                .containsEntry("code", "SX-HELP-FOUR-EYES"));
    desk().review(of.leo(), of.caseId(), id, false, "Name the statute, please.");
    assertThat(of.request(id).state()).isEqualTo(RequestState.DRAFT);
    desk().draft(of.lena(), of.caseId(), id, draft(InstrumentKind.SUBPOENA, IssuerPart.PROSECUTOR));
    of.issued(id);
    assertThat(of.request(id).state()).isEqualTo(RequestState.ISSUED);
  }

  @Test
  void theDatabaseItselfWantsFourEyesAndKeepsWhatWasReviewed() {
    RequestId id = of.drafted(of.ask(NAME), draft(InstrumentKind.SUBPOENA, IssuerPart.PROSECUTOR));
    desk().submit(of.lena(), of.caseId(), id);
    JdbcClient application = JdbcClient.create(house.application());
    assertThat(application.sql("select count(*) from legal_request").query(Long.class).single())
        .as("a connection that names no case sees no papers")
        .isZero();
    assertThatThrownBy(() ->
            house
                .room()
                .papers()
                .read(
                    of.caseId(),
                    d ->
                        d.jdbc()
                            .sql("update legal_request set state = 'ISSUED' where id = ?")
                            .param(id.value())
                            .update()))
        .asInstanceOf(type(Fault.class))
        .satisfies(f -> assertThat(f.value()).contains("SX001"));
    assertThat(of.request(id).state()).isEqualTo(RequestState.LEGAL_REVIEW);
  }

  @Test
  void theMatrixAndTheBoundsHoldAtTheBorder() {
    refused(
        "SX-HELP-MATRIX",
        () ->
            of.drafted(
                of.ask(NAME, MESSAGES), draft(InstrumentKind.SUBPOENA, IssuerPart.PROSECUTOR)));
    refused(
        "SX-HELP-ISSUER",
        () ->
            of.drafted(
                of.ask(NAME, MESSAGES),
                draft(InstrumentKind.SEARCH_WARRANT, IssuerPart.PROSECUTOR)));
    refused(
        "SX-HELP-JURISDICTION",
        () -> of.drafted(of.ask(NAME), draft(InstrumentKind.EPOC_SUBSCRIBER, IssuerPart.JUDGE)));
    refused(
        "SX-HELP-LEAST",
        () -> of.drafted(of.ask(NAME), draft(InstrumentKind.SEARCH_WARRANT, IssuerPart.JUDGE)));
    Ask ask = of.ask(NAME);
    Selector other = Selector.of(SelectorType.EMAIL, "someone@example.org");
    refused(
        "SX-HELP-SELECTOR",
        () ->
            desk()
                .intake(
                    of.lena(),
                    of.caseId(),
                    new Ask(
                        ask.authority(),
                        ask.provider(),
                        List.of(other),
                        ask.range(),
                        ask.zone(),
                        ask.wanted(),
                        "")));
    refused(
        "SX-HELP-PLATFORM",
        () ->
            desk()
                .intake(
                    of.lena(),
                    of.caseId(),
                    new Ask(
                        ask.authority(),
                        "kik",
                        ask.selectors(),
                        ask.range(),
                        ask.zone(),
                        ask.wanted(),
                        "")));
    refused(
        "SX-HELP-RANGE",
        () ->
            desk()
                .intake(
                    of.lena(),
                    of.caseId(),
                    new Ask(
                        ask.authority(),
                        ask.provider(),
                        ask.selectors(),
                        Span.always(),
                        ask.zone(),
                        ask.wanted(),
                        "")));
  }

  @Test
  void nothingIsAskedUnderAnAuthorityThatIsNotInForce() {
    DeskCase ended = DeskCase.in(house);
    RequestId id =
        ended.drafted(ended.ask(NAME), draft(InstrumentKind.SUBPOENA, IssuerPart.PROSECUTOR));
    ended.issued(id);
    house.authorities().suspend(house.officer(), ended.authority(), "Something is not right here.");
    refused(
        "SX-AUTH-NOT-LIVING",
        () ->
            desk().serve(ended.lena(), ended.caseId(), id, "portal", "", house.clock().instant()));
    refused(
        "SX-AUTH-NOT-LIVING", () -> desk().intake(ended.lena(), ended.caseId(), ended.ask(NAME)));
  }

  @Test
  void aPreservationRunsNinetyDaysAndNinetyMoreInTheZonesCalendar() {
    TestHouse own = TestHouse.start();
    try {
      DeskCase one = DeskCase.in(own);
      own.advance(Duration.between(own.clock().instant(), Instant.parse("2026-06-10T16:00:00Z")));
      RequestId id =
          one.served(one.ask(), draft(InstrumentKind.PRESERVATION_LETTER, IssuerPart.AGENCY));
      one.desk().answered(one.lena(), one.caseId(), id, HelpDesk.Answer.ACKNOWLEDGED, "Kept");
      assertThat(one.request(id).state()).isEqualTo(RequestState.PRESERVED);
      assertThat(due(one, Deadline.Kind.PRESERVATION_ENDS))
          .isEqualTo(Instant.parse("2026-09-08T16:00:00Z"));
      assertThat(
              one.desk()
                  .advise(
                      one.lena(),
                      one.caseId(),
                      one.desk().intake(one.lena(), one.caseId(), one.ask(NAME)))
                  .preserved())
          .isTrue();
      one.desk().renew(one.lena(), one.caseId(), id, "REF-2");
      // Noon in New York is one hour later in universal time once summer time is over.
      assertThat(due(one, Deadline.Kind.PRESERVATION_ENDS))
          .isEqualTo(Instant.parse("2026-12-07T17:00:00Z"));
      refused("SX-HELP-RENEWED", () -> one.desk().renew(one.lena(), one.caseId(), id, "REF-3"));
    } finally {
      own.close();
    }
  }

  private static Instant due(DeskCase one, Deadline.Kind kind) {
    return one.desk().due(one.lena(), one.caseId()).stream()
        .filter(d -> d.kind() == kind)
        .findFirst()
        .orElseThrow()
        .due();
  }

  @Test
  void strangersToACaseSeeNoRequest() {
    RequestId id =
        of.drafted(
            of.ask(SUBSCRIBER_NUMBER), draft(InstrumentKind.SUBPOENA, IssuerPart.PROSECUTOR));
    var stranger = house.enrol("stranger", "Sam Stranger", dev.sextant.authority.Role.ANALYST).id();
    assertThat(desk().requests(stranger, of.caseId())).isEmpty();
    refused("SX-HELP-REQUEST-ABSENT", () -> desk().request(stranger, of.caseId(), id));
    refused("SX-HELP-PART", () -> desk().intake(stranger, of.caseId(), of.ask(NAME)));
    assertThat(desk().requests(house.analyst(), of.caseId()))
        .extracting(LegalRequest::id)
        .contains(id);
  }

  @Test
  void playbooksAreReadAndOldOnesWarn() {
    assertThat(desk().playbooks().all()).hasSizeGreaterThanOrEqualTo(9);
    Instant now = Instant.parse("2026-06-01T00:00:00Z");
    for (Playbook playbook : desk().playbooks().all()) {
      assertThat(playbook.facts()).as(playbook.provider()).isNotEmpty();
      assertThat(playbook.facts()).allSatisfy(f -> assertThat(f.source()).isNotBlank());
      assertThat(playbook.warnings(Duration.ofDays(90), now)).as(playbook.provider()).isNotEmpty();
    }
    assertThat(
            desk()
                .playbooks()
                .of("discord")
                .stale(Duration.ofDays(90), Instant.parse("2024-03-01T00:00:00Z")))
        .isFalse();
    assertThat(desk().playbooks().of("discord").stale(Duration.ofDays(90), now)).isTrue();
  }

  @Test
  void everyPackSaysWhatEachOfItsInstrumentsNeeds() {
    for (String name : List.of("us-federal", "eu-led")) {
      ProcessLaw law = new ProcessLaw(dev.sextant.authority.JurisdictionPack.shipped(name));
      for (InstrumentKind kind : law.ladder()) {
        assertThat(law.threshold(kind)).isNotBlank();
        assertThat(law.source(kind)).isNotBlank();
        assertThat(law.clock(kind, "answerWithin")).isPresent();
      }
      assertThat(law.preservation().preserves()).isTrue();
      assertThat(law.clock(law.preservation(), "keeps")).isPresent();
      assertThat(Set.of(law.reviewWithin(), law.emergencyWindow())).doesNotContain(Duration.ZERO);
    }
  }
}

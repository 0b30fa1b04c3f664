package dev.sextant.helpdesk;

import static dev.sextant.helpdesk.ContentField.MESSAGES;
import static dev.sextant.helpdesk.DeskCase.draft;
import static dev.sextant.helpdesk.SubscriberField.NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.sextant.TestHouse;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.authority.Verdict;
import dev.sextant.custody.Acquisition;
import dev.sextant.custody.Exhibit;
import dev.sextant.helpdesk.ProviderReturn.Paper;
import dev.sextant.helpdesk.RequestDraft.IssuerDraft;
import dev.sextant.helpdesk.RequestDraft.IssuerPart;
import dev.sextant.helpdesk.RequestDraft.Privilege;
import dev.sextant.records.ReadReport;
import dev.sextant.records.RecordQuery;
import dev.sextant.records.TelegramSample;
import dev.sextant.records.TelegramSample.Said;
import dev.sextant.terms.Fault;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.RequestId;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What comes back is read by the terms of what was asked, whoever reads it. */
@NullUnmarked // What is null where it must not be fails the test by itself.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReturnsTest {
  private static final Instant IN = Instant.parse("2026-03-02T10:00:00Z");
  private static final Selector LAWYER =
      Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "500");

  private TestHouse house;

  @BeforeAll
  void start() {
    house = TestHouse.start();
  }

  @AfterAll
  void stop() {
    house.close();
  }

  private static void refused(String code, ThrowingCallable what) {
    assertThatThrownBy(what)
        .asInstanceOf(type(Fault.class))
        .satisfies(f -> assertThat(f.code()).isEqualTo(code));
  }

  /** Anna's chats: in time, out of time, with her lawyer; and a chat that she takes no part in. */
  private static byte[] export() {
    return new TelegramSample()
        .chat(200, new Said(100, IN, "inside one"), new Said(200, IN.plusSeconds(60), "inside two"))
        .chat(400, new Said(100, Instant.parse("2025-12-01T10:00:00Z"), "before the range"))
        .chat(500, new Said(500, IN, "privileged advice"))
        .bytes();
  }

  private Exhibit sealed(Permit permit, String how, byte[] bytes, @Nullable RequestId request) {
    Acquisition acquisition =
        new Acquisition(
            how,
            "sextant/test",
            permit.actor(),
            house.clock().instant(),
            "result.json",
            null,
            request);
    return house
        .custody()
        .seal(permit, acquisition, new ByteArrayInputStream(bytes), Progress.silent());
  }

  private ProviderReturn tie(
      DeskCase one, Permit permit, RequestId request, Exhibit exhibit, String hash) {
    return one.desk()
        .returns()
        .received(
            permit.actor(),
            one.caseId(),
            request,
            new Returns.Sealed(exhibit.id(), exhibit.digest(), permit.authority()),
            new Paper(hash, "R. Keeper", "Certificate of 2 June 2026", false, ""));
  }

  private static RequestDraft warrant(Set<Selector> privileged) {
    RequestDraft plain = draft(InstrumentKind.SEARCH_WARRANT, IssuerPart.JUDGE);
    return new RequestDraft(
        plain.instrument(),
        plain.grounds(),
        plain.issuer(),
        plain.secrecy(),
        new Privilege("Sealed for a filter officer.", privileged),
        null);
  }

  private static Map<String, Long> sealedBy(ReadReport report) {
    Map<String, Long> sealed = new TreeMap<>();
    report.counts().sealedBy().forEach((verdict, count) -> sealed.put(verdict.name(), count));
    return sealed;
  }

  @Test
  void aReturnIsJudgedByItsRequestBeforeAnybodySeesIt() {
    DeskCase one = DeskCase.in(house);
    RequestId id = one.served(one.ask(NAME, MESSAGES), warrant(Set.of(LAWYER)));
    Permit ana = one.permit();
    Exhibit exhibit = sealed(ana, "PROVIDER_RETURN", export(), id);
    refused("SX-HELP-UNTIED", () -> house.records().read(ana, exhibit.id(), Progress.silent()));
    tie(one, ana, id, exhibit, exhibit.digest().hex());
    ReadReport report = house.records().read(ana, exhibit.id(), Progress.silent());
    assertThat(report.counts().sealedBy())
        .containsEntry(Verdict.SEALED_TIME, 1L)
        .containsEntry(Verdict.SEALED_PRIVILEGED, 1L);
    assertThat(house.records().search(ana, RecordQuery.of("inside")).total()).isEqualTo(2);
    assertThat(house.records().search(ana, RecordQuery.of("privileged")).total()).isZero();
    assertThat(house.records().search(ana, RecordQuery.of("before")).total()).isZero();
    RequestState state =
        one.desk()
            .returns()
            .checked(
                ana.actor(),
                one.caseId(),
                id,
                exhibit.id(),
                report.counts().records(),
                sealedBy(report));
    assertThat(state).isEqualTo(RequestState.SEALED_OVERPRODUCTION);
    LegalRequest request = one.request(id);
    assertThat(request.returns().getFirst().hashHolds()).isTrue();
    assertThat(request.returns().getFirst().check()).satisfies(c -> assertThat(c).isNotNull());
    refused(
        "SX-HELP-STATE",
        () ->
            one.desk()
                .returns()
                .interpreted(one.lena(), one.caseId(), id, "By the provider's glossary."));
    refused(
        "SX-AUTH-ROLE",
        () ->
            one.desk()
                .returns()
                .dispose(ana.actor(), one.caseId(), id, Returns.Disposal.DESTROY, "Not ordered."));
    one.desk()
        .returns()
        .dispose(
            one.fay(), one.caseId(), id, Returns.Disposal.DESTROY, "Outside the warrant's dates.");
    one.desk()
        .returns()
        .interpreted(one.lena(), one.caseId(), id, "By the provider's glossary of 2026.");
    one.desk().returns().noticed(one.lena(), one.caseId(), id, "Letter to the account's holder.");
    one.desk().returns().close(one.lena(), one.caseId(), id, "Two messages used in the finding.");
    assertThat(one.request(id).state()).isEqualTo(RequestState.CLOSED);
    assertThat(one.desk().due(one.lena(), one.caseId())).isEmpty();
  }

  @Test
  void aSubpoenasReturnThatHoldsMessagesShowsNone() {
    DeskCase one = DeskCase.in(house);
    RequestId id = one.served(one.ask(NAME), draft(InstrumentKind.SUBPOENA, IssuerPart.PROSECUTOR));
    Permit ana = one.permit();
    Exhibit exhibit = sealed(ana, "PROVIDER_RETURN", export(), id);
    tie(one, ana, id, exhibit, "");
    ReadReport report = house.records().read(ana, exhibit.id(), Progress.silent());
    assertThat(report.counts().sealedBy().get(Verdict.SEALED_CATEGORY)).isGreaterThanOrEqualTo(2);
    assertThat(house.records().search(ana, RecordQuery.of("inside")).total()).isZero();
    assertThat(report.counts().byKind()).containsOnlyKeys(dev.sextant.records.RecordKind.PROFILE);
  }

  @Test
  void callingTheSameBytesAnUploadChangesNothing() {
    DeskCase one = DeskCase.in(house);
    RequestId id = one.served(one.ask(NAME), draft(InstrumentKind.SUBPOENA, IssuerPart.PROSECUTOR));
    Permit ana = one.permit();
    Exhibit upload = sealed(ana, "UPLOAD", export(), null);
    Exhibit returned = sealed(ana, "PROVIDER_RETURN", export(), id);
    assertThat(returned.id()).isEqualTo(upload.id());
    tie(one, ana, id, returned, "");
    house.records().read(ana, upload.id(), Progress.silent());
    assertThat(house.records().search(ana, RecordQuery.of("inside")).total()).isZero();
  }

  @Test
  void bytesThatAreNotTheProvidersAreReadByNobody() {
    DeskCase one = DeskCase.in(house);
    RequestId id = one.served(one.ask(NAME, MESSAGES), warrant(Set.of()));
    Permit ana = one.permit();
    Exhibit exhibit = sealed(ana, "PROVIDER_RETURN", export(), id);
    ProviderReturn tied = tie(one, ana, id, exhibit, "00".repeat(32));
    assertThat(tied.hashHolds()).isFalse();
    refused(
        "SX-HELP-HASH-DIFFERS", () -> house.records().read(ana, exhibit.id(), Progress.silent()));
    refused(
        "SX-HELP-HASH",
        () -> tie(one, ana, id, sealed(ana, "PROVIDER_RETURN", "x".getBytes(), id), "beef"));
  }

  @Test
  void anotherAccountsDataAreSealedAndTheProviderIsTold() {
    DeskCase one = DeskCase.in(house, Set.of(DeskCase.NAMED, DeskCase.STRANGER));
    RequestId id = one.served(one.ask(NAME, MESSAGES), warrant(Set.of()));
    Permit ana = one.permit();
    byte[] wrong =
        new TelegramSample()
            .chat(200, new Said(100, IN, "inside one"))
            .chat(
                300,
                new Said(300, IN, "somebody else entirely"),
                new Said(300, IN.plusSeconds(5), "and more"))
            .bytes()
            .clone();
    Exhibit exhibit = sealed(ana, "PROVIDER_RETURN", strangers(wrong), id);
    tie(one, ana, id, exhibit, "");
    ReadReport report = house.records().read(ana, exhibit.id(), Progress.silent());
    assertThat(report.counts().sealedBy()).containsKey(Verdict.SEALED_SELECTOR);
    assertThat(house.records().search(ana, RecordQuery.of("else")).total()).isZero();
    one.desk().returns().checked(ana.actor(), one.caseId(), id, exhibit.id(), 1, sealedBy(report));
    refused(
        "SX-HELP-PROVIDER-UNTOLD",
        () ->
            one.desk()
                .returns()
                .dispose(
                    one.fay(), one.caseId(), id, Returns.Disposal.GIVE_BACK, "Another account."));
    one.desk()
        .returns()
        .toldProvider(one.lena(), one.caseId(), id, "portal message", house.clock().instant());
    one.desk()
        .returns()
        .dispose(one.fay(), one.caseId(), id, Returns.Disposal.GIVE_BACK, "Another account.");
    assertThat(one.request(id).state()).isEqualTo(RequestState.RELEASED);
  }

  /* A group chat of two strangers, which a personal export of Anna's would not hold. */
  private static byte[] strangers(byte[] export) {
    String text = new String(export, java.nio.charset.StandardCharsets.UTF_8);
    return text.replace(
            "\"name\": \"User 300\", \"type\": \"personal_chat\"",
            "\"name\": \"Strangers\", \"type\": \"private_group\"")
        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void anEmergencyOrdersReturnIsProvisionalAndAnObjectionSealsIt() {
    TestHouse eu = TestHouse.start("eu-led");
    try {
      DeskCase one = DeskCase.in(eu);
      RequestDraft content =
          new RequestDraft(
              InstrumentKind.EPOC_CONTENT,
              draft(InstrumentKind.EPOC_CONTENT, IssuerPart.JUDGE).grounds(),
              IssuerDraft.of(IssuerPart.JUDGE, "Dr. Erika Beispiel", "Amtsgericht Musterstadt"),
              RequestDraft.Secrecy.none(),
              new Privilege("Sealed for a filter officer.", Set.of()),
              null);
      RequestId id = one.served(one.emergency(NAME, MESSAGES), content);
      Permit ana = one.permit();
      Acquisition how =
          new Acquisition(
              "PROVIDER_RETURN",
              "sextant/test",
              ana.actor(),
              eu.clock().instant(),
              "r.json",
              null,
              id);
      Exhibit exhibit =
          eu.custody().seal(ana, how, new ByteArrayInputStream(export()), Progress.silent());
      ProviderReturn tied = tie(one, ana, id, exhibit, "");
      assertThat(tied.provisionalUntil()).isEqualTo(tied.receivedAt().plus(Duration.ofHours(96)));
      eu.records().read(ana, exhibit.id(), Progress.silent());
      assertThat(eu.records().search(ana, RecordQuery.of("inside")).total()).isEqualTo(2);
      refused("SX-AUTH-PROVISIONAL", () -> ana.begin(Step.RELEASE, Particulars.none()));
      one.desk()
          .returns()
          .objected(one.lena(), one.caseId(), id, exhibit.id(), "Immunity under its law.");
      ReadReport report = eu.records().read(ana, exhibit.id(), Progress.silent());
      assertThat(report.counts().records()).isZero();
      assertThat(report.counts().sealedBy()).containsKey(Verdict.SEALED_OBJECTION);
      assertThat(eu.records().search(ana, RecordQuery.of("inside")).total()).isZero();
      eu.advance(Duration.ofHours(97));
      one.permit().begin(Step.RELEASE, Particulars.none()).close();
    } finally {
      eu.close();
    }
  }
}

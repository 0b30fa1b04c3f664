package dev.sextant.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.authority.AuthorityDraft.Bounds;
import dev.sextant.authority.AuthorityDraft.Quota;
import dev.sextant.custody.Acquisition;
import dev.sextant.custody.Exhibit;
import dev.sextant.records.TelegramSample;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.RequestId;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Each bound of an authority stops what lies beyond it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoundsTest {
  private static final String WHY = "Reasons of sufficient length.";
  private static final Selector ANNA =
      Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "100");

  private static final Selector PAGE = Selector.of(SelectorType.URL, "https://example.org/page");

  private TestHouse house;
  private CaseId of;

  @BeforeAll
  void start() {
    house = TestHouse.start();
  }

  @BeforeEach
  void open() {
    of = house.openCase();
  }

  @AfterAll
  void stop() {
    house.close();
  }

  private static Scope scope(int level) {
    return new Scope(Set.of(ANNA), Set.of(Platform.TELEGRAM), TestHouse.WIDE, level);
  }

  /** With a page: what is captured must be named like anything else that is collected. */
  private static Scope pages() {
    return new Scope(Set.of(ANNA, PAGE), Set.of(Platform.TELEGRAM), TestHouse.WIDE, 2);
  }

  private AuthorityId inForce(AuthorityDraft draft) {
    AuthorityId id = submitted(draft);
    house.authorities().approve(house.officer(), id, WHY);
    return id;
  }

  private AuthorityId submitted(AuthorityDraft draft) {
    AuthorityId id = drafted(draft);
    house.authorities().submit(house.analyst(), id);
    return id;
  }

  private AuthorityId drafted(AuthorityDraft draft) {
    AuthorityId id = house.authorities().draft(house.analyst(), draft);
    for (Principle principle : Principle.values()) {
      house.authorities().signPrinciple(house.analyst(), id, principle);
    }
    return id;
  }

  private AuthorityDraft with(Scope scope, Set<String> methods, Quota quota) {
    AuthorityDraft good = house.draft(of, scope);
    return new AuthorityDraft(
        of,
        good.basis(),
        good.principles(),
        new Bounds(scope, good.bounds().operationWindow(), methods, 1, quota),
        good.duties());
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.code()).as(e.line()).isEqualTo(code));
  }

  private Exhibit seal(Permit permit, String how, @Nullable String request) {
    Acquisition acquisition =
        new Acquisition(
            how,
            "sextant/test",
            permit.actor(),
            house.clock().instant(),
            "https://example.org/page",
            null,
            request == null ? null : RequestId.parse(request));
    return house
        .custody()
        .seal(permit, acquisition, new ByteArrayInputStream(how.getBytes()), Progress.silent());
  }

  private @Nullable Object logged(String field) {
    return house.cases().acts(house.overseer(), of, 0, 1000).getLast().entry().get(field);
  }

  @Test
  void aStepDeeperThanTheLevelIsRefusedAndItsLevelIsLogged() {
    AuthorityId id = inForce(with(scope(1), Set.of("export-reading"), new Quota(0, 0, 0)));
    Permit permit = house.permit(house.analyst(), id);
    refused("SX-AUTH-LEVEL", () -> permit.begin(Step.FREEZE, Particulars.none()));
    assertThat(logged("kind")).isEqualTo("refusal");
    assertThat(logged("level")).isEqualTo(2L);
    permit.begin(Step.SEARCH, Particulars.none().selector("subject", ANNA)).done();
    AuthorityId overt = inForce(with(scope(0), Set.of("export-reading"), new Quota(0, 0, 0)));
    Permit least = house.permit(house.analyst(), overt);
    refused(
        "SX-AUTH-LEVEL",
        () -> least.begin(Step.VIEW, Particulars.none().selector("subject", ANNA)));
    least.begin(Step.VIEW, Particulars.none()).done();
  }

  @Test
  void whatIsCompelledRestsOnALegalRequestAndCapturesOnTheirMethod() {
    Permit permit =
        house.permit(
            house.analyst(), inForce(with(pages(), Set.of("READ_EXPORT"), new Quota(0, 0, 0))));
    refused("SX-AUTH-REQUEST", () -> seal(permit, "PROVIDER_RETURN", null));
    assertThat(logged("level")).isEqualTo(5L);
    RequestId request = RequestId.random();
    assertThat(seal(permit, "PROVIDER_RETURN", request.toString()).acquisition().request())
        .isEqualTo(request);
    refused("SX-AUTH-METHOD", () -> seal(permit, "PUBLIC_CAPTURE", null));
    refused("SX-AUTH-METHOD", () -> permit.begin(Step.FREEZE, Particulars.none()));
    Permit viewing =
        house.permit(
            house.analyst(), inForce(with(pages(), Set.of("PUBLIC_VIEW"), new Quota(0, 0, 0))));
    seal(viewing, "PUBLIC_CAPTURE", null);
    refused("SX-AUTH-METHOD", () -> seal(viewing, "DEVICE", null));
    AuthorityId unknown = drafted(with(scope(2), Set.of("hacking"), new Quota(0, 0, 0)));
    refused("SX-AUTH-METHODS", () -> house.authorities().submit(house.analyst(), unknown));
  }

  @Test
  void quotasOfItemsAndAccountsKeepTheWholeReadingOut() {
    byte[] export =
        new TelegramSample()
            .chat(
                200,
                new TelegramSample.Said(100, Instant.parse("2026-03-02T10:00:00Z"), "One"),
                new TelegramSample.Said(200, Instant.parse("2026-03-02T10:01:00Z"), "Two"))
            .bytes();
    Permit roomy =
        house.permit(
            house.analyst(),
            inForce(with(scope(2), Set.of("READ_EXPORT"), new Quota(100, 100, 100))));
    Exhibit exhibit = house.seal(roomy, "a.json", export);
    long records = house.records().read(roomy, exhibit.id(), Progress.silent()).counts().records();
    assertThat(records).isGreaterThan(1);
    house.records().read(roomy, exhibit.id(), Progress.silent());

    Permit few =
        house.permit(
            house.analyst(),
            inForce(with(scope(2), Set.of("READ_EXPORT"), new Quota(records - 1, 100, 100))));
    refused(
        "SX-AUTH-QUOTA-ITEMS", () -> house.records().read(few, exhibit.id(), Progress.silent()));
    assertThat(house.records().readings(few)).isEmpty();
    Permit exact =
        house.permit(
            house.analyst(),
            inForce(with(scope(2), Set.of("READ_EXPORT"), new Quota(records, 100, 100))));
    house.records().read(exact, exhibit.id(), Progress.silent());
    Permit alone =
        house.permit(
            house.analyst(),
            inForce(with(scope(2), Set.of("READ_EXPORT"), new Quota(100, 1, 100))));
    refused(
        "SX-AUTH-QUOTA-SUBJECTS",
        () -> house.records().read(alone, exhibit.id(), Progress.silent()));
    assertThat(house.records().readings(alone)).isEmpty();
  }

  @Test
  void nobodyProlongsBehindTheProgramsBack() throws SQLException {
    AuthorityId id = inForce(with(scope(1), Set.of("READ_EXPORT"), new Quota(0, 0, 0)));
    for (String statement :
        List.of(
            "update authority_version set live_until = operation_to where authority = '" + id + "'",
            "update authority_version set review_seconds = 100000000 where authority = '"
                + id
                + "'",
            "update authority_version set overseen_seconds = 100000000 where authority = '"
                + id
                + "'",
            "update authority_version set covers = '{1,2}' where authority = '" + id + "'",
            "update authority_version set oral = true where authority = '" + id + "'",
            "insert into authority_history select authority, version, 99, from_state, to_state, actor,"
                + " reasons, leaf, happened_at + interval '20 days' from authority_history"
                + " where authority = '"
                + id
                + "' and to_state = 'ACTIVE'")) {
      assertThatThrownBy(() -> asApplication(statement))
          .as(statement)
          .isInstanceOf(SQLException.class);
    }
    house.advance(Duration.ofDays(1));
    house.authorities().review(house.officer(), id, WHY);
    Actor leaver = house.enrol("leaver-" + id.toString().substring(0, 8), "Lee", Role.ANALYST);
    house.people().disable(house.administrator(), leaver.id());
    assertThatThrownBy(() ->
            asApplication("update actor set disabled_at = null where id = '" + leaver.id() + "'"))
        .isInstanceOf(SQLException.class);
  }

  private void asApplication(String sql) throws SQLException {
    try (Connection connection = house.application().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void nobodyIsOfficerAndOverseerInOne() {
    refused(
        "SX-AUTH-ROLES",
        () ->
            house
                .people()
                .enrol(
                    house.administrator(),
                    new People.Enrolment(
                        "janus",
                        "Jan Us",
                        Set.of(Role.AUTHORISING_OFFICER, Role.OVERSEER),
                        "training-only-password")));
  }

  @Test
  void aNarrowedRenewalReadsNothingThatTheWiderOneFound() {
    Selector second = Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "300");
    Scope wide = new Scope(Set.of(ANNA, second), Set.of(Platform.TELEGRAM), TestHouse.WIDE, 2);
    assertThat(scope(2).within(wide)).isTrue();
    assertThat(wide.within(scope(2))).isFalse();
    Scope bound =
        new Scope(
            Set.of(Selector.of(SelectorType.HANDLE, Platform.TELEGRAM, "anna")),
            Set.of(Platform.TELEGRAM),
            TestHouse.WIDE,
            2,
            java.util.Map.of(Selector.of(SelectorType.HANDLE, Platform.TELEGRAM, "anna"), "100"));
    Scope loose = new Scope(bound.selectors(), bound.platforms(), bound.contentWindow(), 2);
    assertThat(bound.within(loose)).isTrue();
    assertThat(loose.within(bound)).isFalse();
  }

  @Test
  void diffAndSentencesSayWhatChanges() {
    AuthorityId id = inForce(house.draft(of, scope(1)));
    Selector second = Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "300");
    AuthorityDraft base = house.draft(of, scope(1));
    AuthorityDraft wider =
        new AuthorityDraft(
            of,
            base.basis(),
            TestHouse.principles("after a month"),
            new Bounds(
                new Scope(Set.of(ANNA, second), Set.of(Platform.TELEGRAM), TestHouse.WIDE, 2),
                base.bounds().operationWindow(),
                base.bounds().methods(),
                0,
                new Quota(0, 10, 10)),
            base.duties());
    house.authorities().renew(house.analyst(), id, wider, "Two buyers were identified so far.");
    AuthorityDiff diff = house.authorities().diff(house.officer(), id, 1, 2);
    assertThat(diff.widens()).isTrue();
    assertThat(diff.changes())
        .contains(
            new AuthorityDiff.Change(
                "selectors", AuthorityDiff.Direction.WIDENS, "", second.toString()),
            new AuthorityDiff.Change("maxLevel", AuthorityDiff.Direction.WIDENS, "1", "2"),
            new AuthorityDiff.Change("hopLimit", AuthorityDiff.Direction.NARROWS, "1", "0"),
            new AuthorityDiff.Change(
                "quota.items", AuthorityDiff.Direction.WIDENS, "1000000", "no bound"),
            new AuthorityDiff.Change(
                "quota.subjects", AuthorityDiff.Direction.NARROWS, "1000", "10"));
    assertThat(house.authorities().possible(house.officer(), id, 2).lines())
        .extracting(Possible.Line::topic)
        .contains("who", "whom", "where", "when", "until", "level", "methods", "reach", "quota");
    assertThat(Similarity.percent("one two three four", "one two three four")).isEqualTo(100);
    assertThat(Similarity.percent("One, two - THREE four!", "one two three four")).isEqualTo(100);
    assertThat(Similarity.percent("one two three four", "five six seven eight")).isZero();
  }

  @Test
  void aNexusIsSignedByASecondPersonAndFallsWithTheDocument() {
    Selector tag = Selector.of(SelectorType.HASHTAG, "harbourstrikers");
    Selector march = Selector.of(SelectorType.HASHTAG, "protestmarch");
    Scope scope = new Scope(Set.of(ANNA, march), Set.of(Platform.TELEGRAM), TestHouse.WIDE, 1);
    AuthorityId id = drafted(house.draft(of, scope));
    Protection protection = house.room().protection();
    assertThat(protection.flagged(house.officer(), id))
        .extracting(Protection.Flagged::selector)
        .containsExactly(march);
    refused("SX-AUTH-PROTECTED", () -> house.authorities().submit(house.analyst(), id));
    refused(
        "SX-AUTH-DISTINCT",
        () -> protection.signNexus(house.analyst(), id, march, "The order was given there."));
    protection.signNexus(house.secondAnalyst(), id, march, "The order was given at the march.");
    house.authorities().submit(house.analyst(), id);
    house.authorities().sendBack(house.officer(), id, WHY);
    house
        .authorities()
        .amend(
            house.analyst(),
            id,
            house.draft(
                of,
                new Scope(Set.of(ANNA, march, tag), Set.of(Platform.TELEGRAM), TestHouse.WIDE, 1)));
    for (Principle principle : Principle.values()) {
      house.authorities().signPrinciple(house.analyst(), id, principle);
    }
    refused("SX-AUTH-PROTECTED", () -> house.authorities().submit(house.analyst(), id));

    assertThat(protection.removeFlag(house.secondAnalyst(), id, march, "The name of a pub."))
        .isFalse();
    refused(
        "SX-AUTH-DISTINCT",
        () -> protection.removeFlag(house.secondAnalyst(), id, march, "The name of a pub."));
    refused(
        "SX-AUTH-DISTINCT",
        () -> protection.removeFlag(house.analyst(), id, march, "The name of a pub."));
    assertThat(protection.removeFlag(house.officer(), id, march, "It is a pub indeed.")).isTrue();
    assertThat(protection.flagged(house.officer(), id))
        .extracting(Protection.Flagged::selector)
        .containsExactly(tag);
  }

  @Test
  void aFlagRaisedLaterTakesTheSelectorOutAtOnce() {
    Selector second = Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "300");
    AuthorityId id =
        inForce(
            house.draft(
                of, new Scope(Set.of(ANNA, second), Set.of(Platform.TELEGRAM), TestHouse.WIDE, 1)));
    Permit before = house.permit(house.analyst(), id);
    house
        .room()
        .protection()
        .flag(house.officer(), id, second, "The account of the parish council.");
    refused("SX-AUTH-PERMIT-DEAD", () -> before.begin(Step.VIEW, Particulars.none()));
    Permit after = house.permit(house.analyst(), id);
    assertThat(after.scope().selectors()).containsExactly(ANNA);
  }

  @Test
  void anOperationIsPlannedAndReportedAndNothingElse() {
    AuthorityId id = inForce(house.draft(of, scope(1)));
    Operations operations = house.room().operations();
    Operations.Plan plan =
        new Operations.Plan(
            "Order 12/2026 of the court",
            "Handler H7",
            "Join the open market group under a persona and read what is offered.",
            "No purchase, no private contact, no word that invites a crime; stop after a week.",
            house.clock().instant(),
            house.clock().instant().plus(Duration.ofDays(7)));
    refused(
        "SX-AUTH-OPERATION",
        () ->
            operations.plan(
                house.officer(),
                id,
                new Operations.Plan("", "", "", "", plan.begins(), plan.ends())));
    refused("SX-AUTH-ROLE", () -> operations.plan(house.analyst(), id, plan));
    var operation = operations.plan(house.officer(), id, plan);
    operations.report(house.officer(), id, operation, "Ended early: nothing was offered.");
    assertThat(operations.all(house.overseer(), id))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.plan()).isEqualTo(plan);
          assertThat(one.outcome()).startsWith("Ended early");
        });
    assertThatThrownBy(
            () -> operations.report(house.officer(), id, operation, "Said a second time."))
        .isInstanceOf(UnknownInRegister.class);
  }
}

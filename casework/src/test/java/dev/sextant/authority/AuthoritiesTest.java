package dev.sextant.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.authority.AuthorityDraft.Bounds;
import dev.sextant.authority.AuthorityDraft.Duties;
import dev.sextant.authority.AuthorityDraft.Quota;
import dev.sextant.authority.AuthorityDraft.SensitiveFlag;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import dev.sextant.terms.Span;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthoritiesTest {
  private static final Selector PHONE = Selector.of(SelectorType.PHONE, "+447911123456");
  private static final Selector WORD = Selector.of(SelectorType.KEYWORD, "delivery");
  private static final String WHY = "Reasons of sufficient length.";

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

  private static Scope scope(Selector selector) {
    return new Scope(Set.of(selector), Set.of(Platform.TELEGRAM), TestHouse.WIDE, 2);
  }

  private AuthorityDraft draft() {
    return house.draft(of, scope(PHONE));
  }

  private AuthorityId submitted(AuthorityDraft draft) {
    AuthorityId id = house.authorities().draft(house.analyst(), draft);
    sign(id);
    house.authorities().submit(house.analyst(), id);
    return id;
  }

  private void sign(AuthorityId id) {
    for (Principle principle : Principle.values()) {
      house.authorities().signPrinciple(house.analyst(), id, principle);
    }
  }

  private AuthorityState state(AuthorityId id) {
    return house.authorities().authority(house.officer(), id).getFirst().state();
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.code()).as(e.line()).isEqualTo(code));
  }

  @Test
  void theOrdinaryWayLeadsToAPermit() {
    AuthorityId id = submitted(draft());
    assertThat(state(id)).isEqualTo(AuthorityState.SUBMITTED);
    house.authorities().approve(house.officer(), id, WHY);
    assertThat(state(id)).isEqualTo(AuthorityState.ACTIVE);
    Permit permit = house.permit(house.analyst(), id);
    assertThat(permit.scope()).isEqualTo(scope(PHONE));
    assertThat(permit.expires()).isEqualTo(house.clock().instant().plus(Duration.ofHours(8)));
    AuthorityFile file = house.authorities().authority(house.analyst(), id).getFirst();
    assertThat(file.signed()).containsExactlyInAnyOrder(Principle.values());
    assertThat(file.approvals()).hasSize(1);
    assertThat(file.history())
        .extracting(AuthorityFile.Transition::to)
        .containsExactly(AuthorityState.SUBMITTED, AuthorityState.APPROVED, AuthorityState.ACTIVE);
    assertThat(AuthorityDocument.parse(file.document().bytes())).isEqualTo(file.document());
    assertThat(file.document().draft()).isEqualTo(draft());
  }

  @Test
  void eachPrincipleHasItsOwnRefusal() {
    Principles full = TestHouse.principles("as argued");
    List<Principles> lacking =
        List.of(
            new Principles(
                "",
                full.motive(),
                full.necessity(),
                full.right(),
                full.lastResort(),
                full.prospect()),
            new Principles(
                full.cause(),
                new Principles.Motive("short", "None known."),
                full.necessity(),
                full.right(),
                full.lastResort(),
                full.prospect()),
            new Principles(
                full.cause(),
                full.motive(),
                new Principles.Necessity(full.necessity().text(), "", "x"),
                full.right(),
                full.lastResort(),
                full.prospect()),
            new Principles(
                full.cause(),
                full.motive(),
                full.necessity(),
                new Principles.Right(full.right().text(), " "),
                full.lastResort(),
                full.prospect()),
            new Principles(
                full.cause(),
                full.motive(),
                full.necessity(),
                full.right(),
                new Principles.LastResort(full.lastResort().text(), List.of()),
                full.prospect()),
            new Principles(
                full.cause(),
                full.motive(),
                full.necessity(),
                full.right(),
                full.lastResort(),
                new Principles.Prospect(full.prospect().text(), "")));
    Principle[] all = Principle.values();
    for (int i = 0; i < all.length; i++) {
      AuthorityDraft good = draft();
      AuthorityDraft bad =
          new AuthorityDraft(of, good.basis(), lacking.get(i), good.bounds(), good.duties());
      AuthorityId id = house.authorities().draft(house.analyst(), bad);
      Principle principle = all[i];
      refused(
          principle.code(),
          () -> house.authorities().signPrinciple(house.analyst(), id, principle));
      refused(principle.code(), () -> house.authorities().submit(house.analyst(), id));
    }
  }

  private static AuthorityDraft citing(AuthorityDraft good, String offence) {
    AuthorityDraft.Basis b = good.basis();
    return new AuthorityDraft(
        good.caseId(),
        new AuthorityDraft.Basis(
            b.jurisdiction(), b.instrument(), b.number(), b.issuer(), offence, b.businessCase()),
        good.principles(),
        good.bounds(),
        good.duties());
  }

  @Test
  void anOffenceThatDoesNotSatisfyTheRuleCannotBeCited() {
    for (String offence : List.of("demonstration-trespass", "Trafficking, in my own words")) {
      AuthorityId id = house.authorities().draft(house.analyst(), citing(draft(), offence));
      sign(id);
      refused("SX-AUTH-OFFENCE", () -> house.authorities().submit(house.analyst(), id));
    }
  }

  @Test
  void whatIsLackingIsSaidAllAtOnceAndInTheCodesOfTheRefusals() {
    AuthorityDraft good = draft();
    Principles full = good.principles();
    AuthorityDraft thin =
        citing(
            new AuthorityDraft(
                good.caseId(),
                good.basis(),
                new Principles(
                    "too thin",
                    full.motive(),
                    full.necessity(),
                    full.right(),
                    full.lastResort(),
                    full.prospect()),
                good.bounds(),
                good.duties()),
            "petty-theft");
    AuthorityId id = house.authorities().draft(house.analyst(), thin);
    assertThat(house.authorities().lacks(house.analyst(), id))
        .extracting(AuthorityFault::code)
        .containsExactly("SX-AUTH-OFFENCE", "SX-AUTH-CAUSE", "SX-AUTH-UNSIGNED");
    refused("SX-AUTH-OFFENCE", () -> house.authorities().submit(house.analyst(), id));

    house.authorities().amend(house.analyst(), id, good);
    sign(id);
    assertThat(house.authorities().lacks(house.analyst(), id)).isEmpty();
    house.authorities().submit(house.analyst(), id);
  }

  @Test
  void theDraftOfARenewalStandsBesideTheVersionInForceAndItsResultsCanBeMended() {
    AuthorityId id = submitted(draft());
    house.authorities().approve(house.officer(), id, "All six principles are met here.");
    house
        .authorities()
        .renew(
            house.analyst(), id, draft(), "Two of three are identified, the third is still open.");
    assertThat(house.authorities().authorities(house.analyst(), of))
        .extracting(AuthorityFile::state)
        .containsExactly(AuthorityState.RENEWAL_PENDING, AuthorityState.ACTIVE);

    String mended = "Two of three are identified; nobody without a part was seen.";
    house.authorities().amend(house.analyst(), id, this::draft, mended);
    assertThat(house.authorities().authority(house.officer(), id))
        .extracting(file -> file.document().results())
        .containsExactly(mended, "");
  }

  @Test
  void everySignatureFallsWhenAFieldChanges() {
    AuthorityId id = house.authorities().draft(house.analyst(), draft());
    sign(id);
    AuthorityDraft good = draft();
    Bounds wider =
        new Bounds(
            new Scope(Set.of(PHONE), Set.of(Platform.X), TestHouse.WIDE, 2),
            good.bounds().operationWindow(),
            Set.of("READ_EXPORT"),
            0,
            Quota.none());
    house
        .authorities()
        .amend(
            house.analyst(),
            id,
            new AuthorityDraft(of, good.basis(), good.principles(), wider, good.duties()));
    refused("SX-AUTH-UNSIGNED", () -> house.authorities().submit(house.analyst(), id));
    sign(id);
    house.authorities().submit(house.analyst(), id);
    refused("SX-AUTH-PATH", () -> house.authorities().amend(house.analyst(), id, good));
    house.authorities().sendBack(house.officer(), id, WHY);
    house.authorities().amend(house.analyst(), id, good);
    sign(id);
    house.authorities().submit(house.analyst(), id);
    house.authorities().approve(house.officer(), id, WHY);
    assertThat(state(id)).isEqualTo(AuthorityState.ACTIVE);
  }

  @Test
  void applicantOfficerAndOverseerAreThreePersons() {
    ActorId both =
        house
            .people()
            .enrol(
                house.administrator(),
                new People.Enrolment(
                    "both",
                    "Bo Both",
                    Set.of(Role.ANALYST, Role.AUTHORISING_OFFICER),
                    "training-only-password"))
            .id();
    AuthorityDraft good = draft();
    AuthorityId own = house.authorities().draft(both, good);
    for (Principle principle : Principle.values()) {
      house.authorities().signPrinciple(both, own, principle);
    }
    house.authorities().submit(both, own);
    refused("SX-AUTH-DISTINCT", () -> house.authorities().approve(both, own, WHY));
    Duties withBoth =
        new Duties(
            Set.of(both), good.duties().reviewEvery(), "P", good.duties().retention(), Set.of());
    AuthorityId id =
        submitted(new AuthorityDraft(of, good.basis(), good.principles(), good.bounds(), withBoth));
    refused("SX-AUTH-DISTINCT", () -> house.authorities().approve(both, id, WHY));
    refused("SX-AUTH-ROLE", () -> house.authorities().approve(house.analyst(), id, WHY));
    refused("SX-AUTH-ROLE", () -> house.authorities().approve(house.overseer(), id, WHY));
    refused("SX-AUTH-REASONS", () -> house.authorities().approve(house.officer(), id, "ok"));
    AuthorityId foreign = house.authorities().draft(house.analyst(), good);
    refused("SX-AUTH-APPLICANT", () -> house.authorities().amend(both, foreign, good));
  }

  @Test
  void broadSelectorsFlagsAndDeepLevelsNeedTheOverseerBeforehand() {
    AuthorityDraft good = house.draft(of, scope(WORD));
    AuthorityDraft unbounded =
        new AuthorityDraft(
            of,
            good.basis(),
            good.principles(),
            new Bounds(
                scope(WORD),
                good.bounds().operationWindow(),
                Set.of("READ_EXPORT"),
                0,
                Quota.none()),
            good.duties());
    AuthorityId without = house.authorities().draft(house.analyst(), unbounded);
    sign(without);
    refused("SX-AUTH-QUOTA", () -> house.authorities().submit(house.analyst(), without));

    AuthorityDraft plain = draft();
    AuthorityDraft flagged =
        new AuthorityDraft(
            of,
            plain.basis(),
            plain.principles(),
            plain.bounds(),
            new Duties(
                plain.duties().team(),
                plain.duties().reviewEvery(),
                "P",
                plain.duties().retention(),
                Set.of(SensitiveFlag.JOURNALIST)));
    AuthorityDraft deep =
        house.draft(of, new Scope(Set.of(PHONE), Set.of(Platform.X), TestHouse.WIDE, 3));
    for (AuthorityDraft draft : List.of(good, flagged, deep)) {
      AuthorityId id = submitted(draft);
      house.authorities().approve(house.officer(), id, WHY);
      assertThat(state(id)).isEqualTo(AuthorityState.OVERSIGHT_PENDING);
      refused("SX-AUTH-NOT-LIVING", () -> house.permit(house.analyst(), id));
      house.oversee(id, Decision.APPROVED, WHY);
      assertThat(state(id)).isEqualTo(AuthorityState.ACTIVE);
      assertThat(house.permit(house.analyst(), id).authority()).isEqualTo(id);
    }
  }

  @Test
  void applicationsWithoutBoundsAreRefused() {
    AuthorityDraft good = draft();
    record Lacking(String code, Bounds bounds) {}
    Span window = good.bounds().operationWindow();
    Scope s = scope(PHONE);
    List<Lacking> all =
        List.of(
            new Lacking(
                "SX-AUTH-SELECTORS",
                new Bounds(
                    new Scope(Set.of(), s.platforms(), s.contentWindow(), 1),
                    window,
                    Set.of("READ_EXPORT"),
                    0,
                    Quota.none())),
            new Lacking(
                "SX-AUTH-PLATFORMS",
                new Bounds(
                    new Scope(s.selectors(), Set.of(), s.contentWindow(), 1),
                    window,
                    Set.of("READ_EXPORT"),
                    0,
                    Quota.none())),
            new Lacking(
                "SX-AUTH-WINDOW",
                new Bounds(
                    new Scope(s.selectors(), s.platforms(), Span.always(), 1),
                    window,
                    Set.of("READ_EXPORT"),
                    0,
                    Quota.none())),
            new Lacking(
                "SX-AUTH-WINDOW",
                new Bounds(
                    s,
                    Span.between(
                        house.clock().instant(), house.clock().instant().plus(Duration.ofDays(93))),
                    Set.of("READ_EXPORT"),
                    0,
                    Quota.none())),
            new Lacking(
                "SX-AUTH-WINDOW",
                new Bounds(
                    s,
                    Span.between(house.clock().instant().minusSeconds(60), house.clock().instant()),
                    Set.of("READ_EXPORT"),
                    0,
                    Quota.none())));
    for (Lacking lacking : all) {
      AuthorityId id =
          house
              .authorities()
              .draft(
                  house.analyst(),
                  new AuthorityDraft(
                      of, good.basis(), good.principles(), lacking.bounds(), good.duties()));
      sign(id);
      refused(lacking.code(), () -> house.authorities().submit(house.analyst(), id));
    }
  }

  @Test
  void theClockEndsItWithoutAnyJob() {
    AuthorityId id = house.authority(of, scope(PHONE));
    house.authorities().review(house.officer(), id, WHY);
    house.oversee(id, Decision.APPROVED, WHY);
    house.advance(Duration.ofDays(27));
    house.authorities().review(house.officer(), id, WHY);
    house.advance(Duration.ofDays(3).minusHours(2));
    assertThat(house.permit(house.analyst(), id).expires())
        .isEqualTo(house.clock().instant().plus(Duration.ofHours(2)));
    house.advance(Duration.ofHours(2));
    assertThat(state(id)).isEqualTo(AuthorityState.EXPIRED);
    refused("SX-AUTH-EXPIRED", () -> house.permit(house.analyst(), id));
    refused("SX-AUTH-PATH", () -> house.authorities().review(house.officer(), id, WHY));
    house.authorities().beginClosing(house.officer(), id, WHY);
    house.authorities().close(house.officer(), id, "Material kept under retention; persons told.");
    AuthorityFile file = house.authorities().authority(house.officer(), id).getFirst();
    assertThat(file.state()).isEqualTo(AuthorityState.CLOSED);
    assertThat(file.history())
        .filteredOn(step -> step.to() == AuthorityState.EXPIRED)
        .singleElement()
        .satisfies(step -> assertThat(step.actor()).isNull());
  }

  @Test
  void aMissedReviewSuspends() {
    AuthorityId id = house.authority(of, scope(PHONE));
    house.oversee(id, Decision.APPROVED, WHY);
    house.advance(Duration.ofDays(28));
    assertThat(state(id)).isEqualTo(AuthorityState.SUSPENDED);
    refused("SX-AUTH-SUSPENDED", () -> house.permit(house.analyst(), id));
    house.authorities().review(house.officer(), id, WHY);
    assertThat(state(id)).isEqualTo(AuthorityState.ACTIVE);
    assertThat(house.permit(house.analyst(), id)).isNotNull();
  }

  @Test
  void withoutTheOverseersWordItStopsAfterFourteenDays() {
    AuthorityId id = house.authority(of, scope(PHONE));
    house.authorities().review(house.officer(), id, WHY);
    house.advance(Duration.ofDays(14));
    refused("SX-AUTH-SUSPENDED", () -> house.permit(house.analyst(), id));
    house.authorities().review(house.officer(), id, WHY);
    refused("SX-AUTH-SUSPENDED", () -> house.permit(house.analyst(), id));
    house.oversee(id, Decision.APPROVED, WHY);
    assertThat(house.permit(house.analyst(), id)).isNotNull();
  }

  @Test
  void whatAnOverseerStopsOnlyAnOverseerLetsGoOn() {
    AuthorityId id = house.authority(of, scope(PHONE));
    house.authorities().suspend(house.officer(), id, WHY);
    house.authorities().resume(house.officer(), id, WHY);
    house.authorities().suspend(house.overseer(), id, WHY);
    refused("SX-AUTH-ROLE", () -> house.authorities().resume(house.officer(), id, WHY));
    house.authorities().resume(house.overseer(), id, WHY);
    assertThat(house.permit(house.analyst(), id)).isNotNull();
    house.authorities().quash(house.overseer(), id, WHY);
    assertThat(state(id)).isEqualTo(AuthorityState.QUASHED);
    refused("SX-AUTH-NOT-LIVING", () -> house.permit(house.analyst(), id));
  }

  @Test
  void aRenewalIsAFreshVersionAndExtendsNothing() {
    AuthorityId id = house.authority(of, scope(PHONE));
    AuthorityDraft same = house.draft(of, scope(PHONE));
    refused("SX-AUTH-RESULTS", () -> house.authorities().renew(house.analyst(), id, same, "none"));
    String results = "Two buyers were identified in the first month.";
    assertThat(house.authorities().renew(house.analyst(), id, same, results)).isEqualTo(2);
    assertThat(house.permit(house.analyst(), id).authorityVersion()).isEqualTo(1);
    sign(id);
    refused("SX-AUTH-RENEWAL-COPIED", () -> house.authorities().submit(house.analyst(), id));
    house.advance(Duration.ofDays(1));
    AuthorityDraft fresh = house.draft(of, scope(PHONE));
    Principles anew = TestHouse.principles("after the first month's results");
    AuthorityDraft argued =
        new AuthorityDraft(of, fresh.basis(), anew, fresh.bounds(), fresh.duties());
    house.authorities().amend(house.analyst(), id, argued);
    sign(id);
    house.authorities().submit(house.analyst(), id);
    Permit old = house.permit(house.analyst(), id);
    house.authorities().approve(house.officer(), id, WHY);
    List<AuthorityFile> versions = house.authorities().authority(house.officer(), id);
    assertThat(versions)
        .extracting(AuthorityFile::state)
        .containsExactly(AuthorityState.ACTIVE, AuthorityState.CLOSED);
    refused("SX-AUTH-PERMIT-DEAD", () -> old.begin(Step.VIEW, Particulars.none()));
    assertThat(house.permit(house.analyst(), id).authorityVersion()).isEqualTo(2);
  }

  @Test
  void aRenewalIsTheTeamsAndStaysInItsCase() throws SQLException {
    AuthorityId id = house.authority(of, scope(PHONE));
    String results = "Two buyers were identified in the first month.";
    Actor outsider = house.enrol("outsider", "Orla Outsider", Role.ANALYST);
    AuthorityDraft good = draft();
    refused("SX-AUTH-PART", () -> house.authorities().renew(outsider.id(), id, good, results));
    AuthorityDraft elsewhere = house.draft(house.openCase(), scope(PHONE));
    refused(
        "SX-AUTH-CASE", () -> house.authorities().renew(house.analyst(), id, elsewhere, results));
    assertThat(house.authorities().authority(house.officer(), id)).hasSize(1);
    String copied =
        """
        insert into sextant.authority_version (authority, version, casefile, applicant, digest, body,
          state, needs_oversight, team, platforms, content_from, content_to, operation_from,
          operation_to, live_until, created_at)
        select authority, 2, '%s', applicant, digest, body, 'RENEWAL_PENDING', needs_oversight, team,
          platforms, content_from, content_to, operation_from, operation_to, live_until, created_at
        from sextant.authority_version where authority = '%s' and version = 1
        """;
    assertThatThrownBy(() -> asApplication(copied.formatted(elsewhere.caseId(), id)))
        .hasMessageContaining("authority_keeps_its_case");
    assertThat(house.authorities().renew(house.secondAnalyst(), id, good, results)).isEqualTo(2);
  }

  @Test
  void whatDoesNotOpenCanStillBeStopped() throws SQLException {
    AuthorityId altered = house.authority(of, scope(PHONE));
    Permit permit = house.permit(house.analyst(), altered);
    asOwner(
        "update sextant.authority_version set body = 'x' where authority = '" + altered + "'",
        true);
    assertThatThrownBy(() -> house.permit(house.analyst(), altered))
        .isInstanceOf(RegisterFault.class);
    house.authorities().suspend(house.officer(), altered, WHY);
    refused("SX-AUTH-PERMIT-DEAD", () -> permit.begin(Step.VIEW, Particulars.none()));
    house.authorities().quash(house.overseer(), altered, WHY);
    assertThat(stored(altered)).isEqualTo("QUASHED");
    refused("SX-AUTH-PATH", () -> house.authorities().quash(house.overseer(), altered, WHY));

    CaseId lost = house.openCase();
    AuthorityId keyless = house.authority(lost, scope(PHONE));
    asOwner("create table sextant.kept as select * from sextant.case_key");
    asOwner("delete from sextant.case_key where casefile = '" + lost + "'");
    house.authorities().suspend(house.officer(), keyless, "Stopped without a key.");
    assertThat(stored(keyless)).isEqualTo("SUSPENDED");
    asOwner(
        "insert into sextant.case_key select * from sextant.kept where casefile = '" + lost + "'");
    asOwner("drop table sextant.kept");
    AuthorityFile restored = house.authorities().authority(house.officer(), keyless).getFirst();
    assertThat(restored.history().getLast().reasons()).isEqualTo("Stopped without a key.");
  }

  private String stored(AuthorityId id) {
    return JdbcClient.create(house.application())
        .sql("select state from authority_version where authority = ?")
        .param(id.value())
        .query(String.class)
        .single();
  }

  @Test
  void onlyTheTeamGetsPermitsAndOnlyWhileEnrolled() {
    AuthorityId id = house.authority(of, scope(PHONE));
    Actor stranger = house.enrol("stranger", "Sam Stranger", Role.ANALYST);
    refused("SX-AUTH-TEAM", () -> house.permit(stranger.id(), id));
    refused("SX-AUTH-ROLE", () -> house.permit(house.officer(), id));
    assertThatThrownBy(() -> house.authorities().authority(stranger.id(), id))
        .isInstanceOf(UnknownInRegister.class);
    Actor leaver = house.enrol("leaver", "Lee Leaver", Role.ANALYST);
    AuthorityDraft good = draft();
    Duties withLeaver =
        new Duties(
            Set.of(leaver.id()),
            good.duties().reviewEvery(),
            "P",
            good.duties().retention(),
            Set.of());
    AuthorityId other =
        submitted(
            new AuthorityDraft(of, good.basis(), good.principles(), good.bounds(), withLeaver));
    house.authorities().approve(house.officer(), other, WHY);
    Permit permit = house.permit(leaver.id(), other);
    house.people().disable(house.administrator(), leaver.id());
    refused("SX-AUTH-PERMIT-DEAD", () -> permit.begin(Step.VIEW, Particulars.none()));
    refused("SX-AUTH-ROLE", () -> house.permit(leaver.id(), other));
  }

  @Test
  void everyRefusalIsInTheLog() {
    AuthorityId id = house.authorities().draft(house.analyst(), draft());
    refused("SX-AUTH-NOT-LIVING", () -> house.permit(house.analyst(), id));
    List<Cases.Logged> acts = house.cases().acts(house.overseer(), of, 0, 1000);
    assertThat(acts.getLast().entry())
        .containsEntry("kind", "outcome")
        .containsEntry("step", "PERMIT")
        .containsEntry("outcome", "REFUSED")
        .containsEntry("code", "SX-AUTH-NOT-LIVING");
    String all = acts.toString();
    assertThat(all).doesNotContain("447911123456").doesNotContain("stolen");
  }

  @Test
  void aStateWrittenBehindTheProgramsBackGivesNoPermit() throws SQLException {
    AuthorityId id = submitted(draft());
    String only = " where authority = '" + id + "'";
    // Even the application's role cannot take the step: the trigger wants an approval.
    assertThatThrownBy(() ->
            asApplication(
                "update authority_version set state = 'APPROVED'"
                    + only
                    + "; update authority_version set state = 'ACTIVE'"
                    + only))
        .isInstanceOf(SQLException.class);
    // The owner can, with the trigger off; the program still asks for signatures.
    asOwner("alter table sextant.authority_version disable trigger authority_version_guard");
    asOwner("update sextant.authority_version set state = 'ACTIVE'" + only);
    asOwner("alter table sextant.authority_version enable trigger authority_version_guard");
    refused("SX-AUTH-UNAPPROVED", () -> house.permit(house.analyst(), id));
    asOwner("update sextant.authority_version set team = array[gen_random_uuid()]" + only, true);
    assertThatThrownBy(() -> house.permit(house.analyst(), id))
        .isInstanceOfSatisfying(
            RegisterFault.class, e -> assertThat(e.code()).isEqualTo("SX-AUTH-ALTERED"));
  }

  private void asApplication(String sql) throws SQLException {
    try (Connection connection = house.application().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void asOwner(String sql) throws SQLException {
    asOwner(sql, false);
  }

  private void asOwner(String sql, boolean triggersOff) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                house.access().url(),
                house.access().owner().role(),
                house.access().owner().password());
        Statement statement = connection.createStatement()) {
      String table = "alter table sextant.authority_version ";
      if (triggersOff) {
        statement.execute(table + "disable trigger authority_version_guard");
      }
      statement.execute(sql);
      if (triggersOff) {
        statement.execute(table + "enable trigger authority_version_guard");
      }
    }
  }

  @Test
  void viewsAreCountedForAllPermitsOfAnAuthority() {
    AuthorityDraft good = draft();
    Bounds few =
        new Bounds(
            scope(PHONE),
            good.bounds().operationWindow(),
            Set.of("READ_EXPORT"),
            0,
            new Quota(0, 0, 3));
    AuthorityId id =
        submitted(new AuthorityDraft(of, good.basis(), good.principles(), few, good.duties()));
    house.authorities().approve(house.officer(), id, WHY);
    Permit first = house.permit(house.analyst(), id);
    Permit second = house.permit(house.secondAnalyst(), id);
    for (Permit permit : List.of(first, second, first)) {
      try (Act act = permit.begin(Step.VIEW, Particulars.none())) {
        act.done();
      }
    }
    refused("SX-AUTH-QUOTA-VIEWS", () -> second.begin(Step.VIEW, Particulars.none()));
    assertThat(house.cases().acts(house.overseer(), of, 0, 1000).getLast().entry())
        .containsEntry("kind", "refusal")
        .containsEntry("code", "SX-AUTH-QUOTA-VIEWS");
    try (Act act = first.begin(Step.CLAIM, Particulars.none())) {
      act.done();
    }
  }

  @Test
  void theDatabaseKnowsTheSamePaths() throws SQLException {
    Set<String> database = new HashSet<>();
    try (Connection connection = house.application().getConnection();
        var rows =
            connection
                .createStatement()
                .executeQuery("select from_state, to_state from authority_path")) {
      while (rows.next()) {
        database.add(rows.getString(1) + " " + rows.getString(2));
      }
    }
    Set<String> program = new HashSet<>();
    for (AuthorityState from : AuthorityState.values()) {
      from.next().forEach(to -> program.add(from + " " + to));
    }
    assertThat(database).isEqualTo(program);
  }
}

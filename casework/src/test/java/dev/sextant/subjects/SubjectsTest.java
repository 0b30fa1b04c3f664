package dev.sextant.subjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.authority.Act;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.records.RecordQuery;
import dev.sextant.records.TelegramSample;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.Fault;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import dev.sextant.terms.StatementType;
import dev.sextant.terms.SuspicionId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What makes a person a subject, for how long, and what the database itself refuses. */
class SubjectsTest {
  private static final Selector ANNA =
      Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "100");
  private static final String BEN = "telegram/platform_id/200";
  private static final Fact FOLLOWS =
      new Fact(
          StatementType.ASSESSMENT, Basis.NETWORK, "User 200 follows a known receiver.", "tie 4");
  private static final Fact SCORE =
      new Fact(
          StatementType.MACHINE, Basis.SCORE, "The triage model put 0.93 to user 200.", "triage/3");

  private TestHouse house;
  private AuthorityId authority;
  private Permit ana;
  private Permit ben;
  private String message = "";

  @BeforeEach
  void start() {
    house = TestHouse.start();
    authority =
        house.authority(
            house.openCase(),
            new dev.sextant.authority.Scope(
                Set.of(ANNA), Set.of(Platform.TELEGRAM), TestHouse.WIDE, 2));
    ana = house.permit(house.analyst(), authority);
    ben = house.permit(house.secondAnalyst(), authority);
    byte[] export =
        new TelegramSample()
            .chat(
                200,
                new TelegramSample.Said(
                    200, Instant.parse("2026-03-05T10:00:00Z"), "Bring two vans to the yard"))
            .bytes();
    house.records().read(ana, house.seal(ana, "result.json", export).id(), Progress.silent());
    message =
        house.records().search(ana, RecordQuery.of("vans")).found().getFirst().record().id().hex();
  }

  @AfterEach
  void stop() {
    house.close();
  }

  private Fact ordered() {
    return new Fact(
        StatementType.REPORTED,
        Basis.RECORD,
        "User 200 asked for two stolen vans to be brought to the yard.",
        message);
  }

  private static PersonDraft named(String label) {
    return new PersonDraft(label, List.of(BEN));
  }

  private static SuspicionDraft on(Fact... facts) {
    return new SuspicionDraft(
        "stolen-goods", "The orders of this case go through this person.", List.of(facts));
  }

  private Person accepted() {
    Person proposed = house.subjects().propose(ana, named("Ben"), on(ordered()));
    SuspicionId id = proposed.suspicions().getFirst().id();
    return house.subjects().decide(ben, id, true, "Read in the original, and it says so.");
  }

  private String codeOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(call);
    assertThat(thrown).isInstanceOf(Fault.class);
    return ((Fault) thrown).code();
  }

  @Test
  void tiesAndScoresCarryNoSuspicion() {
    Subjects subjects = house.subjects();
    assertThat(codeOf(() -> subjects.propose(ana, named("Ben"), on(FOLLOWS))))
        .isEqualTo("SX-SUBJ-NETWORK-ONLY");
    assertThat(codeOf(() -> subjects.propose(ana, named("Ben"), on(SCORE))))
        .isEqualTo("SX-SUBJ-MACHINE-ONLY");
    assertThat(codeOf(() -> subjects.propose(ana, named("Ben"), on(SCORE, FOLLOWS))))
        .isEqualTo("SX-SUBJ-NETWORK-ONLY");
    assertThat(codeOf(() -> subjects.propose(ana, named("Ben"), on()))).isEqualTo("SX-SUBJ-FACTS");
    // Under another name they are what they were.
    Fact dressed =
        new Fact(
            StatementType.FACT,
            Basis.STATEMENT,
            "This person follows the receiver's account.",
            "Officer Olga, 3 May");
    assertThat(codeOf(() -> subjects.propose(ana, named("Ben"), on(dressed))))
        .isEqualTo("SX-SUBJ-NETWORK-ONLY");
    Fact triage =
        new Fact(
            StatementType.FACT,
            Basis.STATEMENT,
            "The triage ranked this account first of all.",
            "Officer Olga, 3 May");
    assertThat(codeOf(() -> subjects.propose(ana, named("Ben"), on(triage))))
        .isEqualTo("SX-SUBJ-NETWORK-ONLY");
    Fact mistyped =
        new Fact(StatementType.FACT, Basis.SCORE, "The likeness of the two is 0.98.", "likeness/2");
    assertThat(codeOf(() -> subjects.propose(ana, named("Ben"), on(mistyped, ordered()))))
        .isEqualTo("SX-SUBJ-TYPE");
    assertThat(subjects.persons(ana)).isEmpty();
    assertThat(subjects.quarantine(ana)).isEmpty();
  }

  @Test
  void everyRefusalIsInTheLogWithItsCode() {
    codeOf(() -> house.subjects().propose(ana, named("Ben"), on(SCORE)));
    assertThat(house.cases().acts(house.officer(), ana.caseId(), 0, 1000))
        .anySatisfy(logged ->
            assertThat(logged.entry())
                .containsEntry("step", "CATEGORISE")
                .containsEntry("code", "SX-SUBJ-MACHINE-ONLY"));
  }

  @Test
  void aSuspicionWaitsInQuarantineForASecondPerson() {
    Person proposed = house.subjects().propose(ana, named("Ben"), on(ordered(), FOLLOWS, SCORE));
    SuspicionId id = proposed.suspicions().getFirst().id();
    assertThat(house.subjects().persons(ana)).isEmpty();
    assertThat(house.subjects().quarantine(ben)).extracting(Person::label).containsExactly("Ben");
    assertThat(codeOf(() -> house.subjects().decide(ana, id, true, "I agree with myself.")))
        .isEqualTo("SX-SUBJ-DISTINCT");
    Person subject = house.subjects().decide(ben, id, true, "Read in the original, it says so.");
    assertThat(subject.roles()).containsExactly(PersonRole.SUSPECT);
    assertThat(subject.validUntil()).isEqualTo(Instant.parse("2031-06-01T08:00:00Z"));
    assertThat(house.subjects().persons(ana)).extracting(Person::label).containsExactly("Ben");
    assertThat(subject.suspicions().getFirst().facts())
        .extracting(Fact::type)
        .containsExactly(StatementType.REPORTED, StatementType.ASSESSMENT, StatementType.MACHINE);
  }

  @Test
  void theDatabaseRefusesWhatTheRoomRefuses() throws SQLException {
    Person proposed = house.subjects().propose(ana, named("Ben"), on(ordered()));
    UUID of = ana.caseId().value();
    UUID person = proposed.id().value();
    UUID own = proposed.suspicions().getFirst().id().value();
    UUID bare = UUID.randomUUID();
    String begin =
        "insert into suspicion values ('%s','%s','%s','%s','%s','stolen-vehicles',1,now(),'x')";
    String accept =
        "insert into suspicion_review values ('%s','%s','%s','ACCEPTED',1,sextant.moment(),"
            + "sextant.moment() + interval '4 years','x')";
    String fact = "insert into suspicion_fact values ('%s','%s',%d,'%s','%s','x')";
    UUID anaId = house.analyst().value();
    UUID benId = house.secondAnalyst().value();
    // Without a permit nothing goes in at all.
    refused(null, begin.formatted(of, bare, person, authority, anaId));
    // Nobody writes in another's name, and nobody decides on what is his own.
    refused(ana, begin.formatted(of, bare, person, authority, benId));
    refused(ana, accept.formatted(of, own, anaId));
    refused(ana, accept.formatted(of, own, benId));
    // Facts are what they are.
    refused(ana, fact.formatted(of, own, 9, "FACT", "SCORE"));
    refused(ana, fact.formatted(of, own, 9, "FACT", "NETWORK"));
    refused(ana, fact.formatted(of, own, 9, "MACHINE", "RECORD"));
    // A suspicion of a score and a tie is never accepted.
    done(ana, begin.formatted(of, bare, person, authority, anaId));
    refused(ben, accept.formatted(of, bare, benId));
    done(ana, fact.formatted(of, bare, 1, "MACHINE", "SCORE"));
    done(ana, fact.formatted(of, bare, 2, "ASSESSMENT", "NETWORK"));
    refused(ben, accept.formatted(of, bare, benId));
    // A suspect needs an accepted suspicion; nothing is changed afterwards.
    refused(
        ana,
        "insert into person_role values ('%s','%s',1,'SUSPECT',true,now() + interval '1 year','%s',1,now(),'x')"
            .formatted(of, person, anaId));
    refused(ana, "update person set dispose_at = dispose_at + interval '9 years'");
    assertThat(rows(ana, "select count(*) from subject")).isZero();
    done(ana, fact.formatted(of, bare, 3, "FACT", "STATEMENT"));
    done(ben, accept.formatted(of, bare, benId));
    refused(ana, fact.formatted(of, bare, 4, "FACT", "STATEMENT"));
    assertThat(rows(ana, "select count(*) from subject")).isOne();
    refused(ben, "update suspicion_review set valid_until = valid_until + interval '9 years'");
  }

  private void refused(@org.jspecify.annotations.Nullable Permit permit, String sql) {
    assertThatThrownBy(() -> done(permit, sql)).as(sql).isInstanceOf(SQLException.class);
  }

  private void done(@org.jspecify.annotations.Nullable Permit permit, String sql)
      throws SQLException {
    try (Connection connection = house.application().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      if (permit != null) {
        statement.execute("select sextant.enter('" + permit.id() + "')");
      }
      statement.execute(sql);
      connection.commit();
    }
  }

  private long rows(Permit permit, String sql) throws SQLException {
    try (Connection connection = house.application().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select sextant.enter('" + permit.id() + "')");
      try (var rows = statement.executeQuery(sql)) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  @Test
  void editingAnIdentifierMovesNoDateAndAFreshSuspicionDoes() {
    Person subject = accepted();
    Instant until = Objects.requireNonNull(subject.validUntil());
    for (int year = 1; year <= 4; year++) {
      house.advance(Duration.ofDays(2));
      ana = house.permit(house.analyst(), authority);
      Person edited =
          house
              .subjects()
              .edit(
                  ana,
                  subject.id(),
                  new PersonDraft("Ben", List.of(BEN, "phone:+4477009001" + year + "0")));
      assertThat(edited.validUntil()).isEqualTo(until);
      assertThat(edited.keptUntil()).isEqualTo(until);
    }
    ben = house.permit(house.secondAnalyst(), authority);
    Person again = house.subjects().suspect(ana, subject.id(), on(ordered()));
    assertThat(again.validUntil()).isEqualTo(until);
    Person fresh =
        house
            .subjects()
            .decide(ben, again.suspicions().getLast().id(), true, "Still ordering; read again.");
    assertThat(fresh.validUntil()).isAfter(until);
  }

  @Test
  void rolesAreKeptByAccountAndProtectInOtherCases() {
    Person victim = house.subjects().add(ana, named("Ben"));
    assertThat(words(ana, BEN)).isEqualTo("uncategorised");
    assertThat(
            codeOf(() ->
                house
                    .subjects()
                    .role(ana, victim.id(), PersonRole.SUSPECT, true, "Looks like one.")))
        .isEqualTo("SX-SUBJ-SUSPECT");
    house.subjects().role(ana, victim.id(), PersonRole.VICTIM, true, "His van was stolen.");
    house.subjects().role(ana, victim.id(), PersonRole.WITNESS, true, "He saw who took it.");
    assertThat(words(ana, BEN)).isEqualTo("victim, witness");
    Permit other = house.permit(Set.of(ANNA), Set.of(Platform.TELEGRAM), TestHouse.WIDE);
    assertThat(words(other, BEN)).isEqualTo("victim, witness (in another case)");
    house.subjects().role(ana, victim.id(), PersonRole.VICTIM, false, "It was his brother's.");
    assertThat(words(other, BEN)).isEqualTo("witness (in another case)");
  }

  @Test
  void aChildIsMaskedEverywhereAndKeptBriefly() {
    Person child = house.subjects().add(ana, named("Ben"));
    Person masked =
        house.subjects().role(ana, child.id(), PersonRole.CHILD, true, "Born 2013, says school.");
    assertThat(masked.shownAs()).doesNotContain("Ben");
    assertThat(masked.keptUntil()).isEqualTo(TestHouse.START.plus(Duration.ofDays(30)));
    Permit other = house.permit(Set.of(ANNA), Set.of(Platform.TELEGRAM), TestHouse.WIDE);
    try (Act act = other.begin(Step.VIEW, Particulars.none())) {
      assertThat(house.subjects().roles(act, List.of(BEN)).masked(List.of(BEN))).isTrue();
      act.done();
    }
  }

  private String words(Permit permit, String account) {
    try (Act act = permit.begin(Step.VIEW, Particulars.none())) {
      String words = house.subjects().roles(act, List.of(account)).words(List.of(account));
      act.done();
      return words;
    }
  }
}

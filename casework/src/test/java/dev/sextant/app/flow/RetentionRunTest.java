package dev.sextant.app.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.app.postgres.DatabaseAccess;
import dev.sextant.authority.Act;
import dev.sextant.authority.Destruction;
import dev.sextant.authority.Hold;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Refused;
import dev.sextant.authority.Retention;
import dev.sextant.authority.Scope;
import dev.sextant.authority.Step;
import dev.sextant.authority.Thing;
import dev.sextant.custody.CustodyFault;
import dev.sextant.custody.Exhibit;
import dev.sextant.disclosure.Mark;
import dev.sextant.disclosure.store.RedactionStore;
import dev.sextant.identity.EntitiesOf;
import dev.sextant.identity.Identity;
import dev.sextant.identity.RecordsInScope;
import dev.sextant.ledger.Checkpoint;
import dev.sextant.network.SavedView;
import dev.sextant.network.store.ViewRows;
import dev.sextant.records.Note;
import dev.sextant.records.RecordQuery;
import dev.sextant.records.TelegramSample;
import dev.sextant.records.Written;
import dev.sextant.subjects.Basis;
import dev.sextant.subjects.Fact;
import dev.sextant.subjects.Person;
import dev.sextant.subjects.PersonDraft;
import dev.sextant.subjects.SuspicionDraft;
import dev.sextant.terms.ActorId;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import dev.sextant.terms.StatementType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is due goes, with keys and hashes; what is held stays, and who tried is remembered. */
class RetentionRunTest {
  private static final String SECRET = "quisquilia-9471";
  private static final Selector ANNA =
      Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "100");

  private TestHouse house;
  private CaseId of;
  private AuthorityId authority;
  private Permit permit;
  private Exhibit exhibit;
  private Identity identity;

  @BeforeEach
  void start() {
    house = TestHouse.start();
    of = house.openCase();
    authority =
        house.authority(of, new Scope(Set.of(ANNA), Set.of(Platform.TELEGRAM), TestHouse.WIDE, 2));
    permit = house.permit(house.analyst(), authority);
    byte[] export =
        new TelegramSample()
            .chat(
                200,
                new TelegramSample.Said(
                    200, Instant.parse("2026-03-05T10:00:00Z"), "Vans for " + SECRET))
            .bytes();
    exhibit = house.seal(permit, SECRET + ".json", export);
    house.records().read(permit, exhibit.id(), Progress.silent());
    identity =
        new Identity(
            new RecordsInScope(house.records()),
            house.door(),
            house.keys(),
            house.clock(),
            EntitiesOf.RULES);
    assertThat(house.records().search(permit, RecordQuery.of(SECRET)).total()).isOne();
  }

  @AfterEach
  void stop() {
    house.close();
  }

  private Retention retention() {
    return house.room().retention();
  }

  private RetentionRun.Report run() {
    List<dev.sextant.terms.DisclosureId> none = new ArrayList<>();
    return new RetentionRun(retention(), house.custody(), house.records(), identity, none::addAll)
        .run();
  }

  private Thing thing() {
    return new Thing(Thing.Kind.EXHIBIT, exhibit.id().value());
  }

  private UUID ordered() {
    return retention().order(house.officer(), of, thing(), "The court ordered it on 4 June.").id();
  }

  @Test
  void twoPeopleConfirmAndNothingIsLeftButTheLog() throws Exception {
    Checkpoint before = house.ledger().checkpoint();
    UUID id = ordered();
    retention().confirm(house.officer(), id);
    assertThatThrownBy(() -> retention().confirm(house.officer(), id))
        .isInstanceOf(Refused.Role.class);
    assertThatThrownBy(() -> retention().confirm(house.analyst(), id))
        .isInstanceOf(Refused.Role.class);
    assertThat(run().destroyed()).isEmpty();
    assertThat(house.custody().exhibits(permit)).hasSize(1);
    List<byte[]> keys = wrappedKeys();
    retention().confirm(house.overseer(), id);
    assertThat(run().destroyed()).extracting(Destruction::id).containsExactly(id);
    assertThatThrownBy(() -> house.custody().exhibit(permit, exhibit.id()))
        .isInstanceOf(CustodyFault.Unknown.class);
    assertThat(house.records().search(permit, RecordQuery.of("vans")).total()).isZero();
    assertThat(run().destroyed()).isEmpty();
    for (String table :
        List.of("exhibit", "item_key", "record", "sealed_record", "reading", "sealed_file")) {
      assertThat(superuserCount(table)).as(table).isZero();
    }
    // The old root still stands: the log only grew.
    Checkpoint after = house.ledger().checkpoint();
    assertThat(after.size()).isGreaterThan(before.size());
    assertThat(house.ledger().view().size()).isGreaterThan(before.size());
    assertThat(house.cases().acts(house.officer(), of, 0, 1000))
        .anySatisfy(logged ->
            assertThat(logged.entry())
                .containsEntry("step", "ERASE")
                .containsEntry("class", "ERASURE"));
    house.records().close();
    vacuum();
    assertThat(filesWith(SECRET.getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(tablesWith(HexFormat.of().formatHex(SECRET.getBytes(StandardCharsets.UTF_8))))
        .isEmpty();
    for (byte[] key : keys) {
      assertThat(tablesWith(HexFormat.of().formatHex(key))).isEmpty();
    }
    house.reopenRecords();
  }

  @Test
  void afterErasureNobodyCanTryTheLogsHashes() throws Exception {
    Particular first = loggedWord();
    house.records().search(permit, RecordQuery.of(SECRET));
    assertThat(loggedWord().hash()).as("one selector, one hash").isEqualTo(first.hash());
    assertThat(superuserCount("selector_key")).isPositive();
    UUID id =
        retention()
            .order(
                house.officer(),
                of,
                new Thing(Thing.Kind.AUTHORITY, authority.value()),
                "The court ordered all of it destroyed.")
            .id();
    retention().confirm(house.officer(), id);
    retention().confirm(house.overseer(), id);
    run();
    assertThat(superuserCount("selector_key")).isZero();
    house.records().search(permit, RecordQuery.of(SECRET));
    assertThat(loggedWord().hash()).as("under a fresh key").isNotEqualTo(first.hash());
  }

  private record Particular(String hash) {}

  @SuppressWarnings("unchecked")
  private Particular loggedWord() {
    return house.cases().acts(house.officer(), of, 0, 1000).stream()
        .filter(l -> "SEARCH".equals(l.entry().get("step")) && l.entry().containsKey("inputs"))
        .map(l -> (java.util.Map<String, Object>) l.entry().get("inputs"))
        .map(in -> new Particular(String.valueOf(in.get("words"))))
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  @Test
  void whatIsHeldStaysAndTheAttemptIsKeptForTheDefence() throws SQLException {
    Hold hold =
        house
            .room()
            .holds()
            .place(
                house.analyst(),
                of,
                Hold.Kind.EXCULPATORY,
                thing(),
                "The post shows that he was elsewhere.");
    refusedAsHeld(() -> retention().order(house.officer(), of, thing(), "It is of no use to us."));
    refusedAsHeld(() ->
        retention()
            .order(
                house.officer(),
                of,
                new Thing(Thing.Kind.AUTHORITY, authority.value()),
                "Then all of it should go."));
    assertThat(house.room().holds().attempts(house.overseer(), of))
        .extracting(Hold.Attempt::by, Hold.Attempt::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(house.officer(), "SX-AUTH-HELD"),
            org.assertj.core.groups.Tuple.tuple(house.officer(), "SX-AUTH-HELD"));
    // Two people, and of these the overseer, let go what speaks for somebody.
    ActorId second =
        house
            .enrol("officer2", "Otis Officer", dev.sextant.authority.Role.AUTHORISING_OFFICER)
            .id();
    house.room().holds().askLift(house.officer(), hold.id(), "It was copied for the defence.");
    assertThatThrownBy(() -> house.room().holds().lift(house.officer(), hold.id()))
        .isInstanceOf(Refused.Role.class);
    assertThatThrownBy(() -> house.room().holds().lift(second, hold.id()))
        .isInstanceOf(Refused.Role.class);
    assertThat(house.room().holds().lift(house.overseer(), hold.id()).binds()).isFalse();
    ordered();
  }

  @Test
  void aHoldPlacedAfterTheConfirmationStillBinds() throws SQLException {
    UUID id = ordered();
    retention().confirm(house.officer(), id);
    retention().confirm(house.overseer(), id);
    house
        .room()
        .holds()
        .place(house.analyst(), of, Hold.Kind.LEGAL, thing(), "The prosecutor asks to keep it.");
    RetentionRun.Report report = run();
    assertThat(report.destroyed()).isEmpty();
    assertThat(report.held()).hasSize(1);
    // Past the program too.
    assertThatThrownBy(() -> application("select sextant.destroy('" + id + "')"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("held");
    assertThat(house.custody().exhibits(permit)).hasSize(1);
  }

  @Test
  void theDatabaseDestroysNothingThatOnePersonWants() throws SQLException {
    UUID id = ordered();
    assertThatThrownBy(() -> application("select sextant.destroy('" + id + "')"))
        .hasMessageContaining("two people");
    application(
        "update sextant.destruction set first_by = '%s', first_at = now() where id = '%s'"
            .formatted(house.officer(), id));
    assertThatThrownBy(() ->
            application(
                "update sextant.destruction set second_by = '%s' where id = '%s'"
                    .formatted(house.officer(), id)))
        .isInstanceOf(SQLException.class);
    application(
        "update sextant.destruction set second_by = '%s' where id = '%s'"
            .formatted(house.analyst(), id));
    assertThatThrownBy(() -> application("select sextant.destroy('" + id + "')"))
        .hasMessageContaining("two people");
    assertThatThrownBy(() -> application("delete from sextant.exhibit"))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> application("delete from sextant.hold"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void aKeptViewGoesWithTheExhibitThatItRestsOn() {
    ViewRows views = new ViewRows(house.door(), house.keys());
    AuthorityId other =
        house.authority(of, new Scope(Set.of(ANNA), Set.of(Platform.TELEGRAM), TestHouse.WIDE, 2));
    Permit elsewhere = house.permit(house.analyst(), other);
    for (Permit under : List.of(permit, elsewhere)) {
      try (Act act = under.begin(Step.VIEW, Particulars.none())) {
        views.keep(act, SavedView.Wanted.of("Busy weeks", "{\"words\":\"vans\"}"));
        assertThat(views.of(act)).hasSize(1);
        act.done();
      }
    }
    UUID id = ordered();
    retention().confirm(house.officer(), id);
    retention().confirm(house.overseer(), id);
    assertThat(run().destroyed()).hasSize(1);
    try (Act act = permit.begin(Step.VIEW, Particulars.none())) {
      assertThat(views.of(act)).isEmpty();
      act.done();
    }
    try (Act act = elsewhere.begin(Step.VIEW, Particulars.none())) {
      assertThat(views.of(act)).as("nothing was read under that one").hasSize(1);
      act.done();
    }
  }

  @Test
  void whatIsWrittenBesideARecordGoesWithItsExhibit() throws Exception {
    byte[] other =
        new TelegramSample()
            .chat(
                300,
                new TelegramSample.Said(300, Instant.parse("2026-03-06T10:00:00Z"), "Vans again"))
            .bytes();
    Exhibit kept = house.seal(permit, "kept.json", other);
    house.records().read(permit, kept.id(), Progress.silent());
    for (var found : house.records().search(permit, RecordQuery.of("vans")).found()) {
      Note first =
          house
              .records()
              .notes()
              .write(
                  permit,
                  found.record().id(),
                  new Written(Written.Kind.NOTE, "On " + SECRET, "", 0, 0, "", ""));
      house
          .records()
          .notes()
          .amend(
              permit,
              found.record().id(),
              first.id(),
              1,
              new Written(Written.Kind.NOTE, "More on " + SECRET, "", 0, 0, "", ""));
    }
    assertThat(superuserCount("record_note")).isEqualTo(4);
    UUID id = ordered();
    retention().confirm(house.officer(), id);
    retention().confirm(house.overseer(), id);
    assertThat(run().destroyed()).hasSize(1);
    assertThat(superuserCount("record_note")).as("those of the other exhibit").isEqualTo(2);
  }

  @Test
  void aMarkGoesWithThePictureThatItIsOn() throws Exception {
    RedactionStore marks = new RedactionStore(house.door(), house.keys());
    for (UUID marked : List.of(exhibit.id().value(), UUID.randomUUID())) {
      try (Act act = permit.begin(Step.REDACT, Particulars.none())) {
        marks.add(
            act,
            new Mark(
                UUID.randomUUID(),
                Mark.Kind.AREA,
                marked,
                Digest.ofFields("picture"),
                "",
                1,
                2,
                3,
                4,
                "PRIVACY",
                permit.actor(),
                Instant.parse("2026-06-01T08:00:00Z"),
                act.intentLeaf(),
                null));
        act.done();
      }
    }
    UUID id = ordered();
    retention().confirm(house.officer(), id);
    retention().confirm(house.overseer(), id);
    assertThat(run().destroyed()).hasSize(1);
    assertThat(superuserCount("redaction")).as("only the one on something else").isEqualTo(1);
  }

  @Test
  void theScheduleProposesWhenTheAuthoritysRetentionIsOver() {
    assertThat(run().proposed()).isEmpty();
    house.advance(Duration.ofDays(30 + 364));
    assertThat(run().proposed()).isEmpty();
    house.advance(Duration.ofDays(3));
    RetentionRun.Report report = run();
    assertThat(report.proposed())
        .extracting(Destruction::thing)
        .containsExactly(new Thing(Thing.Kind.AUTHORITY, authority.value()));
    assertThat(run().proposed()).as("once").isEmpty();
    UUID id = report.proposed().getFirst().id();
    retention().confirm(house.officer(), id);
    retention().confirm(house.overseer(), id);
    assertThat(run().destroyed()).hasSize(1);
  }

  @Test
  void aSubjectGoesAfterFiveYearsWhateverWasEdited() throws Exception {
    Permit second = house.permit(house.secondAnalyst(), authority);
    Digest record =
        house.records().search(permit, RecordQuery.of("vans")).found().getFirst().record().id();
    Person proposed =
        house
            .subjects()
            .propose(
                permit,
                new PersonDraft(SECRET, List.of("phone:+447700900123")),
                new SuspicionDraft(
                    "stolen-vehicles",
                    "He orders what is stolen in this case.",
                    List.of(
                        new Fact(
                            StatementType.REPORTED,
                            Basis.RECORD,
                            "He ordered vans that were stolen to his order.",
                            record.hex()))));
    house
        .subjects()
        .decide(second, proposed.suspicions().getFirst().id(), true, "As the record says.");
    house
        .subjects()
        .edit(permit, proposed.id(), new PersonDraft(SECRET, List.of("phone:+447700900124")));
    house.advance(Duration.ofDays(5 * 365));
    assertThat(run().persons()).isEmpty();
    assertThat(superuserCount("person")).isOne();
    house.advance(Duration.ofDays(3));
    assertThat(run().persons()).hasSize(1);
    for (String table :
        List.of(
            "person",
            "person_key",
            "person_edit",
            "person_identifier",
            "person_role",
            "suspicion",
            "suspicion_fact",
            "suspicion_review",
            "protecting_role")) {
      assertThat(superuserCount(table)).as(table).isZero();
    }
  }

  // ---------------------------------------------------------------- looking behind the program

  private void refusedAsHeld(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refused.Leave.class, e -> assertThat(e.code()).isEqualTo("SX-AUTH-HELD"));
  }

  private void application(String sql) throws SQLException {
    try (Connection connection = house.application().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection owner() throws SQLException {
    DatabaseAccess access = house.access();
    return DriverManager.getConnection(
        access.url(), access.owner().role(), access.owner().password());
  }

  private List<String> tables(Statement sql) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet row =
        sql.executeQuery(
            """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'sextant' and c.relkind = 'r'
            """)) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    return tables;
  }

  /* As the owner who switched row security off: what is really there. */
  private <T> T unguarded(Work<T> work) throws SQLException {
    try (Connection connection = owner();
        Statement sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String table : tables(sql)) {
        sql.execute("alter table sextant." + table + " no force row level security");
      }
      T result = work.run(sql);
      connection.rollback();
      return result;
    }
  }

  private interface Work<T> {
    T run(Statement sql) throws SQLException;
  }

  private long superuserCount(String table) throws SQLException {
    return unguarded(sql -> {
      long all = 0;
      for (String one : tables(sql)) {
        if (one.equals(table) || one.matches(table + "_[0-9a-f]{32}")) {
          try (ResultSet row = sql.executeQuery("select count(*) from sextant." + one)) {
            row.next();
            all += row.getLong(1);
          }
        }
      }
      return all;
    });
  }

  private List<byte[]> wrappedKeys() throws SQLException {
    return unguarded(sql -> {
      List<byte[]> keys = new ArrayList<>();
      try (ResultSet row = sql.executeQuery("select wrapped from sextant.item_key")) {
        while (row.next()) {
          keys.add(row.getBytes(1));
        }
      }
      assertThat(keys).isNotEmpty();
      return keys;
    });
  }

  private List<String> tablesWith(String hex) throws SQLException {
    return unguarded(sql -> {
      List<String> found = new ArrayList<>();
      for (String table : tables(sql)) {
        try (ResultSet row =
            sql.executeQuery(
                "select count(*) from sextant."
                    + table
                    + " t where t::text ilike '%"
                    + hex
                    + "%'"
                    + " or t::text ilike '%"
                    + SECRET
                    + "%'")) {
          row.next();
          if (row.getLong(1) > 0) {
            found.add(table);
          }
        }
      }
      return found;
    });
  }

  private void vacuum() throws SQLException {
    List<String> all;
    try (Connection connection = owner();
        Statement sql = connection.createStatement()) {
      all = tables(sql);
      for (String table : all) {
        sql.execute("vacuum full sextant." + table);
      }
    }
    assertThat(all).contains("exhibit");
  }

  private List<Path> filesWith(byte[] needle) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(house.home())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (text.contains(new String(needle, StandardCharsets.ISO_8859_1))) {
          found.add(file);
        }
      }
    }
    return found;
  }
}

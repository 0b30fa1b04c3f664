package dev.sextant.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Scope;
import dev.sextant.custody.Exhibit;
import dev.sextant.records.TelegramSample.Said;
import dev.sextant.records.Written.Kind;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Fault;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written beside a record: who sees it, in which versions, and what it goes along with. */
class NotesTest {
  private static final String SECRET = "quisquilia-5520";
  private static final String WORDS = "Due furgoni 🚐 al molo";
  private static final Selector ANNA =
      Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "100");
  private static final Scope SCOPE =
      new Scope(Set.of(ANNA), Set.of(Platform.TELEGRAM), TestHouse.WIDE, 2);

  private TestHouse house;
  private CaseId of;
  private AuthorityId authority;
  private Permit ana;
  private Permit bruno;
  private Exhibit exhibit;
  private Digest record;

  @BeforeEach
  void start() {
    house = TestHouse.start();
    of = house.openCase();
    authority = house.authority(of, SCOPE);
    ana = house.permit(house.analyst(), authority);
    bruno = house.permit(house.secondAnalyst(), authority);
    byte[] export =
        new TelegramSample()
            .chat(200, new Said(200, Instant.parse("2026-03-02T10:00:00Z"), WORDS))
            .bytes();
    exhibit = house.seal(ana, "result.json", export);
    house.records().read(ana, exhibit.id(), Progress.silent());
    record = found(ana);
  }

  @AfterEach
  void stop() {
    house.close();
  }

  private Digest found(Permit permit) {
    return house
        .records()
        .search(permit, RecordQuery.of("furgoni"))
        .found()
        .getFirst()
        .record()
        .id();
  }

  private Notes notes() {
    return house.records().notes();
  }

  private static Written translation(String text, int from, int to) {
    return new Written(Kind.TRANSLATION, text, "en", from, to, "I. Interpreter, sworn", "");
  }

  private static Written note(String text) {
    return new Written(Kind.NOTE, text, "", 0, 0, "", "");
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Fault.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void theTeamOfTheAuthoritySeesItAndNobodyElse() {
    Note first = notes().write(ana, record, translation("Two vans " + SECRET, 0, 11));
    assertThat(first.original()).isEqualTo("Due furgoni");
    assertThat(first.version()).isOne();
    assertThat(notes().of(bruno, record))
        .singleElement()
        .satisfies(seen -> {
          assertThat(seen.written()).isEqualTo(first.written());
          assertThat(seen.by()).isEqualTo(house.analyst());
          assertThat(seen.mine()).isFalse();
          assertThat(seen.original()).isEqualTo("Due furgoni");
        });
    AuthorityId other = house.authority(of, SCOPE);
    Permit beside = house.permit(house.analyst(), other);
    house.records().read(beside, exhibit.id(), Progress.silent());
    assertThat(found(beside)).isEqualTo(record);
    assertThat(notes().of(beside, record)).as("the same record, another authority").isEmpty();
    assertThat(rows(beside)).isZero();
    assertThat(rows(bruno)).isOne();
    refused(
        "SX-RECORD-NOT-FOUND", () -> notes().amend(beside, record, first.id(), 1, note("mine")));
    assertThat(house.records().record(ana, record).record().words()).isEqualTo(WORDS);
  }

  @Test
  void aNoteStaysWithItsExhibitWhereTwoHoldTheSameRecord() {
    byte[] export =
        new TelegramSample()
            .chat(200, new Said(200, Instant.parse("2026-03-02T10:00:00Z"), WORDS))
            .bytes();
    UUID before = notes().write(ana, record, note("The pier is the north one.")).id();
    Exhibit again = house.seal(ana, "copy.json", export);
    for (int generation = 0; generation < 3; generation++) {
      house.records().read(ana, again.id(), Progress.silent());
    }
    assertThat(found(ana)).isEqualTo(record);
    UUID after = notes().write(ana, record, note("The van is white.")).id();
    for (UUID id : List.of(before, after)) {
      assertThat(notes().amend(ana, record, id, 1, note("Said again.")).version()).isEqualTo(2);
      assertThat(notes().withdraw(ana, record, id, 2, "Written twice.").withdrawn()).isTrue();
    }
  }

  @Test
  void aLaterVersionTakesThePlaceOfAnEarlierOneAndBothStay() {
    UUID id = notes().write(ana, record, translation("Two vans", 0, 11)).id();
    notes().write(bruno, record, note("The pier is the north one."));
    Note second = notes().amend(bruno, record, id, 1, translation("Two vans to the pier", 0, 0));
    assertThat(second.version()).isEqualTo(2);
    assertThat(second.original()).isEqualTo(WORDS);
    refused(
        "SX-RECORD-NOTE-STATE",
        () -> notes().amend(ana, record, id, 1, translation("Two lorries", 0, 11)));
    refused("SX-RECORD-NOTE", () -> notes().amend(ana, record, id, 2, note("no translation")));
    refused("SX-RECORD-NOTE", () -> notes().withdraw(ana, record, id, 2, "Not mine to take back."));
    refused("SX-RECORD-NOTE", () -> notes().withdraw(bruno, record, id, 2, "  "));
    Note gone = notes().withdraw(bruno, record, id, 2, "It was another pier.");
    assertThat(gone.withdrawn()).isTrue();
    refused(
        "SX-RECORD-NOTE-STATE",
        () -> notes().amend(bruno, record, id, 3, translation("Two vans", 0, 0)));
    List<Note> all = notes().of(ana, record);
    assertThat(all).extracting(Note::version).containsExactly(1, 2, 3, 1);
    assertThat(all.get(2).reason()).isEqualTo("It was another pier.");
    assertThat(Notes.latest(all)).extracting(Note::withdrawn).containsExactly(true, false);
  }

  @ParameterizedTest
  @CsvSource({"0,13", "13,15", "0,99", "5,5", "-1,4", "7,3"})
  void aStretchIsOneOfTheRecordsWords(int from, int to) {
    // The van is two UTF-16 units, 12 to 14: no stretch begins or ends within it.
    refused("SX-RECORD-NOTE", () -> notes().write(ana, record, translation("x", from, to)));
    assertThat(rows(ana)).isZero();
  }

  @Test
  void whatIsNoNoteIsRefusedBeforeAnythingIsLogged() {
    refused("SX-RECORD-NOTE", () -> note(" \n"));
    refused("SX-RECORD-NOTE", () -> note("x".repeat(Written.MOST_TEXT + 1)));
    refused("SX-RECORD-NOTE", () -> new Written(Kind.TRANSLATION, "x", "", 0, 0, "", ""));
    refused("SX-RECORD-NOTE", () -> new Written(Kind.TRANSLATION, "x", "not a tag", 0, 0, "", ""));
    refused("SX-RECORD-NOTE", () -> new Written(Kind.NOTE, "x", "", 0, 0, "", "A machine"));
    assertThat(new Written(Kind.TRANSLATION, " x ", "PT-br", 0, 0, "", "A machine").language())
        .isEqualTo("pt-BR");
  }

  @Test
  void ofTwoWhoWriteAtOnceOneIsTold() throws Exception {
    UUID id = notes().write(ana, record, note("first")).id();
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      List<Callable<Note>> tries =
          List.of(
              () -> notes().amend(ana, record, id, 1, note("by Ana")),
              () -> notes().amend(bruno, record, id, 1, note("by Bruno")));
      List<String> ends = new ArrayList<>();
      for (Future<Note> one : both.invokeAll(tries)) {
        try {
          ends.add("version " + one.get().version());
        } catch (java.util.concurrent.ExecutionException e) {
          ends.add(Objects.requireNonNull((Fault) e.getCause()).code());
        }
      }
      assertThat(ends).containsExactlyInAnyOrder("version 2", "SX-RECORD-NOTE-STATE");
    }
    assertThat(notes().of(ana, record)).hasSize(2);
  }

  @Test
  void theLogNamesItAndHoldsNoWordOfIt() throws Exception {
    Note made = notes().write(ana, record, translation("Two vans " + SECRET, 0, 11));
    var acts = house.cases().acts(house.officer(), of, 0, 1000);
    assertThat(acts)
        .anySatisfy(line -> {
          assertThat(line.entry())
              .containsEntry("step", "NOTE")
              .containsEntry("class", "ALTERATION");
          assertThat(Objects.requireNonNull(line.entry().get("inputs")).toString())
              .contains(made.id().toString())
              .contains(record.hex());
        });
    assertThat(acts.toString()).doesNotContain(SECRET).doesNotContain("Interpreter");
    byte[] body = body();
    assertThat(new String(body, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain(SECRET);
    assertThat(acts.toString()).as("the sealed row by digest").contains(Digest.of(body).hex());
  }

  @Test
  void rowsAreNeitherChangedNorRemoved() {
    notes().write(ana, record, note("It stays."));
    for (String sql :
        List.of(
            "update sextant.record_note set version = 2",
            "delete from sextant.record_note",
            "insert into sextant.record_note select case_id, id, 3, kind, record, exhibit, actor,"
                + " authority, leaf, at, body from sextant.record_note")) {
      assertThatThrownBy(() -> raw(ana, sql)).as(sql).isInstanceOf(SQLException.class);
    }
    assertThat(notes().of(ana, record)).hasSize(1);
  }

  @Test
  void itIsHiddenWithTheRecordOnceThatIsPrivileged() {
    notes().write(ana, record, note("She speaks with her lawyer."));
    house.records().privilege(ana, Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "200"));
    refused("SX-RECORD-NOT-FOUND", () -> notes().of(ana, record));
    refused("SX-RECORD-NOT-FOUND", () -> notes().write(ana, record, note("more")));
  }

  @Test
  void itIsHiddenWithAVoidExhibit() {
    AuthorityId other = house.authority(of, SCOPE);
    Permit beside = house.permit(house.secondAnalyst(), other);
    house.records().read(beside, exhibit.id(), Progress.silent());
    notes().write(beside, record, note("Written in good faith."));
    assertThat(rows(beside)).isOne();
    house.authorities().quash(house.overseer(), authority, "Reasons of sufficient length.");
    assertThat(rows(beside)).isZero();
    refused("SX-RECORD-NOT-FOUND", () -> notes().of(beside, record));
  }

  private long rows(Permit permit) {
    try {
      return raw(permit, "select count(*) from sextant.record_note");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** What raw SQL does as the application's role with this permit; a query's first number. */
  private long raw(Permit permit, String sql) throws SQLException {
    try (Connection connection = house.application().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        statement.execute("select sextant.enter('" + permit.id() + "')");
        if (!statement.execute(sql)) {
          return statement.getUpdateCount();
        }
        try (ResultSet row = statement.getResultSet()) {
          row.next();
          return row.getLong(1);
        }
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private byte[] body() throws SQLException {
    try (Connection connection = house.application().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        statement.execute("select sextant.enter('" + ana.id() + "')");
        try (ResultSet row = statement.executeQuery("select body from sextant.record_note")) {
          row.next();
          return Arrays.copyOf(row.getBytes(1), row.getBytes(1).length);
        }
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }
}
